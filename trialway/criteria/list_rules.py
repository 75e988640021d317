"""How lines lead into a list, name their own people or permit something: **the table** ─▶ list_adoption,
own_scopes."""

import re

from trialway.language_rules import LanguageRule, RuleTable

_PART = r"(?:cohort|part|phase|arm|group|module|sub-?study)s?"
_MARK = r"(?:\d{1,2}[a-z]?|[ivx]{1,4}|[a-z]\d?)\b"
_PARTS = rf"{_PART} {_MARK}(?: ?(?:,|and|&|or|/|-) ?(?:and )?(?:{_PART} )?{_MARK}){{0,4}}"
_PERSONS = (
    r"(?:females?|males?|wom[ae]n|m[ae]n|girls?|boys?|adolescents?|children|child|adults?|infants?|neonates"
    r"|teens"
    r"|care-? ?givers?|carers?|parents?|mothers?|fathers?|donors?|recipients?|controls?|siblings?|partners?"
    r"|spouses?"
    r"|providers?|clinicians?|physicians?|nurses?|teachers?|students?|volunteers|support persons?"
    r"|family members?)"
)
_PATIENTS = (
    r"(?:patients?|participants?|subjects?|persons?|people|individuals?|volunteers?|controls?|cases?|group"
    r"|cohort)"
)
_KIND = r"(?:pa?ediatric|adolescent|adult|healthy|control|female|male|elderly|young|older|normal)"
_GROUP = rf"(?:(?:the |all )?(?:{_KIND} ){{0,2}}{_PERSONS}|{_KIND} {_PATIENTS})"

