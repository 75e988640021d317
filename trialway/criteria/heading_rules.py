"""How sections of an eligibility text are named: **the tables** ─▶ section_headings, heading_lines."""

import re

from trialway.language_rules import LanguageRule, RuleTable

HEADINGS = RuleTable(
    LanguageRule(
        "heading.section",
        r"(?:(?P<group>[^:]{1,80}): {1,3})?(?P<before>[^:]{0,80}?)\b(?:inc)?(?P<not>non?-?\s?|not |in)?"
        r"(?P<side>inclusion|exclusion|inclusive|exclusive|elimination|selection|eligibility|enroll?ment)s?"
        r"(?P<criteria> criteri(?:a|on)?s?| requirements)?(?P<after>[^:]{0,110})",
        "A section by its name.",
        example="Key Inclusion Criteria",
        counter_example="Key conclusions",
    ),
    LanguageRule(
        "heading.criteria-before",
        r"\b(?:criteri(?:a|on)|conditions|requirements|reasons?|grounds) (?:for|of) $",
        "What the side is about, before it.",
        example="Criteria for ",
        counter_example="Criteria for patients with ",
    ),
    LanguageRule(
        "heading.other-language",
        r"(?:\w{1,12} ){0,2}(?:(?:crit[eè]res?|criterios?|crit[eé]rios?|criteri) (?:de |d['’]|di )"
        r"(?:la |l['’])?(?:non[- ]|no )?(?:[ei][nx]cl|escl)us[\wãóà]{1,5}"
        r"|(?:einschlu(?:ss|ß)|ausschlu(?:ss|ß))-?kriterien|(?:inclusie|exclusie|insluitings"
        r"|uitsluitings)-?criteria)"
        r"[^:]{0,60}",
        "A section by its name in French, Spanish, Portuguese, Italian, German or Dutch.",
        example="Critères d'exclusion",
        counter_example="Critères de Rome IV",
    ),
    LanguageRule(
        "heading.negative-side",
        r"\b(?:exclu|esclus|elimin|ausschlu|uitsluit|n(?:o|on|ot)[- ]inclus|ineligib)",
        "The section of those who are left out.",
        example="Critères de non inclusion",
        counter_example="Inclusion criteria",
    ),
    LanguageRule(
        "heading.mixed",
        r"(?!no )(?:[\w-]{1,20} ){0,3}inclusion ?(?:/|and|&|\\&) ?(?:/|or )?exclusion(?: criteri(?:a|on)s?)?"
        r"(?: for [^:]{1,60})?",
        "One section for both sides.",
        example="Key Inclusion/Exclusion Criteria",
        counter_example="No inclusion criteria",
    ),
    LanguageRule(
        "heading.leaving",
        r"(?:(?:study|subjects?|patients?|participants?|early|treatment|individual|general|premature) ){0,3}"
        r"(?:withdrawal|discontinuation|drop-? ?out|removal|termination|stopping|exit)s?(?: and \w{1,15})?"
        r" (?:criteri(?:a|on)|rules)[^:]{0,60}"
        r"|(?:the )?(?:criteri(?:a|on)|reasons?) (?:for|of) (?:[\w' /-]{0,50} )?(?:withdraw\w{0,4}"
        r"|discontinu\w{1,6}"
        r"|drop(?:ping)?-? ?out|removal|elimination|termination|stopping)[^:]{0,60}",
        "Criteria for leaving a study, not for joining it.",
        example="Criteria for withdrawal from the study",
        counter_example="Criteria for entry",
    ),
    LanguageRule(
        "heading.elimination",
        r"elimination(?: criteri(?:a|on)s?)?",
        "Criteria for leaving where another section names the exclusions, else the exclusions.",
        example="Elimination criteria",
        counter_example="Exclusion criteria",
    ),
    LanguageRule(
        "heading.later-step",
        r"(?:[\w-]{1,20} ){0,2}(?:randomi[sz]ation|cross-?over|re-?treatment|continued eligibility"
        r"|maintenance)"
        r" criteri(?:a|on)[^:]{0,40}"
        r"|criteri(?:a|on) (?:for|to) (?!.{0,60}(?:lead-in|run-in|screening"
        r"|first))(?:[\w-]{1,20} ){0,5}(?:randomi[sz]ation|cross-?over|re-?treatment"
        r"|phase|extension|period|stage)\b[^:]{0,60}",
        "Criteria for a later step of those who have joined.",
        example="Criteria for the second phase",
        counter_example="Criteria for healthy volunteers",
    ),
    LanguageRule(
        "heading.participle",
        r"(?:(?:the|all|any) )?(?:(?:patients?|subjects?|participants?|individuals?|persons?|people"
        r"|volunteers?"
        r"|candidates?|those|women|men|adults|children) )?(?:(?:who|that|to|will) )?(?:(?:are|were|be|is) )?"
        r"(?P<side>(?:not |non-|in)eligible|not (?:be )?included|excluded|included|eligible)"
        r"(?: (?:are|if|patients?|subjects?|participants?|within [^:]{1,40}))?",
        "A section by what becomes of those in it.",
        example="Patients excluded",
        counter_example="Patients seen",
    ),
    LanguageRule(
        "heading.introductory",
        r"(?:for|of|in|to|by|according|specific|prior|related|determined|assessed|disease)\b|[-–(/]",
        "How words go on behind the name of a section.",
        example="for group A",
        counter_example="were met",
    ),
    LanguageRule(
        "heading.inline",
        r"(?P<heading>(?:(?:cohort|group|part|arm|phase) \w{1,3},? )?(?:(?:key|main|major|study|general"
        r"|additional"
        r"|specific) ){0,2}(?:non-)?(?:inclusion"
        r"|exclusion)"
        r"(?P<criteria>s? criteri(?:a|on)s?)?(?P<group> (?:for|of|in) [^:.]{2,60})? ?[:：]|(?:excluded"
        r"|not eligible) ?[:：])"
        r"\s{0,20}(?=[^\s:：])",
        "A heading on the line of its first criterion.",
        example="Inclusion Criteria:Age 18",
        counter_example="Inclusion Criteria:",
    ),
    LanguageRule(
        "heading.inline-stop",
        r"(?P<heading>(?:(?:key|main|major|study|general) ){0,2}(?:non-)?(?:inclusion|exclusion)"
        r"(?P<criteria> criteri(?:a|on))(?P<group>))\.\s{1,4}(?=\w)",
        "A heading with a full stop on the line of its first criterion.",
        example="Study Exclusion Criteria. History of stroke",
        counter_example="Exclusion criteria.",
    ),
    LanguageRule(
        "heading.leads-into",
        r"\b(?:the|any|all|of|no|meets?|following|per|these|and|or|with|by|under|above|other|study|trial|an?"
        r"|meeting|fulfill?|defined|protocol)\W{0,3}$",
        "Words that lead into those behind them, which therefore begin no heading.",
        example="does not meet the",
        counter_example="written informed consent",
    ),
    flags=re.IGNORECASE,
)
# Small letters before the heading and a capital in it tell it from the same words in a sentence.
TRAILING_HEADINGS = RuleTable(
    LanguageRule(
        "heading.trailing",
        r"(?<=[a-z.;)])(?P<dash>\s{1,4}[-–])?\s{1,4}(?P<heading>(?:(?<=[-–] )(?:[A-Z][a-z]{2,20} ){1,2})?"
        r"(?:(?:Exclusion|EXCLUSION|Inclusion|INCLUSION) (?:[Cc]riteria|CRITERIA)"
        r"|(?:Specific|Additional|General|Key|Group \w{1,3}|Cohort \w{1,3}|Part \w{1,3}) (?:in"
        r"|ex)clusion criteria"
        r"(?: for [^.:]{3,50})?):?)$",
        "A heading that lost its line break.",
        example="of childbearing potential Exclusion Criteria",
        counter_example="who meet the exclusion criteria",
    ),
    LanguageRule(
        "heading.mid-line",
        r"(?<=[A-Za-z0-9.;,)\]%])\s{1,4}(?P<heading>(?:(?:Key|Main|Major|KEY|MAIN) )?"
        r"(?:Non-)?(?:Exclusion|EXCLUSION|Inclusion|INCLUSION) (?:[Cc]riteria|CRITERIA) ?[:：]|(?<=[.;,] )"
        r"(?:Exclusions?|EXCLUSIONS?|Inclusions?|INCLUSIONS?) ?[:：])\s{0,20}(?=\S)",
        "A heading in the middle of a line.",
        example="adults with asthma. Exclusion Criteria: pregnant",
        counter_example="see the exclusion criteria: pregnant",
    ),
)
