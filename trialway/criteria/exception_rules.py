"""How a limit is written that holds for some people only: **the table** ─▶ exceptions, allowed_beside."""

from trialway.language_rules import LanguageRule, RuleTable

_PEOPLE = (
    r"(?:(?:patients?|participants?|subjects?|individuals?|persons?|people|those|men|women|males?|females?|boys"
    r"|girls|children|adolescents?|infants|elderly|smokers|diabetics|carriers)\b"
    r"|(?:non-?)?(?:asian|black|white|african|hispanic|japanese|chinese|caucasian|indian|korean)\w{0,9}\b)"
)
_EVERYBODY = r"(?!(?:all|both|every|each|any)\b)"
_GROUP = (
    rf"{_EVERYBODY}(?:the |adult |older |younger |elderly |south |east |pediatric |paediatric )?{_PEOPLE}"
)
_ILLNESS = r"\w{1,20}(?:'s)? ?(?:syndrome|disease|metasta\w{1,4}|involvement)"
_LIMIT = r"(?:[≥≤<>] ?\d|\d(?:\.\d{1,2})? ?(?:x|×) ?(?:the )?(?:uln|upper))"
_NO_TIME = r"(?![\d.]{0,6} ?(?:days?|weeks?|months?|hours?)\b)"

EXCEPTIONS = RuleTable(
    LanguageRule(
        "exception.bracket.limit-first",
        rf"[(\[](?:or |and |but |to |ecog |ps )?(?:{_LIMIT}|\d){_NO_TIME}[^()\[\]]{{0,40}}?"
        rf"\b(?:(?:for|in|with|if|when|among|where)\b (?!the (?:past|last|previous)|age\b)"
        rf"|of {_GROUP}|{_GROUP})"
        r"[^()\[\]]{0,80}",
        "A bracket with another limit and whom it is for.",
        example="≥ 60 ml/min (≥ 40 ml/min for patients with a single kidney)",
        counter_example="≥ 60 ml/min (< 14 days of screening)",
    ),
    LanguageRule(
        "exception.bracket.people-first",
        rf"[(\[](?:or |and |but )?(?:for|in|with|if|among|when)\b [^()\[\]]{{2,60}}?{_LIMIT}{_NO_TIME}",
        "A bracket with whom another limit is for, and the limit.",
        example="bmi ≥ 30 (for asian participants, ≥ 27.5)",
        counter_example="bmi ≥ 30 (for at least a year)",
    ),
    LanguageRule(
        "exception.bracket.named",
        rf"[(\[]{_GROUP}[^()\[\]:]{{0,30}}: ?(?:[≥≤<>] ?)?\d",
        "A bracket that names people and then gives their limit.",
        example="bmi ≥ 30 (asians: ≥ 27.5)",
        counter_example="bmi ≥ 30 (patients: see below)",
    ),
    LanguageRule(
        "exception.clause.people-last",
        rf"\b(?:for|in|among|if) {_GROUP}(?! (?:are|is|must|should) )",
        "Behind a limit, whom it is for.",
        example="≥ 13 g/dl in men",
        counter_example="≥ 13 g/dl in all patients",
    ),
    LanguageRule(
        "exception.clause.illness-last",
        rf"{_LIMIT}[^;.()]{{0,40}}? (?:for|in|with|if)(?: there (?:is|are))? "
        r"(?:known |documented |the presence of )?"
        rf"(?:{_ILLNESS}|liver (?:metasta|involve)|gilbert)",
        "A limit and the illness with which it holds.",
        example="≤ 5 × uln with liver metastases",
        counter_example="≤ 5 × uln within 7 days",
    ),
    LanguageRule(
        "exception.clause.if",
        rf"{_LIMIT}[^;.()]{{0,40}}? (?:if|when|where)\b(?! (?:measured|assessed|calculated|available))",
        "A limit that holds under a condition.",
        example="≤ 3 × uln if due to haemolysis",
        counter_example="≤ 3 × uln when measured twice",
    ),
    LanguageRule(
        "exception.sentence.people-first",
        rf"(?:^|[.;,] ?)(?:or |and |but |however,? )?(?:for|in|among|if)(?: the)?(?: case of)? "
        rf"{_GROUP}[^.;]{{0,90}}?\d",
        "A sentence that begins with whom its limit is for.",
        example="bmi ≥ 30. for asian participants, bmi ≥ 27.5",
        counter_example="bmi ≥ 30. for the study, bmi is measured",
    ),
    LanguageRule(
        "exception.sentence.people",
        rf"[.;] ?(?:or |and |but |however,? )?{_PEOPLE} "
        r"(?:with|who|aged?|of|receiving|on|under|over)\b[^.;]{3,90}?\d",
        "A sentence about some people, with a number.",
        example="platelets ≥ 100. patients with marrow involvement: ≥ 50",
        counter_example="platelets ≥ 100 in patients with anaemia",
    ),
    LanguageRule(
        "exception.sentence.illness-first",
        rf"[.;,] ?(?:or |and |but )?(?:for |in |with |if )?(?:the presence of |known |documented )?{_ILLNESS}"
        r"[^.;]{0,40}?[≥≤<>] ?\d",
        "A clause that begins with the illness with which its limit holds.",
        example="≤ 1.5 mg/dl; in gilbert's disease ≤ 3 mg/dl",
        counter_example="≤ 1.5 mg/dl; no gilbert's disease",
    ),
    LanguageRule(
        "exception.unless",
        r"\b(?:unless|except(?:ions?|ing|ed)?|excluding|apart from|other than|exempt)\b",
        "Words that except somebody.",
        example="ecog 0-1 unless due to pain",
        counter_example="exceptional ecog 0-1",
    ),
    LanguageRule(
        "exception.allowed",
        r"(?<!not )(?<!not be )(?<!no longer )(?<!never )\b(?:allowed|permitted|permissible|permissable)\b"
        r"|\b(?:is|are|be|also|still) (?:acceptable|accepted|eligible(?! for)|included)\b"
        r"|\b(?:may|can) (?:still )?(?:be )?(?:enrol|includ|participat)",
        "What is allowed all the same.",
        example="ecog 2 is allowed if due to the disease",
        counter_example="ecog 2 is not allowed",
    ),
)
