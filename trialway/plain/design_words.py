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
        r"|masked)\w*",
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
