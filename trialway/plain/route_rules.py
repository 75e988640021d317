"""How something is given: **the table of routes, each with its plain words** ─▶ routes.

The first row that finds its words takes them from the text, so what is exact stands before what is general.
"""

from trialway.language_rules import LanguageRule, RuleTable
from trialway.plain.plain_words_rule import PlainWordsRule

_NO_ROMAN_FOUR = r"(?i:(?<!stage )(?<!grade )(?<!class )(?<!phase )(?<!type )(?<!level )(?<!arm )(?<!group ))"


ROUTES = (
    PlainWordsRule(
        "route.drip",
        r"(?i:\b(?:intravenous(?:ly)?|i\.?v\.?)\b[^.;]{0,25}\b(?:infus\w+|"
        r"drip)|\binfus\w+\b[^.;]{0,25}\b(?:intravenous(?:ly)?|i\.?v\.?)\b)",
        "Into a vein, slowly.",
        example="intravenous infusion",
        counter_example="intravenous injection",
        words="through a drip into a vein",
    ),
    PlainWordsRule(
        "route.infusion",
        r"(?i:\binfusions?\b)",
        "Slowly; where to is not said.",
        example="60-minute infusion",
        counter_example="transfusion",
        words="as an infusion, which is a slow drip",
    ),
    PlainWordsRule(
        "route.vein",
        rf"(?i:\bintravenous(?:ly)?\b|\bi\.v\.)|{_NO_ROMAN_FOUR}\bIV\b|\biv\b",
        "Into a vein, and not the number four.",
        example="10 mg/kg IV",
        counter_example="Class IV exercises",
        words="into a vein",
    ),
    PlainWordsRule(
        "route.skin-injection",
        r"(?i:\bsubcutaneous(?:ly)?\b|\bs\.c\.|\bsubcut\b)|\bSC\b",
        "Under the skin; the short form in capitals alone.",
        example="Subcutaneous injection",
        counter_example="percutaneous",
        words="as an injection under the skin",
    ),
    PlainWordsRule(
        "route.muscle",
        r"(?i:\bintramuscular(?:ly)?\b|\bi\.m\.)|\bIM\b",
        "Into a muscle; the short form in capitals alone.",
        example="0.5 mL IM",
        counter_example="muscular",
        words="as an injection into a muscle",
    ),
    PlainWordsRule(
        "route.spine",
        r"(?i:\bintrathecal(?:ly)?\b)",
        "Into the fluid around the spine.",
        example="intrathecal injection",
        counter_example="epidural injection",
        words="into the fluid around the spine",
    ),
    # No record of the samples has it; registries plainly use the wording.
    PlainWordsRule(
        "route.eye",
        r"(?i:\bintravitreal(?:ly)?\b)",
        "Into the eye.",
        example="intravitreal injection",
        counter_example="vitreous",
        words="as an injection into the eye",
    ),
    PlainWordsRule(
        "route.into-skin",
        r"(?i:\bintradermal(?:ly)?\b)",
        "Into the skin.",
        example="intradermally",
        counter_example="transdermal",
        words="as an injection into the skin",
    ),
    PlainWordsRule(
        "route.tongue",
        r"(?i:\bsublingual(?:ly)?\b)",
        "Under the tongue.",
        example="sublingual tablet",
        counter_example="lingual",
        words="under the tongue",
    ),
    PlainWordsRule(
        "route.nose",
        r"(?i:\b(?:intra)?nasal(?:ly)?\b(?! cann))",
        "Into the nose.",
        example="intranasal spray",
        counter_example="nasal cannula",
        words="into the nose",
    ),
    PlainWordsRule(
        "route.breath",
        r"(?i:\binhal(?:ed|ation|er|ing)\b)",
        "Breathed in.",
        example="dry powder inhaler",
        counter_example="inhalational",
        words="by breathing it in",
    ),
    PlainWordsRule(
        "route.through-skin",
        r"(?i:\btransdermal(?:ly)?\b)",
        "Through the skin.",
        example="transdermal patch",
        counter_example="intradermal",
        words="through the skin",
    ),
    PlainWordsRule(
        "route.on-skin",
        r"(?i:\btopical(?:ly)?\b)",
        "On the skin.",
        example="topical cream",
        counter_example="tropical",
        words="on the skin",
    ),
    PlainWordsRule(
        "route.mouth",
        r"(?i:\boral(?:ly)?\b|\bby mouth\b|\bper os\b|\bp\.o\.|\btablets?\b(?!-)|\bcapsules?\b|\bpills?\b)"
        r"|\bPO\b",
        "By mouth, or in a form that is swallowed.",
        example="Oral daily dosing",
        counter_example="Tablet-based game",
        words="by mouth",
    ),
)
ROUTE_TABLE = RuleTable(
    *ROUTES,
    LanguageRule(
        "route-words.at-once",
        r"(?i:\b(?:bolus\w*|push|inject\w+)\b)",
        "Into a vein at once: beside a drip it is another way.",
        example="intravenous bolus",
        counter_example="intravenous administration",
    ),
)
