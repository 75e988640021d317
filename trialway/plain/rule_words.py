"""Words in criteria that decide whether a rule may be told: **rows** ─▶ rules, joining."""

import re

from trialway.language_rules import LanguageRule, RuleTable

_PEOPLE = r"(?:patients?|participants?|subjects?|children|women|men|infants?|adults)"

RULE_WORDS = RuleTable(
    LanguageRule(
        "rules.group-heading",
        r"^(?!.*\b(?:following|any of|one of|meets?|must|if|who|are|defined|capable|excluded"
        r"|characteristics)\b)"
        r"[^\w\n]*(?=[^\n]{3,80}$)[^\n:]*\b(?:controls?|healthy|cohorts?|groups?|arms?|part [a-d\d]"
        r"|caregivers?"
        r"|parents?|mothers?|fathers?|donors?|volunteers|providers?|clinicians?|partners?|relatives?"
        r"|(?:for|of) (?:the )?(?:\w+ )?" + _PEOPLE + r"|" + _PEOPLE + r" (?:only|with \w+))\b[^\n:]*:\s*$",
        "A heading of rules that hold for some of the people only.",
        "Inclusion Criteria for Group A (newly implanted):",
        "Patients must meet one of the following:",
    ),
    LanguageRule(
        "rules.no-illness",
        r"^\W*(?:\d+[.)]\s*)?(?:no|not|never|absence|without|negative|free of|none|ability|able"
        r"|willing\w*|agree\w*"
        r"|access|must not|does not|do not|if )\b|\b(?:allowed|permitted|washout|contraindicat\w+"
        r"|life expectancy)\b",
        "A rule that excludes, allows or asks for something else than the illness.",
        "No evidence of active hepatitis C",
        "Chronic hepatitis C, not treated before",
    ),
    LanguageRule(
        "rules.healthy-people",
        r"\b(?:healthy|normal|well) (?!healthy patients?)(?:\w+ ){0,2}(?:volunteers?|controls?"
        r"|subjects?|participants?"
        r"|individuals?|people"
        r"|persons?|adults?|children|men|women|males?|females?|infants?|donors?|pregnan\w+|relatives?"
        r"|siblings?)\b"
        r"|\b(?:general|normal) population\b|\b(?:in|be|are|is|being) (?:in )?(?:good "
        r"|general )?(?:health|healthy)\b"
        r"|\bwithout (?:any )?(?:known )?(?:disease|illness|asthma|diabetes|allerg\w+)\b|\bcontrols?\b:",
        "People who are well take part.",
        "age-matched healthy controls",
        "in a normal way, healthy food",
    ),
    LanguageRule(
        "rules.age",
        r"\bage[ds]?\b|\byears? (?:old|of age)\b|\b(?:adults?|children|elderly|adolescents?|infants?)\b",
        "Somebody's age.",
        "aged 18 years or more",
        "any stage of the illness",
    ),
    LanguageRule(
        "rules.measurable-or",
        r"\bmeasurable,? (?:and/)?or\b|\bor (?:non-?)?measurable\b|\bevaluable (?:and/)?or\b"
        r"|\bmeasurable/evaluable\b",
        "Disease that can be measured is one of two ways.",
        "measurable or evaluable disease",
        "measurable disease",
    ),
    LanguageRule(
        "rules.goes-on",
        r"^\W*(?:or|and/or|and)\b|(?:\b(?:or|and|and/or)|,)\W*$",
        "A piece of a longer rule.",
        "acute lymphoblastic leukemia (ALL) or",
        "acute leukemia or lymphoma",
    ),
    LanguageRule(
        "rules.women",
        r"\b(?:females?|wom[ae]n|girls?|women's)\b[^\n]{0,80}\b(?:(?:non-?)?child[- ]?bearing"
        r"|post-?menopaus\w*"
        r"|steril\w*"
        r"|contracepti\w*|pregnan\w*|lactat\w*)",
        "A rule that only women have to meet.",
        "Women of child-bearing potential must use contraception",
        "Men must use contraception",
    ),
    LanguageRule(
        "rules.men-alone",
        r"(?<!fe)\b(?:males?|men)\b[^\n]{0,80}\b(?:contracepti\w*|condoms?|sperm|steril\w*|vasectom\w*)",
        "A rule that only men have to meet.",
        "Men must use condoms",
        "Female patients must use contraception",
    ),
    LanguageRule(
        "rules.men",
        r"(?<!fe)\bmales? (?:and (?:non-pregnant )?females? )?(?:participants?|subjects?"
        r"|patients?)\b(?!['’]s? partner)"
        r"|\b(?:men|males?) (?:and|or) (?:\w+ )?(?:women|females?)\b|\b(?:women|females?) (?:and"
        r"|or) (?:men|males?)\b"
        r"|\bprostate cancer\b|\bvasectom\w+",
        "Rules that speak of men who take part.",
        "Male and female participants must use contraception",
        "Female participants with male partners",
    ),
    LanguageRule(
        "rules.women-take-part",
        r"\bfemale (?:participants?|subjects?|patients?)\b(?!['’]s? partner)|\b(?:men|males?) (?:and"
        r"|or) (?:women|females?)\b"
        r"|\b(?:women|females?) (?:and|or) (?:men|males?)\b|\b(?:pregnant|lactating"
        r"|nursing) (?:or \w+ )?(?:women|females?)\b",
        "Rules that speak of women who take part.",
        "Pregnant or nursing women are excluded",
        "Men whose partners are pregnant",
    ),
    LanguageRule(
        "rules.age-exception",
        r"\b(?:over|older than|above|under|younger than|below|[<>≥≤]=?)[^.\n]{0,30}\byears?\b[^.\n]{0,40}"
        r"\b(?:are eligible|allowed|permitted|may (?:be|join|enrol\w*|participate)|can (?:be|join"
        r"|participate))\b",
        "Some people outside the limits of age may join.",
        "For Cohort 2, subjects over 75 years of age are eligible",
        "Adults over 75 years of age are excluded",
    ),
    LanguageRule(
        "rules.heart-failure",
        r"\b(?:heart|cardiac|ventricular) (?:failure|insufficiency|dysfunction)\b|\b(?:chf|hf|hfref|hfpef)\b",
        "The illness to which the NYHA classes belong.",
        "heart failure of NYHA class II",
        "no NYHA class III or IV",
    ),
    LanguageRule(
        "rules.performance-scale",
        r"\b(?:ecog|karnofsky|lansky|zubrod|kps|w\.?h\.?o\.?|swog|gog)\b|\bperformance (?:status|score"
        r"|scale)|\bps\b",
        "The scales on how well somebody gets on with daily life.",
        "ECOG performance status 0-2",
        "NYHA class IV",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
