"""What headings inside a section say of people, parts and topics: **the table** ─▶ outline, read_criteria."""

import re

from trialway.language_rules import LanguageRule, RuleTable

HEADING_SCOPES = RuleTable(
    LanguageRule(
        "heading.step",
        r"\b(?:randomi[sz]ation|cross-?over|extension|re-?treatment)\b",
        "A step that a section is for.",
        example="Inclusion Criteria (to randomization)",
        counter_example="Inclusion criteria for random samples",
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
        "heading.people",
        r"\b(?:patients?|participants?|subjects?|cases?|recipients?|probands?|persons?|people|users?)\b",
        "The people of a study, who are one group where another is named beside them.",
        example="Inclusion Criteria for patients",
        counter_example="Inclusion criteria",
    ),
    LanguageRule(
        "heading.other-people",
        r"\b(?:controls?|healthy|care-? ?givers?|carers?|donors?|parents?|mothers?|fathers?|siblings?"
        r"|partners?"
        r"|spouses?|relatives?|famil(?:y|ies)|providers?|clinicians?|physicians?|nurses?|staff|teachers?"
        r"|students?"
        r"|support persons?|co-?parents?)\b",
        "Another group than the patients.",
        example="Inclusion criteria for healthy controls",
        counter_example="Inclusion criteria for patients",
    ),
    LanguageRule(
        "heading.part-of-study",
        r"\b(?:arms?|cohorts?|(?<!working )groups?|parts?|phases?|sub-?stud(?:y|ies)|stages?|modules?)\b",
        "A part of the study, which takes its own people.",
        example="Candidates for the high risk arm",
        counter_example="Candidates for surgery",
    ),
    LanguageRule(
        "heading.part-by-name",
        r"\b(?:arm|cohort|group|part|phase|module|sub-?study)s? (?-i:[A-H]|\d{1,2}[a-z]?|[IVX]{1,4})\b",
        "A part of the study by its letter or number.",
        example="Part A",
        counter_example="take part in a study",
    ),
    LanguageRule(
        "heading.everybody",
        r"\b(?:all|both|every|each|any)\b",
        "Everybody, whatever the group.",
        example="Exclusion Criteria for All Participants",
        counter_example="Exclusion criteria for participants",
    ),
    LanguageRule(
        "heading.note",
        r"^(?:notes?|nb|comments?|remarks?|abbreviations|definitions?)\b[^:]{0,20}:?$",
        "A remark, not a group.",
        example="Notes:",
        counter_example="Notable exceptions for cohort B:",
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
