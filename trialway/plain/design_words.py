"""Words by which titles and summaries say how a trial is built: **rows** ─▶ design_conflicts."""

import re

from trialway.language_rules import LanguageRule, RuleTable

_PLACES = (
    r"(?:hospitals|clinics|practices|villages|schools|sites|communities|wards|cent(?:re|er)s|households"
    r"|slums?"
    r"|famil(?:y|ies)|classes|facilities|clusters|districts|neighbou?rhoods|units|pharmacies|counties)"
)

DESIGN_WORDS = RuleTable(
    LanguageRule(
        "design.randomised",
        r"(?<!non-)(?<!non )(?<!not )(?<!non‑)\brandomi[sz](?:ed|ation"
        r"|e)\b(?! (?:controlled )?(?:trials|studies)\b)"
        r"|\brandomly (?:assigned|allocated|divided)\b",
        "Chance decides who is in which group.",
        "A Randomized Trial of X",
        "A Non-randomized Trial of X",
    ),
    LanguageRule(
        "design.people-randomised",
        r"\b(?:(?:will|are|is|were|was|be) (?:then )?(?:re-?)?randomi[sz]ed|randomi[sz]ed (?:to|into"
        r"|in an?|\d)"
        r"|randomly (?:assigned|allocated|divided)|randomi[sz]es?)\b",
        "Chance decides in this trial, told in a longer text.",
        "Patients will be randomized to X or placebo.",
        "Randomized clinical trials have shown a benefit.",
    ),
    LanguageRule(
        "design.not-randomised",
        r"\bnon[- ‑]?randomi[sz]ed\b|\bnot (?:be )?randomi[sz]ed\b|\bwithout randomi[sz]ation\b",
        "Chance does not decide.",
        "A Non-Randomized, Open-label Study",
        "A Randomised Study",
    ),
    LanguageRule(
        "design.clusters",
        r"\bcluster[- ]?randomi[sz]\w*|\bstepped[- ]wedge\b|\brandomi[sz]\w* cluster\b"
        r"|\b" + _PLACES + r" (?:will be |were |are |was |is )?(?:randomly|randomi[sz]ed"
        r"|allocated by chance)\b"
        r"|\brandomi[sz]\w* (?:at|on|by) (?:the )?(?:level of )?(?:the )?(?:\w+[- ])?"
        r"(?:level|sites?|clinics?|hospitals?|practices?|villages?|schools?|household)\b",
        "Chance decides for whole places, and not person by person.",
        "a cluster-randomized trial in 12 villages",
        "a randomized trial in 12 villages",
    ),
    LanguageRule(
        "design.blind",
        r"\b(?:double|single|triple|observer|assessor|investigator|participant|patient)[- ‑]?(?:blind"
        r"|masked)\w*|\b(?:patients?|participants?|subjects?|assessors?|raters?|examiners?|evaluators?)\b[^.;]{0,40}"
        r"\b(?:are |is |be |were )?blinded\b",
        "Some people do not know who gets what.",
        "A Double-Blind Study of X",
        "Blindness in diabetes",
    ),
    LanguageRule(
        "design.open-label",
        r"\bopen[- ‑]?label(?:l?ed)?\b"
        r"(?![- ,]*(?:extension|phase|period|part|lead|run|follow|treatment period|rollover|\(?ole))",
        "Everybody knows who gets what.",
        "An Open-label Study of X",
        "with an open-label extension",
    ),
    LanguageRule(
        "design.prospective",
        r"\bprospective(?:ly)?\b(?! (?:registr|data))",
        "People are followed from now on.",
        "A Prospective Cohort Study",
        "a perspective on care",
    ),
    LanguageRule(
        "design.retrospective",
        r"\bretrospective(?:ly)?\b",
        "It looks back.",
        "A Retrospective Review of Charts",
        "a prospective study",
    ),
    LanguageRule(
        "design.crossover",
        r"\bcross[- ]?over (?:stud\w+|trial|design)\b",
        "People change over from one treatment to the other.",
        "a randomised crossover trial",
        "crossover to the drug is allowed on progression",
    ),
    LanguageRule(
        "design.first-in-human",
        r"(?<!previous )(?<!prior )(?<!earlier )(?<!completed )(?<!the )\bfirst[- ‑](?:time[- ‑])?in[- ‑]"
        r"(?:hum[ae]ns?|m[ae]n|patients?)\b",
        "Nobody had the treatment before.",
        "A First-in-Human Study of X",
        "the dose of the previous first-in-human study",
    ),
    LanguageRule(
        "design.dose-steps",
        r"\bdose[- ](?:escalat\w+|rang\w+|levels?|cohorts?|groups?)\b|\bescalating doses?\b"
        r"|\bdifferent dos(?:es|ages)\b",
        "People of one group get different doses.",
        "two dose groups of X",
        "a dose of 5 mg",
    ),
    LanguageRule(
        "design.gives-treatment",
        r"\bplacebo\b|\brandomi[sz]ed (?:to|into)\b"
        r"|(?<!no )(?<!intervention )\b(?:patients|participants|subjects|groups?) will be"
        r" (?:administered|treated with|given)\b|\b(?:this"
        r"|the) (?:\w+ ){0,3}(?:is an? )?(?:\w+ ){0,2}clinical trial\b",
        "The study's own words speak of treatments that it gives.",
        "a group that receives placebo twice a day",
        "patients who have had a transplant",
    ),
    LanguageRule(
        "design.trait",
        r"^(?:non|not)[- ](?!inferior|active|treat|interven|drug|pharma|surg|invasive|oper|random|train"
        r"|exerc)\w+"
        r"|^(?:healthy|normal)\b|\b(?:positive|negative)\b"
        r"|^(?:[\w-]+ ){1,3}(?:subjects|patients|volunteers|people|adults|children|men|women"
        r"|individuals|smokers)$",
        "A group by an illness or a finding, and not by what is done.",
        "Non-diabetes",
        "Non-invasive ventilation",
    ),
    LanguageRule(
        "design.first-part-open",
        r"\bnon-?randomi[sz]ed (?:part|phase|run-?in|lead-?in|cohort)|\b(?:open|safety) (?:lead|run)-?in\b"
        r"|\bdose[- ]escalation (?:part|phase|followed)",
        "A first part in which chance does not decide.",
        "a safety lead-in, then randomised",
        "a randomised phase",
    ),
    LanguageRule(
        "design.open-group",
        r"\bopen[- ‑]?label(?:l?ed)?\b|\bnon[- ‑]?randomi[sz]ed\b|\bunblinded\b",
        "A group whose people know what they get, or that chance does not fill.",
        "Part A: open-label",
        "open surgery",
    ),
    LanguageRule(
        "design.random-order",
        r"\b(?:in (?:a )?|the )random(?:i[sz]ed)? (?:order|sequence)\b|\border (?:of \w+ )?(?:is|was"
        r"|will be) random",
        "Chance decides what comes first.",
        "on three occasions, in a random order",
        "in order to randomise people",
    ),
    LanguageRule(
        "design.sides",
        r"\bsplit[- ](?:mouth|face|body|scalp)\b|\b(?:one|right|left|each|randomly selected) (?:\w+ )?"
        r"(?:leg|arm|eye|knee|ear|breast|foot|hand|side)\b[^.;]{0,60}\b(?:other|contralateral|opposite)\b"
        r"|\bcontralateral (?:\w+ )?"
        r"(?:side|eye|leg)? ?(?:serv\w+ as|as) (?:a |the )?control",
        "Parts of one body are set against each other.",
        "tape on one randomly selected leg while the other leg serves as a control",
        "pain in one leg",
    ),
    LanguageRule(
        "design.numbered-part",
        r"(?-i:\b(?:Part|Cohort|PART|COHORT) (?:[1-9]|[A-D]|I{1,3})\b)",
        "A part or a cohort by its number.",
        "Part 1",
        "part of the trial",
    ),
    LanguageRule(
        "design.branches",
        r"\b(?:two|three|four|2|3|4) (?:\w+ )?(?:branches|cohorts|sub-?studies|strata|parts|risk groups)\b"
        r"|\brandomi[sz]ed (?:in)?to (?:1|one) of (?:2|two) (?:arms|groups)\b"
        r"|\b(?:branch|cohort|stratum|sub-?study|part) (?:[A-D1-4]|I{1,3})\b",
        "Some of the groups are for some of the people only.",
        "patients are divided in two branches",
        "patients are divided in two groups",
    ),
    LanguageRule(
        "design.steps",
        r"\bdose[- ](?:escalat|rang|find|level|confirm|expan|cohort)\w*|\bescalating doses?\b"
        r"|\bcohorts? [\dA-D]\b"
        r"|\b(?:part|period|stage) [12AB]\b",
        "Groups that come one after the other, as doses are raised or in parts of the trial.",
        "a dose-escalation study in two parts",
        "a dose of 5 mg",
    ),
    flags=re.IGNORECASE,
)
