"""How infections are named, and what is said of them: **the table of the reader** ─▶ infections."""

from trialway.language_rules import LanguageRule, RuleTable

# What stands first takes the words: several at once before each.
INFECTIONS = RuleTable(
    LanguageRule(
        "infection.name.several",
        r"(?P<several>\bhepatitis (?:a ?(?:,|/|or|and) ?)?b(?: ?virus)? ?(?:,|/|or|and|and/or|,? or"
        r"|,? and) ?(?:hepatitis )?c\b)",
        "One word for hepatitis B and C.",
        example="hepatitis b and/or c",
        counter_example="hepatitis b and cirrhosis",
    ),
    LanguageRule(
        "infection.name.hiv",
        r"(?P<hiv>(?:human immuno-?deficiency[ -]virus(?:es)?(?: ?\(hiv\))?(?: (?:infection|disease))?"
        r"|\bhiv(?:-?[12](?:/2)?)?\b(?: (?:infection|disease))?|human immunodeficiency disease))",
        "HIV.",
        example="human immunodeficiency virus (hiv) infection",
        counter_example="human papillomavirus infection",
    ),
    LanguageRule(
        "infection.name.hepatitis-b",
        r"(?P<hepatitis_b>(?:hepatitis[ -]?b(?![a-z])(?: ?(?:virus|surface|core))?(?: antigens?| antibod(?:y"
        r"|ies))?(?: ?\((?:hbv|hbsag|hbcab)\))?(?: infections?)?|\bhbv\b(?:[ -]?dna)?|\bhbsag\b"
        r"|hepatitis bsag|\bhbs-?ag\b|\bhbcab\b))",
        "Hepatitis B, by its name or its tests.",
        example="hepatitis b surface antigen (hbsag)",
        counter_example="hepatitis before treatment",
    ),
    LanguageRule(
        "infection.name.hepatitis-c",
        r"(?P<hepatitis_c>(?:hepatitis[ -]?c(?![a-z])(?: ?virus(?:es)?)?(?: ?\(hcv\))?(?: antibod(?:y"
        r"|ies))?(?: infections?)?|\bhcv\b(?:[ -]?(?:rna|ab|antibody))?|\bhcvab\b|hepatitis c test))",
        "Hepatitis C, by its name or its tests.",
        example="hcv rna",
        counter_example="hepatitis caused by drugs",
    ),
    LanguageRule(
        "infection.narrow",
        r"\b(active|uncontrolled|untreated|chronic|acute|advanced|detectable)\b"
        r"(?: (?:or|and|\w{1,10}) ?){0,3} ?$",
        "How the infection must be to count.",
        example="active or chronic ",
        counter_example="activated ",
    ),
    LanguageRule(
        "infection.not.led-by",
        r"(?:pah-|pah associated with |vaccin\w{1,5} (?:against|for) |anti-?retroviral |exposure to )$",
        "Another illness that came of it, a vaccine, a medicine, a contact.",
        example="vaccinated against ",
        counter_example="infected with ",
    ),
    LanguageRule(
        "infection.not.followed-by",
        r" ?(?:vaccin|testing (?:is|will)|-?negative donor|-?(?:dna|rna|viral load)\b(?!.{0,20}\bpositiv))",
        "A vaccine, a test to come, a donor.",
        example=" vaccination",
        counter_example=" infection",
    ),
    LanguageRule(
        "infection.negative-before",
        r"\b(?:negative|seronegative)(?: (?:test(?:s|ing)?|results?|serology|status|for|of|to|total"
        r"|serum|either|antibody|human)){0,8}? ?(?:[\w(),/ -]{0,60})$",
        "A negative test, told before the name.",
        example="negative test results for ",
        counter_example="negative. ",
    ),
    LanguageRule(
        "infection.negative-after",
        r"[ )-]{0,3}(?:and [a-z ]{1,20} )?(?:\w{1,10} ){0,2}?(?:(?:tests?|status|results?|nat|rna|dna"
        r"|serology|antibod\w{1,3}) )?(?:is |are |must be |was )?(?:negative|undetectable|seronegative)\b",
        "A negative test, told after the name.",
        example=" test must be negative",
        counter_example=" test must be positive",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "infection.turned",
        r"[.;]|positive",
        "A sentence ends, or another test is positive: what was negative before says nothing.",
        example="negative; known",
        counter_example="negative for",
    ),
)
