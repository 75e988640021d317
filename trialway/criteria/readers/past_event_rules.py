"""The events that are known by name, and the words of a phrase that names nothing else: **the table** ─▶
past_events."""

from trialway.language_rules import LanguageRule, RuleTable

_PEOPLE = (
    r"patients?|subjects?|participants?|who|participat\w{1,4}|participation|part|enrol\w{1,5}|must|currently"
)
_HAVING = (
    r"any|a|an|the|of|other|another|prior|previous|recent|history|use|received?|receipt|receiving"
    r"|treatment|treated|therapy|with|has|have|had|been|in|to|into|administration|no|not|without"
    r"|undergone|underwent|undergoing|taking|and/or"
)
_STUDIES = r"investigational|experimental|study|trial|trials|studies|clinical|interventional|research"
_PRODUCTS = (
    r"immuni[sz]ations?|vaccin\w{1,6}|vaccines?|live|live,|attenuated|live-attenuated|viral|virus|drugs?|agents?|products?"
    r"|medicinal|medications?|devices?|radiotherapy|radiation|chemotherapy|cytotoxic"
)
_EVENTS = (
    r"major|surger(?:y|ies)|surgical|procedures?|operations?|blood|transfusions?|transfused|donat\w{1,4}"
    r"|acute|myocardial|infarction|mi|ami|stemi|heart|attack|strokes?|cva|cerebrovascular|accident"
    r"|hospitali[sz]\w{1,6}|malignanc(?:y|ies)|cancers?|pci|cabg|revasculari[sz]ation|\(mi\)|\(ami\)"
)

PAST_EVENTS = RuleTable(
    LanguageRule(
        "event.live-vaccine",
        r"live,?(?:[ -]\(?attenuated\)?,?)? (?:viral |virus )?vaccin",
        "A vaccine that lives.",
        example="live attenuated vaccine",
        counter_example="inactivated vaccine",
    ),
    LanguageRule(
        "event.vaccine",
        r"(?<!live )(?<!attenuated )(?<!inactivated )(?<!viral )(?<!virus )(?<!preventive )"
        r"\bvaccin(?:es?|ation|ations|ated)\b(?!-)|\bimmuni[sz]ations?\b",
        "A vaccine of any kind.",
        example="any vaccine",
        counter_example="vaccine-induced thrombosis",
    ),
    LanguageRule(
        "event.transplant",
        r"(?<!post-)\btransplant(?:s|ation|ations|ed)?\b",
        "A transplant.",
        example="kidney transplantation",
        counter_example="transplantable tumour",
    ),
    LanguageRule(
        "event.investigational-treatment",
        r"investigational|experimental (?:drug|agent|treat|therap)|(?:another"
        r"|other) (?:\w{1,16} ){0,2}(?:trial|study|studies)|(?:clinical|drug"
        r"|interventional) (?:\w{1,10} )?(?:trial|stud)",
        "A treatment under study, or another study.",
        example="participation in another clinical trial",
        counter_example="experimental allergy",
    ),
    LanguageRule(
        "event.major-surgery",
        r"major (?:\w{1,12} )?(?:surg|operat)",
        "A major operation.",
        example="major abdominal surgery",
        counter_example="major bleeding",
    ),
    LanguageRule(
        "event.surgery", r"\bsurg|operation", "Any operation.", example="surgery", counter_example="neurology"
    ),
    LanguageRule(
        "event.radiotherapy",
        r"radiotherapy|radiation",
        "Radiotherapy.",
        example="radiation therapy",
        counter_example="radiograph",
    ),
    LanguageRule(
        "event.chemotherapy",
        r"chemotherapy|cytotoxic",
        "Chemotherapy.",
        example="cytotoxic agents",
        counter_example="chemoprevention",
    ),
    LanguageRule(
        "event.blood-transfusion",
        r"transfus",
        "Blood was given to somebody.",
        example="red blood cell transfusion",
        counter_example="infusion",
    ),
    LanguageRule(
        "event.blood-donation",
        r"donat",
        "Somebody gave blood.",
        example="blood donation",
        counter_example="donor",
    ),
    LanguageRule(
        "event.heart-attack",
        r"myocardial infarction|\bmi\b|\bami\b|\bn?stemi\b|heart attack",
        "A heart attack.",
        example="acute myocardial infarction (ami)",
        counter_example="systemic therapy",
    ),
    LanguageRule(
        "event.stroke",
        r"stroke|\bcva\b|cerebrovascular accident",
        "A stroke.",
        example="cerebrovascular accident",
        counter_example="transient ischemic attack",
    ),
    LanguageRule(
        "event.hospital-stay",
        r"hospitali[sz]",
        "A stay in a hospital.",
        example="hospitalization",
        counter_example="hospital staff",
    ),
    LanguageRule(
        "event.other-cancer",
        r"malignan|\bcancers?\b",
        "A cancer.",
        example="other malignancy",
        counter_example="cancerous",
    ),
    LanguageRule(
        "event.heart-procedure",
        r"\bpci\b|\bcabg\b|revasculari",
        "A procedure that opens or bridges arteries of the heart.",
        example="coronary revascularization",
        counter_example="coronary angiography",
    ),
    LanguageRule(
        "event.systemic-steroids",
        r"steroid",
        "Steroids.",
        example="systemic corticosteroids",
        counter_example="sterile",
    ),
    LanguageRule(
        "event-words.plain",
        rf"^(?:(?:{_PEOPLE}|{_HAVING}|{_STUDIES}|{_PRODUCTS}|{_EVENTS})[ ,]{{0,2}}){{1,14}}$",
        "Words that name an event and nothing else. One row, for all of a phrase must be such words.",
        example="received a live vaccine",
        counter_example="surgery for the tumour",
    ),
)
