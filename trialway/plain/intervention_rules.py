"""What names and texts of interventions tell: **the table** ─▶ drugs, phrases, regimen, section ``given``."""

import re

from trialway.language_rules import LanguageRule, RuleTable

INTERVENTION_WORDS = RuleTable(
    LanguageRule(
        "intervention.check.sample",
        r"\b(?:samples?|sampling|biops\w*|analys[ei]s|tests?)\b",
        "Something is taken or tested, and nothing is given.",
        example="blood samples",
        counter_example="testosterone",
    ),
    LanguageRule(
        "intervention.check.image",
        r"\b(?:scans?|imaging|mri|pet|ct|echocardio\w*)\b",
        "An image.",
        example="PET/CT",
        counter_example="petrolatum",
    ),
    LanguageRule(
        "intervention.check.question",
        r"\b(?:scores?|questionnaires?|assess\w*|measure\w*|surveys?|interviews?|monitor\w*|diar\w+"
        r"|visits?)\b",
        "People are asked or watched.",
        example="quality-of-life assessment",
        counter_example="counselling",
    ),
    LanguageRule(
        "intervention.check.device",
        r"\b(?:withdrawal|tubes?|pumps?|catheters?)\b",
        "What something is given through, or the end of giving.",
        example="insulin pump",
        counter_example="insulin",
    ),
    LanguageRule(
        "intervention.unnamed.usual-care",
        r"\b(?:standard|usual|conventional|routine|background|concomitant|guideline[- ]directed|optimal"
        r"|best)\b"
        r"[^,;]{0,25}\b(?:care|therap(?:y|ies)|treatments?|medications?|medicines?|management)\b"
        r"|^(?:soc|gdmt|omt)\b",
        "Several treatments that are not named: what is true of one does not hold for all.",
        example="best supportive care",
        counter_example="standard dose of metformin",
    ),
    LanguageRule(
        "intervention.unnamed.control",
        r"^(?:the )?controls?(?: group| arm)?$|\bno (?:additional |further )?treatment\b",
        "A group, or no treatment.",
        example="Control group",
        counter_example="Control solution",
    ),
    LanguageRule(
        "intervention.dummy",
        r"\b(?:placebos?|sham|dummy|vehicle)\b",
        "A placebo, a sham procedure or a dummy.",
        example="sham injection",
        counter_example="shampoo",
    ),
    LanguageRule(
        "intervention.nothing",
        r"^(?:not applicable|n\.?/?a\b|none\b|no (?:intervention|treatment)|observation(?:al)?\b"
        r"|(?:placebo|active|sham) comparators?$)",
        "No intervention at all.",
        example="No intervention",
        counter_example="Nonesuch tablets",
    ),
    LanguageRule(
        "intervention.healthy",
        r"\bhealth(?:y|iness)\b",
        "Health where a condition should be.",
        example="Healthy Volunteers",
        counter_example="Mental Health",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "intervention.other-groups",
        r"\b(?:arms?|cohorts?|groups?|strat(?:um|a)|parts?|stages?|phases?|periods?) (?:[A-Z]\b|\d|I)",
        "A group or part by its letter or number.",
        example="Cohort 2",
        counter_example="each cohort.",
    ),
    LanguageRule(
        "intervention.if-needed",
        r"\b(?:if|when|as|where) (?:clinically |medically )?(?:required|needed|necessary|indicated"
        r"|appropriate)\b",
        "What comes after it is not given to everybody.",
        example="if clinically indicated",
        counter_example="as directed",
    ),
    LanguageRule(
        "intervention.several",
        r"[+&]|\b(?:plus|with|and|combin\w*)\b",
        "Several things at once.",
        example="TY-9591 + pemetrexed",
        counter_example="TY-9591",
    ),
    LanguageRule(
        "intervention.either",
        r"\b(?:or|either)\b",
        "One of several.",
        example="tablet or spray",
        counter_example="oral spray",
    ),
    LanguageRule(
        "intervention.capped",
        r"\b(?:up to|maximum of|max\.?|at most|total of|for) (?:a (?:total|maximum) of )?"
        r"(?:\d+|two|three|four|five|six|eight|twelve) (?:more |additional |further )?"
        r"(?:cycles|courses|doses|weeks|months|years)\b",
        "It ends after so many cycles or weeks, whatever else may end it before.",
        example="repeats every 21 days for up to 4 cycles in the absence of progression",
        counter_example="every 21 days in the absence of progression",
    ),
    LanguageRule(
        "intervention.loading",
        r"\bloading\b|\b(?:first|initial) dose\b",
        "The first dose, which differs from the others.",
        example="loading dose of 8 mg/kg",
        counter_example="each dose",
    ),
    flags=re.IGNORECASE,
)
