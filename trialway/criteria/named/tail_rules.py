"""Words behind the name of an illness, a medicine or a procedure that change what it is said for: **the
table** ─▶ tails."""

from trialway.language_rules import LanguageRule, RuleTable

TAILS = RuleTable(
    LanguageRule(
        "tail.measure",
        r"[ -](?:(?:rating|severity|symptom|disability|quality|status|activity|function|impact"
        r"|assessment) )?(?:scales?|scores?|index"
        r"|indices|questionnaires?|inventory|tests?|testing|screening|screen|survey|diary|criteria|guidelines?|levels?|values?|panel"
        r"|profile|function|classification|class|antibod(?:y|ies)|antigens?|titers?|titres?|serology|concentrations?)\b",
        "A scale or a test, not the illness itself.",
        example=" severity index",
        counter_example=" of the severe kind",
    ),
    LanguageRule(
        "tail.of-care",
        r"[ -](?:(?:prevention|control|management|relief) )?(?:treatments?|therap(?:y|ies)|medications?"
        r"|medicines?|drugs?|clinics?|cent(?:er|re)s?"
        r"|specialists?|units?|ward|prevention|prophylaxis|management|care|program(?:me)?s?|education|trials?|stud(?:y|ies)|vaccin(?:es?|ations?)|surgery|diets?"
        r"|specific survival|free|devices?|registry|research|samples?|specimens?|tissues?|cells?"
        r"|lesions?|histor(?:y|ies)|symptoms?|antigens?|exposure|changes?|insurance|compliance|adherence|doses?|vaccines?|allergens?|groups?|arms?|cohorts?|units?|rates?)\b",
        "What is done about the illness.",
        example=" medication",
        counter_example=" in remission",
    ),
    LanguageRule(
        "tail.negative",
        r"(?: \([a-z0-9 -]{1,20}\))?[ ,:-]{0,2}(?:(?:is|are|was|were|must be|has been) )?(?:negative"
        r"|absent|excluded|ruled out|not present|not detected"
        r"|undetectable)\b(?! (?:impact|effect|symptoms?))",
        "It is not there.",
        example=" has been ruled out",
        counter_example=" with negative impact",
    ),
    LanguageRule(
        "tail.qualifier",
        r"[ ,(-]{1,3}(?:(?:that|which) )?(?:is |are )?(?:currently )?(?P<how>(?:(?:clinically|poorly"
        r"|inadequately|not well|well|not"
        r"|moderate to|mild to) )?(?:severe|significant|serious|mild|moderate|major|minor|stable"
        r"|unstable|controlled|uncontrolled"
        r"|treated|untreated|active|inactive|acute|chronic|recurrent|refractory|resistant|persistent|progressive|symptomatic"
        r"|asymptomatic|relapsed|decompensated|advanced))(?=\)?(?:$|[,;.:]| (?:or|and|at|during"
        r"|in the) ))\)?",
        "How it is, said behind the name.",
        example=", severe",
        counter_example=", severe gout",
    ),
    LanguageRule(
        "tail.goes-on",
        r"(?!\s?(?:$|[,;.:)\]/(]|(?:or|and|and/or|nor|within|at|during|in the)\b))",
        "A bare noun goes on: it is a part of another name, or of some of them.",
        example=" of physical mobility",
        counter_example="",
    ),
    LanguageRule(
        "tail.aim",
        r" ?(?:for|of|to treat|to prevent|against|to manage|to control)\b",
        "The illness behind is what a treatment is for.",
        example=" for hypertension",
        counter_example=" and hypertension",
    ),
    LanguageRule(
        "tail.purpose",
        r"[ ,(]{0,3}(?:(?:treated|operated|medicated|tested|screened|evaluated|used|taken|given"
        r"|indicated|done|performed|prescribed|approved) )?(?:for"
        r"|to treat|to prevent)"
        r"(?: the (?:treatment|indication|prevention|management) of)?\b",
        "What something is done for.",
        example="for obesity",
        counter_example="before obesity",
    ),
    LanguageRule(
        "tail.cause",
        r"(?: ?\([a-z0-9/ -]{2,12}\))?,? (?:that (?:is|are) |which (?:is|are) )?(?:due to|secondary to"
        r"|caused by|because of|resulting from|attributable to"
        r"|induced by|arising from|as a (?:result|consequence) of|in the context of|following|other than)\b",
        "What it comes from, which narrows it.",
        example=" secondary to amyloidosis",
        counter_example=" and amyloidosis",
    ),
    LanguageRule(
        "tail.separator",
        r"[.](?= |$)|[;,:()\[\]]|/(?=[a-z])|\b(?:or|and|and/or|nor|plus|as well as)\b|&| - ",
        "What parts the items of a list.",
        example="asthma or gout",
        counter_example="asthma for years",
    ),
    LanguageRule(
        "tail.counted",
        r"\b(?:(?:at least|≥|any) ?)?(?:\d|one|two|three|four)(?: or more| \(\d\))?(?: of)?(?: the"
        r"| these)? (?:following|criteria|signs|symptoms"
        r"|conditions|risk factors)\b|\bcannot be\b|\b(?:may|might) (?:be|have)\b",
        "So many of several things count, or some may: none of them is asked for alone.",
        example="at least two of the following",
        counter_example="all of the following",
    ),
    LanguageRule(
        "tail.test",
        r"\b(?:mri|ct|pet|scans?|imaging|x-?rays?|radiograph\w{0,4}|ultrasound\w{0,8}|echo\w{0,14}|ecg|ekg|electrocardio\w{0,6}|test(?:s|ing)?"
        r"|examination|biops\w{1,3}|tomography|angiogra\w{1,4}|endoscop\w{1,3}|colonoscop\w{1,3}|spirometry|questionnaires?|histology|screening)\b",
        "A test.",
        example="cardiac mri",
        counter_example="dialysis",
    ),
    LanguageRule(
        "tail.exception",
        r"\b(?:(?P<lists>except(?:ing|ions?)?(?: for| of)?|other (?:[a-z]{2,14} ){0,2}than|excluding"
        r"|not including|apart from"
        r"|with the exclusion of|but not(?! limited)|aside from)|unless|provided"
        r"|(?:is|are|will be|may be) (?:allowed|permitted|acceptable|eligible)|(?:only )?if"
        r"|that (?:has|have|is|are|was|were) not|not requiring|without)(?![a-z])",
        "Some of it, or some people, are left out.",
        example=" except non-melanoma skin cancer",
        counter_example=" and hypertension",
    ),
)
