"""How allergies and what speaks against a treatment are written: **the table** ─▶ allergies."""

from trialway.language_rules import LanguageRule, RuleTable

ALLERGIES = RuleTable(
    LanguageRule(
        "allergy.against",
        r"\b(?P<allergy>(?:(?:severe|serious|known|significant|immediate|life-threatening|suspected"
        r"|previous|prior|a history of|history of|any|documented"
        r"|systemic|anaphylactic|clinically) ){0,4}(?:allerg(?:y|ies|ic)|hypersensitiv(?:e|ity|ities)"
        r"|hyper-sensitivity|sensitivit(?:y|ies)|intoleran(?:ce|ces|t)|anaphyla(?:xis|ctic)"
        r"|adverse (?:drug )?reactions?|idiosyncratic reactions?)(?: or (?:hypersensitivity|intolerance"
        r"|allergy|allergic|sensitivity|anaphylaxis|contraindications?))?"
        r"(?:[ /](?:or )?(?:reactions?|responses?|hypersensitivity|intolerance|sensitivity|allerg(?:y|ies)))?"
        r"(?: \([^)]{1,60}\))?(?:,? including anaphylaxis,?)? (?:to|against|towards|of|with"
        r"|for)(?: (?:one or more|any|either|some)(?: of)?)? )(?P<object>[^;.]{2,160})",
        "Somebody reacts badly to this.",
        example="known hypersensitivity to penicillin",
        counter_example="allergic rhinitis with asthma",
    ),
    LanguageRule(
        "allergy.contraindicated",
        r"\b(?P<contra>(?:(?:any|known|absolute|other|relative|medical|specific|general|a|the"
        r"|presence of|having) ){0,3}contra-?indicat(?:ions?|ed|ing|es?)(?: (?:to|for|against|of))"
        r"(?: (?:the )?(?:use|administration|treatment|receiving|undergoing|taking|performing"
        r"|having)(?: of| with)?)?(?: (?:any|an|a|the))? )(?P<what>[^;.]{2,120})",
        "This speaks against that treatment or test.",
        example="any contraindication to mri",
        counter_example="indication for mri",
    ),
    LanguageRule(
        "allergy.of-a-thing",
        r"\b(?P<of>(?:(?!whom|delayed|contact|environmental|multiple|drug-induced|mediated|proven|induced|known|documented|history|of|any|severe|or|and|with|have|has|no|other|the|a"
        r"|to)[a-z][a-z-]{2,18} ){1,2})"
        r"allerg(?:y|ies)(?! (?:to|against))\b",
        "Somebody is allergic to what stands before.",
        example="food allergies",
        counter_example="known allergies",
    ),
    LanguageRule(
        "allergy-kind.allergic",
        r"\b(?:allerg|hypersens|hyper-sens|sensitiv|anaphyla)",
        "An allergy, or what is called so.",
        example="known hypersensitivity",
        counter_example="known intolerance",
    ),
    LanguageRule(
        "allergy-kind.severe",
        r"\b(?:severe|serious|life-threatening|immediate|systemic|significant)\b",
        "Only some of it counts.",
        example="severe allergy",
        counter_example="known allergy",
    ),
    LanguageRule(
        "allergy-kind.wider",
        r"\b(?:intoleran|contraindic|adverse|idiosyncratic)",
        "Not only an allergy.",
        example="allergy or intolerance",
        counter_example="allergy",
    ),
    LanguageRule(
        "allergy-end.clause",
        r",? (?:and )?(?:that|which|who|have|had|has|are|is|were|with|unless|except|requiring|resulting"
        r"|within|or (?:a )?history|or known"
        r"|or prior|or previous|or any (?:other )?condition|as (?:judged"
        r"|determined|assessed)|including|such as|e\.g|defined|at|in the)\b| \(",
        "Where the list of what somebody reacts to ends.",
        example="penicillin that needed treatment",
        counter_example="penicillin or latex",
    ),
    LanguageRule(
        "allergy-list.joint",
        r",? (?:and/or|or|and) (?:to )?|, (?:to )?|/(?=[a-z])",
        "What parts the things that somebody reacts to.",
        example="penicillin or latex",
        counter_example="penicillin latex",
    ),
)
