"""The words around the head noun of a time window: **the table of its class** ─▶ head_nouns."""

from trialway.language_rules import LanguageRule, RuleTable

WINDOW_CLASSES = RuleTable(
    LanguageRule(
        "window.recent",
        r"\s?(?:current|recent|ongoing|prior|previous)(?: (?:or|and/or) "
        r"(?:current|recent|prior|previous))? \(",
        '"Current or recent (within 4 weeks) treatment": the head noun comes after.',
        example=" current or recent (",
        counter_example=" current or recent treatment (",
    ),
    LanguageRule(
        "window.anchor",
        r"\b(?:prior to|before|of|preceding|from|at) (?:the )?(?:[\w-]{1,14} ){0,3}?(?:screening|visit"
        r"|enrol\w{1,5}|inclusion|randomi[sz]ation|consent|study|trial|first dose|baseline|treatment"
        r"|admission)\b(?: (?:visit|treatment|drug|entry|period|start|medication|of study \w{1,12}))?",
        'What an earlier window is counted from: "48 hours prior to the screening visit or …".',
        example="prior to the screening visit",
        counter_example="prior to the screw removal",
    ),
    LanguageRule(
        "window.weak-head",
        r"\b(?:document(?:ed|ation)|performed|obtained|collected|determined|recorded|reported?"
        r"|evaluated|verified|confirmed|done)\b",
        "Words of finding out, where no noun tells more.",
        example="as documented ",
        counter_example="as described ",
    ),
    LanguageRule(
        "window.value-then",
        r"[≥≤<>] ?\d[^();]{0,90}\($|[≥≤<>] ?[\d.,]{1,9} ?(?:%|mg|g|ng|pg|mmol|umol|u|iu|ml|×|/"
        r"|uln)[a-z0-9/^. ]{0,14}(?:\([^()]{1,24}\))? ?$",
        '"ALT ≤ 2.5 × ULN (within 10 days of treatment)": a value and when it was measured.',
        example="alt ≤ 2.5 × uln (",
        counter_example="alt or ast (",
    ),
    LanguageRule(
        "window.of-assessment",
        r" ?(?:of|prior to|before) (?:the )?assessment",
        "Counted back from an assessment.",
        example=" of the assessment",
        counter_example=" of the treatment",
    ),
    LanguageRule(
        "window.of-onset",
        r" ?(?:of|from|after) (?:the )?(?:\w{1,12} ){0,2}onset\b",
        "Counted from the onset of an illness.",
        example=" of symptom onset",
        counter_example=" of screening",
    ),
    LanguageRule(
        "window.abuse",
        r"\b(?:abuse|dependence|misuse|addiction)\b[^;]{0,40}$",
        "Abuse of something, not its use.",
        example="abuse of alcohol ",
        counter_example="use of alcohol ",
    ),
    LanguageRule(
        "window.happened",
        r"\b(?:occurr(?:ed|ing)|developed|experienced|happened|diagnosed(?: and/or treated)?) ?$"
        r"|\bhospitali[sz]\w{1,6}\b[^,;]{0,60}\b(?:including|lasting|requir\w{1,3})\b[^,;]{0,60}$"
        r"|\b(?:allerg(?:y|ies|ic)|hypersensitivity|intolerance|sensitivity|reactions?) to\b[^;]{0,60}$",
        '"Arrhythmia requiring treatment occurred within …", "allergy to antibiotics in …": it happened.',
        example="arrhythmia requiring treatment occurred",
        counter_example="arrhythmia requiring treatment",
    ),
    LanguageRule(
        "window.test-of",
        r"\b(?:positive|negative) (?:\w{1,14} ){0,3}(?:tests?|results?|cultures?|serology)\b"
        r"|\b(?:tests?|cultures?|serology) (?:\w{1,14} ){0,2}(?:positive|negative)\b"
        r"|\b(?:strip|tracing|reading|sample|specimen|scan|measurement)s? (?:was |were )?(?:taken|drawn) ?$",
        "A test and its result, or how it was taken.",
        example="a positive drug test",
        counter_example="a positive attitude",
    ),
    LanguageRule(
        "window.aside",
        r"\([^()]{0,200}\)|\b(?:unrelated|related|secondary|due) to [^,;]{0,60}$",
        'What is no head: brackets, and what for: "surgery unrelated to cancer (such as …)".',
        example="surgery unrelated to cancer",
        counter_example="surgery and radiation",
    ),
    LanguageRule(
        "window.shown-by",
        r"\b(?:diagnosed|confirmed|detected|evidenced|assessed|proven|shown|seen) (?:by|with|on|in"
        r"|using)\b",
        "How an event was shown.",
        example="infarction diagnosed by imaging",
        counter_example="infarction and imaging",
    ),
    LanguageRule(
        "window.measured",
        r"(?:documented|measured|demonstrated)\b[^;]{0,160}[≥≤<>] ?\d",
        "A value that was measured.",
        example="documented ejection fraction ≤ 40",
        counter_example="documented heart failure",
    ),
    LanguageRule(
        "window.taken",
        r"(?:active |current |any |prior |had |previous |regular |are |is |have |has |having |patients "
        r"|subjects |who ){0,4}(?:use of|used(?: of)?|engaged in|usage of|treatment with|treated with"
        r"|receipt of"
        r"|received|receiving"
        r"|taking|taken|exposure to|therapy directed|initiation of|administration of|therapy with"
        r"|consumption of|intake of)\b[^;]{0,110}$",
        '"Use of medicines for cold symptoms": what was taken is the head, whatever it was taken for.',
        example="use of medicines for cold symptoms",
        counter_example="useful for cold symptoms",
    ),
    LanguageRule(
        "window.again",
        r"\b(?:or|and) (?:who )?(?:have|has|had) (?:had|suffered|experienced|a history of)\b",
        '"Taken antibiotics or have had an infection": a second telling, with a head of its own.',
        example="or have had an infection",
        counter_example="or have an infection",
    ),
    LanguageRule(
        "window.earlier-time",
        r"\b(?:days?|weeks?|months?|years?|hours?)\b",
        "Another time before this one.",
        example="2 weeks of",
        counter_example="2 cycles of",
    ),
    LanguageRule(
        "window.on-test",
        r"[≥≤<>] ?\d[^;]{0,60}\bcatheteri[sz]ation\b[^,;]{0,20}$",
        "A value found by catheter.",
        example="pressure ≥ 25 mmhg at right heart catheterization ",
        counter_example="right heart catheterization ",
    ),
    LanguageRule(
        "window.verb",
        r"\b(?:is|are|was|were|has|have|had|must)\b",
        "A verb: what stands before it is a clause and not only a noun.",
        example="creatinine was ≤ 1.5",
        counter_example="creatinine ≤ 1.5",
    ),
    LanguageRule(
        "window.moment-behind",
        r"^.{0,12}?\b(?:prior to|before|preceding|of|to) (?:the )?(?:\w{1,14} ?){1,5}",
        "What the window is counted from; a head noun may stand behind it.",
        example=" prior to screening",
        counter_example=" with a head noun far before",
    ),
    LanguageRule(
        "window.tail",
        r" ?(?:prior to|before|of|preceding|from) (?:the )?(?:planned )?(?:start of )?(?:(?:study"
        r"|screening|enrol\w{1,5}|randomi[sz]ation|first|dose|treatment|visit|inclusion|baseline|entry"
        r"|drug|initiation|consent|informed|trial|of|the|day|1|administration"
        r"|registration) ?){1,6}(?=[,.;)]|$| or| and)",
        "Before the study or its treatment: the usual moment, which says no more.",
        example=" prior to the first dose of study drug",
        counter_example=" prior to surgery",
    ),
)