LISTS = RuleTable(
    LanguageRule(
        "list.leads-in",
        r"\b(?:following|includ(?:e|es|ing)(?: but not limited to)?|such as|below|of (?:these|those)"
        r"|or more|methods?|defined (?:as|by)|any of|either)"
        r"[^:.;]{0,30}[:：]$",
        "A line whose list stands below it.",
        example="must use one of these methods, which include:",
        counter_example="Pulmonary: history of asthma",
    ),
    LanguageRule(
        "list.patients-with",
        rf"^{_PATIENTS} with [^:.;]{{3,60}}[:：]$",
        "A group of patients, where another group stands in the same list.",
        example="Patients with asthma:",
        counter_example="Patients with asthma: stable treatment",
    ),
    LanguageRule(
        "list.examples",
        r"\b(?:such as|including(?: but not limited to)?|methods?,? (?:which |that )?includ(?:e|ing)"
        r"|for example"
        r"|examples?|e\.g\.?)[^:.;]{0,30}[:：]$",
        "What follows are examples: one of them is enough.",
        example="highly effective methods include:",
        counter_example="all of the following:",
    ),
    LanguageRule(
        "list.methods",
        r"\b(?:contracepti\w{1,6}|birth control)\b[^.;]{0,60}\b(?:methods?|includes?|including|defined"
        r"|following)\b"
        r"|\bmethods? of (?:contraception|birth control)\b",
        "A list of what counts as contraception.",
        example="Highly effective contraception methods include:",
        counter_example="Women who do not use contraception",
    ),
    LanguageRule(
        "list.negated",
        r"^(?:(?:patients?|subjects?|participants?|individuals?|they|he or she|women|men) )?"
        r"(?:(?:with|must|should|shall|may|do|does|will|has|have|had|is|are) )?"
        r"(?:no|none|not|absence|without|never|free (?:of|from)|lack of|cannot)\b",
        "What follows is denied.",
        example="Must not have any of the following:",
        counter_example="Must have any of the following:",
    ),
    LanguageRule(
        "list.negated-twice",
        r"^(?:(?:patients?|subjects?|participants?|individuals?|they|he or she|women|men) )?"
        r"(?:(?:must|should|shall|may|can) not|cannot|no|none|has no|have no|with no|not (?:suitable"
        r"|eligible|appropriate|to be|allowed))\b",
        "An exclusion that says once more that something must not be.",
        example="Patient must not have any of the following:",
        counter_example="Not willing to use one of the following:",
    ),
    LanguageRule(
        "list.exceptions",
        r"\b(?:except(?:ions?|ing)?|unless|other than|with the exclusion of)\b[^:.;]{0,50}[:：]$",
        "What follows does not count.",
        example="No other malignancy with the following exceptions:",
        counter_example="No other malignancy, such as:",
    ),
    LanguageRule(
        "scope.of-women-anyway",
        r"\b(?:pregnan|lactat|breast-?feed|nursing)",
        "What can only hold for women.",
        example="Females: negative pregnancy test",
        counter_example="Females: hemoglobin above 12 g/dL",
    ),
    LanguageRule(
        "scope.of-both-sexes",
        r"\b(?:contracep|abst|birth control|partner|men|males?)\b|contracep|abstin",
        "What can hold for women and for men.",
        example="agreement to use contraception",
        counter_example="negative pregnancy test",
    ),
    LanguageRule(
        "scope.of-women",
        r"^(?:for )?(?:\w{1,12} )?(?:females?|women|woman)\b",
        "Women are meant.",
        example="For women of childbearing potential",
        counter_example="For men",
    ),
    LanguageRule(
        "list.new-demand",
        r"^(?:signed|written|informed|provision|provided|able|ability|willing\w{0,4}|agree\w{0,4}|must "
        r"|(?:patients?|subjects?|participants?|individuals?|they) |ecog|life expectancy|adequate|pregnan"
        r"|unwilling"
        r"|unable|inability|ages?d? (?:\W{0,5}|over |above |of |at least |between )(?:16|18|20|21)\b)",
        "A criterion with a beginning of its own.",
        example="Written informed consent",
        counter_example="Intrauterine device",
    ),
    LanguageRule(
        "list.new-exclusion",
        r"^(?:history|known|any |active|current|previous|prior|women|females?|has |have )",
        "An exclusion with a beginning of its own.",
        example="History of stroke",
        counter_example="Stroke",
    ),
    LanguageRule(
        "scope.bracket",
        rf"^(?:\[[^\]]{{0,60}}\b(?:{_PERSONS}|{_KIND}|{_PATIENTS}|{_PART}|only)\b[^\]]{{0,40}}\]"
        rf"|\((?:{_GROUP}|{_PATIENTS}|[^()]{{0,40}}\b(?:{_PART} {_MARK}"
        rf"|only)[^()]{{0,40}})\))(?=\s{{0,4}}\S)",
        "The people of one criterion, in brackets before it.",
        example="[Pediatric patients] must be younger than 30",
        counter_example="[18F]-FDG PET",
    ),
    LanguageRule(
        "scope.bracket-behind",
        rf"[\[(](?:(?:for )?(?:[^()\[\]]{{0,30}}\b)?(?:{_PART} {_MARK}|{_PERSONS}"
        rf"|{_PATIENTS})[^()\[\]]{{0,30}} only"
        rf"|(?:for )?(?:cohort|arm|part|group)s? {_MARK}(?: (?:and|or) {_MARK})?)[\])]\W{{0,2}}$",
        "The people of one criterion, in brackets behind it.",
        example="at least one measurable lesion (Phase 3 only)",
        counter_example="at least one measurable lesion (skin only)",
    ),
    LanguageRule(
        "scope.part",
        rf"^(?:(?:for|in) )?(?:(?:the )?{_PATIENTS} (?:enrolled |enrolling |participating )?(?:in|of|for) )?"
        rf"(?:the )?{_PARTS}(?: only)?(?: {_PATIENTS})?(?: only)? ?(?:\([^()]{{1,60}}\)"
        rf" ?)?[:,–-](?=\s{{0,4}}\S)",
        "The part of a study that one criterion is for.",
        example="For cohort B: measurable disease",
        counter_example="Group A streptococcus infection",
    ),
    LanguageRule(
        "scope.in-part",
        rf"^(?:for )?{_PATIENTS} (?:enrolled |enrolling |participating )?in (?:the )?{_PARTS}",
        "The part of a study whose people a criterion is about.",
        example="Participants in Cohort 2 must have received chemotherapy",
        counter_example="Participants in another trial",
    ),
    LanguageRule(
        "scope.people",
        rf"^(?:(?:for )?{_GROUP}(?: of [^:.;]{{3,50}})?"
        rf"|for {_PATIENTS} with [^:.;]{{3,60}})(?: only)?(?: \([^()]{{1,60}}\))?(?: only)?"
        rf" ?[:：](?=\s{{0,4}}\S)",
        "The people of one criterion, before a colon.",
        example="Females: negative pregnancy test",
        counter_example="Female sex: by self-report",
    ),
    LanguageRule(
        "scope.section",
        r"^(?:inclusion|exclusion) criteri(?:a|on)s? (?:for|of|in) [^:]{2,60}:(?=\s{0,4}\S)",
        "The people of one criterion, named like a section.",
        example="Inclusion criterion for the dose escalation: advanced tumors",
        counter_example="Inclusion criteria: advanced tumors",
    ),
    LanguageRule(
        "scope.group-above",
        rf"^(?:(?:for )?(?:in )?(?:the )?(?:{_GROUP}|{_PATIENTS})|for {_PATIENTS} with [^:.;]{{3,60}}"
        rf"|(?:for )?{_PARTS}"
        rf"|healthy (?:volunteers?|controls?|subjects?|participants?))"
        r"(?: only)?(?: \([^()]{1,60}\))?(?: only)? ?[:：]?$",
        "A line that names the people of the criteria below it.",
        example="Healthy volunteers:",
        counter_example="Healthy volunteers aged 18 to 45",
    ),
    LanguageRule(
        "permission.first",
        r"^(?:(?:allowed|permitted)(?=:)|(?:allowed|permitted|acceptable|eligible) (?:are|is|if)"
        r"|exceptions?(?: (?:are|is|include))?:?"
        r"|the following (?:\w{1,20} ){0,4}(?:are|is) (?:allowed|permitted))\b",
        "It begins by saying that something is allowed.",
        example="Allowed are those who ended it more than 4 weeks before",
        counter_example="Acceptable blood pressure",
    ),
    LanguageRule(
        "permission.last",
        r"\b(?<!^)(?<!who )(?<!that )(?<!which )(?<!not )(?:(?:may|can) (?:still |also )?(?:participate"
        r"|enroll?|enter"
        r"|take part|join|be (?:included|enroll?ed|registered|recruited))"
        r"|(?:is|are|will be|may be|can be|remain) (?:also |still )?"
        r"(?:allowed|permitted|eligible(?! for (?!(?:the |this )?(?:study|trial|enrol|inclusion"
        r"|participation)))"
        r"|acceptable|permissible|not excluded|not exclusionary|not (?:an? )?exclusions?(?: criteri(?:a"
        r"|on))?))\b"
        r"(?: (?:to|for|in|on|if|when|provided|as long|after|with|at|by|regardless)\b[^.;]{0,120})?\W{0,2}$",
        "It ends by saying that something is allowed.",
        example="Patients with controlled asthma are permitted",
        counter_example="Patients with asthma are not permitted",
    ),
    LanguageRule(
        "permission.not-alone",
        r"\b(?:not (?:be )?(?:allowed|permitted|eligible|acceptable)|unless|except|but|however"
        r"|(?<!not )exclud(?:ed"
        r"|es?)|only|(?<=\w )exceptions?)\b"
        r"|[.;(]\s?\w",
        "More than a permission is said.",
        example="History of cancer, but skin cancer is allowed",
        counter_example="Patients with skin cancer are allowed",
    ),
    flags=re.IGNORECASE,
)
