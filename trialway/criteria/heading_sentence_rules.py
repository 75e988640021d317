"""Sentences that open a section, and those that only speak of one: **the table** ─▶ section_headings."""

import re

from trialway.language_rules import LanguageRule, RuleTable

HEADING_SENTENCES = RuleTable(
    LanguageRule(
        "heading.verb",
        r"\b(?:is|are|was|were|be|been|being|will|shall|must|may|might|can|could|cannot|should|would|does"
        r"|did|do"
        r"|has|have|had|having|who|that|which|if|when|meet(?:s|ing)?|met|appl(?:y|ies|ied)|fulfil\w{0,5}"
        r"|satisf\w{1,6}|fail(?:s|ed|ure|ing)?|match\w{0,4}|violat\w{1,4}|compl(?:y|ies|iance|ying)|there"
        r"|no|not"
        r"|any|per|willing\w{0,4}|needs?)\b",
        "A word of a sentence: what holds it is no name of a section.",
        example="Failure to meet any of the inclusion criteria",
        counter_example="Key inclusion criteria for part A",
    ),
    LanguageRule(
        "heading.excluded.will-be",
        r"\b(?:(?:will|must|should|shall|are|is|to) (?:also )?be (?:immediately )?excluded|(?:are"
        r"|is|were) excluded|exclude(?!d)|excluded (?:from|if|when|for)|disqualif|prevents? the |preclude)",
        "Whoever is listed is left out.",
        example="Patients will be excluded if they have:",
        counter_example="Patients will be included if they have:",
    ),
    LanguageRule(
        "heading.excluded.cannot",
        r"\b(?:(?:not|in) ?(?:be )?eligible|(?:may|must|can|will|should|shall|are|is"
        r"|could) ?not (?:allowed to |to )?"
        r"(?:be |have |meet |enter |participate |take part|join|enrol|fulfil|satisfy|$)|may not qualify"
        r"|cannot)",
        "Whoever is listed cannot take part.",
        example="You may not participate if:",
        counter_example="You may participate if:",
    ),
    LanguageRule(
        "heading.excluded.none",
        r"\b(?:meet|meets|have|has|satisfy|fulfill?) none of",
        "None of what is listed may be.",
        example="Patients must meet none of the following criteria",
        counter_example="Patients must meet one of the following criteria",
    ),
    LanguageRule(
        "heading.excluded.reason",
        r"\b(?:reasons?|grounds|criteri(?:a|on)|causes?) (?:for|of) (?:exclusion|ineligibility"
        r"|non-?inclusion)"
        r"|\bexclusion criteri(?:a|on)|\b(?:not|n[o']t) (?:meet|fulfill?"
        r"|satisfy)[^:]{0,20} inclusion criteria",
        "A reason to leave somebody out.",
        example="is regarded as a criterion for exclusion",
        counter_example="is regarded as a criterion for inclusion",
    ),
    LanguageRule(
        "heading.plainly-excluded",
        r"\b(?:(?:will|must|should|shall|to|are|is|were|was) (?:also )?(?:be )?(?:immediately )?excluded"
        r"|not (?:be )?(?:eligible|enrolled|included|recruited)|ineligible|(?:will|would) exclude"
        r"|exclusion from)\b",
        "Left out, in words that mean nothing else.",
        example="Infants will not be eligible for this study if they",
        counter_example="Women must not be pregnant",
    ),
    LanguageRule(
        "heading.included.will-be",
        r"\b(?:(?:will|must|should|shall|are|is|to|can|may) (?:also )?be (?:included|eligible"
        r"|enrolled|enroled|recruited)|(?:are|is) (?:included|enroll?ed|recruited)|eligible|may qualify)",
        "Whoever is listed is taken.",
        example="Patients may be included if they meet the following:",
        counter_example="Patients may be seen if:",
    ),
    LanguageRule(
        "heading.plainly-included",
        r"\b(?:(?:inclusion|enroll?ment|eligibility|entry) criteria|(?:be|is"
        r"|are) (?:also )?(?:eligible (?:for|to|if)"
        r"|enroll?ed|included|recruited))\b",
        "Taken, in words that mean nothing else.",
        example="Cohorts A1 and A2 must meet the following enrollment criteria",
        counter_example="Women must be pregnant",
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
        "heading.list-begins",
        r"\b(?:following|below|these)\b|\b(?:if|if they|who|with|that|when)$",
        "A list begins, also where no colon says so.",
        example="Subjects with any of the following will be excluded",
        counter_example="Subjects with unstable asthma will be excluded",
    ),
    LanguageRule(
        "heading.remark",
        r"\b(?:appl(?:y|ies|ied)|fulfill?ing|meeting|met|above|inclusion ?(?:/|and|or|&|\\&) ?(?:/"
        r"|or )?exclusion)\b",
        "Not a heading but a remark.",
        example="Other protocol-defined inclusion/exclusion criteria may apply.",
        counter_example="Exclusion criteria",
    ),
    flags=re.IGNORECASE,
)
