"""How grades of side effects (CTCAE) are written, and of which: **the table** ─▶ adverse_event_grades."""

from trialway.language_rules import LanguageRule, RuleTable

_SCALE = (
    r"(?:\bnci[ -])?(?:\bctc(?:ae)?\b|\bcommon (?:terminology|toxicity) criteria(?: for adverse events?)?)"
    r"(?: ?\([^()]{1,20}\))?(?:,? ?\(?(?:v|ver|version)\.? ?\d(?:\.\d{1,2})?\)?)?"
)
GRADE = r"(?:iv|iii|ii|i|v|[0-5])(?![\w.])"
_SIGN = (
    r"[≥≤><]|(?:greater|more|higher|worse) than(?: \([>≥]\))?|above|over|at least"
    r"|(?:less|lower|better) than(?: \([<≤]\))?|below"
)
_GRADES = (
    rf"(?P<sign{{0}}>{_SIGN})? ?(?:a )?grades? ?(?P<inner{{0}}>[≥≤><])? ?(?P<first{{0}}>{GRADE})"
    rf"(?P<more{{0}}>(?: ?(?:-|to|or|and|,|/) ?(?:grade )?{GRADE}){{{{1,3}}}})?"
    r"(?P<way{0}>,? ?(?:or|and) (?:higher|greater|worse|above|more|over|severe|less|lower|better|below)|\+)?"
)

EVENTS = RuleTable(
    LanguageRule(
        "adverse-event.neuropathy",
        r"\b(?:neuropath\w{1,4}|neurotoxicit\w{1,3}|par[ae]{1,2}sthesia)",
        "Neuropathy.",
        example="peripheral neuropathy",
        counter_example="nephropathy",
    ),
    LanguageRule(
        "adverse-event.diarrhoea",
        r"\bdiarrh(?:o)?ea\b",
        "Diarrhoea.",
        example="diarrhea",
        counter_example="dysmenorrhoea",
    ),
    LanguageRule(
        "adverse-event.bleeding",
        r"\b(?:ha?emorrhag\w{1,3}|bleeding)",
        "Bleeding.",
        example="hemorrhage",
        counter_example="haemorrhoids",
    ),
    LanguageRule(
        "adverse-event.immune-related",
        r"\b(?:immune-(?:related|mediated)|irae)",
        "Harm by the immune system after a treatment.",
        example="immune-related adverse events",
        counter_example="immune thrombocytopenia",
    ),
    LanguageRule(
        "adverse-event.infection",
        r"\binfections?\b",
        "An infection.",
        example="infection",
        counter_example="uninfected",
    ),
    LanguageRule(
        "adverse-event.toxicity",
        r"\b(?:toxicit(?:y|ies)|toxic effects?|(?<!criteria for )adverse (?:events?|reactions?|effects?)"
        r"|side[- ]effects?|aes?\b|mucositis|stomatitis)",
        "Side effects in general, and some of them.",
        example="unresolved toxicities",
        counter_example="toxic substances",
    ),
)

ADVERSE_EVENT_GRADES = RuleTable(
    LanguageRule(
        "ctcae.scale-first",
        rf"{_SCALE}[^.;0-9]{{0,30}}?{_GRADES.format(1)}",
        "The scale and the grade.",
        example="nci ctcae v5.0 grade ≤ 1",
        counter_example="nci ctcae v5.0 criteria",
    ),
    LanguageRule(
        "ctcae.sign-before-scale",
        rf"(?P<sign2>[≥≤><]) ?{_SCALE} ?(?:grade )?(?P<first2>{GRADE})",
        "A sign before the scale.",
        example="> nci-ctcae v5 grade 1",
        counter_example="nci-ctcae v5",
    ),
    LanguageRule(
        "ctcae.grade",
        rf"(?<![a-z-]){_GRADES.format(3)}",
        "A grade by itself: it counts only beside a side effect.",
        example="grade 2 or higher neuropathy",
        counter_example="high-grade glioma",
    ),
    LanguageRule(
        "ctcae.another-scale",
        r"\b(?:nyha|new york|child|gleason|histolog\w{1,6}|tumou?rs?|glioma|lymphoma|follicular|figo|who|timi"
        r"|regurgitation|stenosis|insufficiency|block|retinopathy|osteoarthritis|kellgren|hypertension|asa|pedis"
        r"|meningioma|sarcoma|carcinoma|cancers?|cin|oedema|reflux|prolapse|gvhd|varices|encephalopathy|ascites)\b",
        "Words of grades of another kind.",
        example="histological grade 3",
        counter_example="neuropathy grade 3",
    ),
)
