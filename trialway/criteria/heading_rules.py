"""How headings of an eligibility text are written: **the tables** ─▶ section_headings, outline."""

import re

from trialway.language_rules import LanguageRule, RuleTable

HEADINGS = RuleTable(
    LanguageRule(
        "heading.section",
        r"(?P<before>[^:]{0,80}?)\b(?P<not>non-?\s?|not |in)?"
        r"(?P<side>inclusion|exclusion|inclusive|exclusive|elimination|selection|eligibility|enrollment)"
        r"(?P<criteria> criteri(?:a|on)s?| requirements)?(?P<after>[^:]{0,80})",
        "A section by its name.",
        example="Key Inclusion Criteria",
        counter_example="Key conclusions",
    ),
    LanguageRule(
        "heading.excluded.will-be",
        r"\b(?:(?:will|must|should|shall|are|is|to) (?:also )?be (?:immediately )?excluded|(?:are"
        r"|is) excluded|exclude|disqualif)",
        "Whoever is listed is left out.",
        example="Patients will be excluded if they have:",
        counter_example="Patients will be included if they have:",
    ),
    LanguageRule(
        "heading.excluded.cannot",
        r"\b(?:(?:not|in) ?eligible|(?:may|must|can|will|should|are|is|could) ?not (?:allowed to |to )?"
        r"(?:be |have |meet |enter |participate |take part|join|enroll)|may not qualify|cannot)",
        "Whoever is listed cannot take part.",
        example="You may not participate if:",
        counter_example="You may participate if:",
    ),
    LanguageRule(
        "heading.included.will-be",
        r"\b(?:(?:will|must|should|shall|are|is|to|can|may) (?:also )?be (?:included|eligible"
        r"|enrolled|enroled|recruited)|eligible|may qualify)",
        "Whoever is listed is taken.",
        example="Patients may be included if they meet the following:",
        counter_example="Patients may be seen if:",
    ),
    LanguageRule(
        "heading.included.must",
        r"\b(?:must|should|have to|need to|to) (?:also )?(?:meet|satisfy|fulfill?|have|be)\b",
        "What is listed is asked for.",
        example="Subjects must meet the following criteria:",
        counter_example="Subjects must return:",
    ),
    LanguageRule(
        "heading.about-joining",
        r"\b(?:criteria|eligible|included|enrol|recruit|participate|enter)",
        "It speaks of joining.",
        example="To participate, patients must have:",
        counter_example="Patients must have:",
    ),
    LanguageRule(
        "heading.list-follows",
        r"\b(?:following|if|criteria|conditions|who|must|with|below)\b",
        "A list follows.",
        example="Patients are excluded if",
        counter_example="Patients are excluded",
    ),
    LanguageRule(
        "heading.remark",
        r"\b(?:appl(?:y|ies|ied)|fulfill?ing|meeting|met|above|inclusion ?(?:/|and|or|&|\\&) ?(?:/"
        r"|or )?exclusion)\b",
        "Not a heading but a remark.",
        example="Other protocol-defined inclusion/exclusion criteria may apply.",
        counter_example="Exclusion criteria",
    ),
    LanguageRule(
        "heading.denied-before",
        r"\bnot (?:meet|have|fulfil)",
        "The words before the name deny it.",
        example="Patients who do not meet",
        counter_example="Patients who meet",
    ),
    LanguageRule(
        "heading.inline",
        r"(?P<heading>(?:key |main |major )?(?:non-)?(?:inclusion|exclusion)(?: criteria"
        r"| criterion)?:)\s{1,20}(?=\S)",
        "A heading on the line of its first criterion.",
        example="Inclusion Criteria: Age 18",
        counter_example="Inclusion Criteria:",
    ),
    LanguageRule(
        "heading.introduces.count",
        r"\b(?:following|either|both|one|two|three|any) ?:?$",
        "A criterion that introduces its list, not a heading.",
        example="At least two:",
        counter_example="Two cohorts:",
    ),
    LanguageRule(
        "heading.introduces.list",
        r"\b(?:following|defined|least)\b",
        "A criterion that introduces its list by these words.",
        example="Adequate organ function, defined as:",
        counter_example="Organ function:",
    ),
    LanguageRule(
        "heading.group-of-people",
        r"(?:for )?(?:all )?(?:part|cohort|group|phase|arm|module|stage|substudy|main study"
        r"|healthy (?:controls?|volunteers?|subjects?|participants?))s?\b",
        "Whom the criteria below are for.",
        example="Cohort B",
        counter_example="Patients",
    ),
    LanguageRule(
        "heading.topic",
        r"^(?:age|life expectancy|performance status|sex|gender|bmi|nyha|consent|language)\b[^:]{0,20}:?$",
        "A heading that is part of what its items say.",
        example="Age:",
        counter_example="Ages eligible for this part of the study:",
    ),
    flags=re.IGNORECASE,
)
# Small letters before the heading and a capital in it tell it from the same words in a sentence.
TRAILING_HEADINGS = RuleTable(
    LanguageRule(
        "heading.trailing",
        r"(?<=[a-z.;)])\s{1,4}(?P<heading>(?:Exclusion|EXCLUSION) (?:Criteria|CRITERIA):?)$",
        "A heading that lost its line break.",
        example="of childbearing potential Exclusion Criteria",
        counter_example="who meet the exclusion criteria",
    )
)
