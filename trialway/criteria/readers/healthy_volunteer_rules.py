"""How healthy people are asked for, and what only speaks of them: **the table** ─▶ healthy_volunteers."""

from trialway.language_rules import LanguageRule, RuleTable

# "Japanese", "Korean", "Caucasian"; "obese", too.
_ORIGIN = r"[a-z]{2,9}(?:ese|ean|ian)"
_PEOPLE = (
    rf"(?:volunteers?|subjects?|participants?|controls?|people|individuals?|adults?|persons?|males?"
    rf"|females?|men|women|child|children|infants?|{_ORIGIN}|group)"
)

HEALTHY_VOLUNTEERS = RuleTable(
    LanguageRule(
        "healthy.named.people",
        rf"(?<!otherwise )(?<!generally )(?<!is )\bhealthy,? ?(?:\(?(?:(?:normal|human|adult|male"
        rf"|female|control|term|non-?smoking|young|{_ORIGIN}|elderly|ambulatory|asymptomatic|,|and|or|/"
        rf"|and/or) ?){{0,4}})?{_PEOPLE}\b",
        "Healthy people.",
        example="healthy adult volunteers",
        counter_example="otherwise healthy adults",
    ),
    LanguageRule(
        "healthy.named.first-word",
        r"^healthy\b(?=$|,? (?:as|or|and|\()| ?[(:;.])|^healthy$",
        "The first word of a criterion.",
        example="healthy as judged by the investigator",
        counter_example="healthy diet",
    ),
    LanguageRule(
        "healthy.named.is-healthy",
        r"(?:subject|participant|patient|volunteer"
        r"|individual|they|he|she)s? (?:is|are|be|should be|must be"
        r"|will be) (?:generally )?healthy\b(?!,? (?:enough|to))",
        "People who are healthy.",
        example="the subject is healthy",
        counter_example="the subject is healthy enough",
    ),
    LanguageRule(
        "healthy.named.in-a-part",
        r"\b(?:for|part) ?[^:.]{0,25}: (?:generally )?healthy\b",
        "Healthy people in one part.",
        example="for part 1: healthy",
        counter_example="part 1 includes healthy",
    ),
    LanguageRule(
        "healthy.origin",
        rf"\b{_ORIGIN}\b",
        "Where people or their families are from, or how they are: it narrows, and is not read.",
        example="healthy japanese volunteers",
        counter_example="healthy adult volunteers",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "healthy.other.compared",
        r"\b(?:than|compared|mean|plus|sd|value|values|relative to) (?:the )?(?:\w{1,12} )?$",
        "Healthy people as a measure.",
        example="compared with ",
        counter_example="prepared ",
    ),
    LanguageRule(
        "healthy.other.of-them",
        r"\b(?:of|for|enough|otherwise) (?:the )?(?:\w{1,12} )?$",
        "Something of them or for them.",
        example="for the ",
        counter_example="before ",
    ),
    LanguageRule(
        "healthy.part-before",
        r"(?:for|part \d) ?:? $",
        "The part that they take part in.",
        example="part 1: ",
        counter_example="values for the ",
    ),
    LanguageRule(
        "healthy.but-for",
        r"\bhealthy (?:child|subjects?|patients?|participants?)? ?(?:except|enough|to )",
        "Healthy but for something, or for something.",
        example="healthy patients except",
        counter_example="healthy patients aged",
    ),
)
