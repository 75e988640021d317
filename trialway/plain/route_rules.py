"""How something is given: **the table of routes, each with its plain words** ─▶ routes.

The first row that finds its words takes them from the text, so what is exact stands before what is general.
"""

import re

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
# Words of a way of giving that are on something else.
_WAY = (
    r"(?:oral(?:ly)?|inhaled|topical|(?:intra)?nasal|intravenous|iv|i\.v\.|systemic|subcutaneous|sublingual"
    r"|injectable|parenteral)"
)

ROUTE_WORDS = RuleTable(
    LanguageRule(
        "route-words.other-drug",
        r"\b" + _WAY + r"(?: (?:or|and|and/or) " + _WAY + r")? (?:\w+ )?(?:anti\w+|hypoglyc\w*"
        r"|contracept\w*|food"
        r"|drugs|medic\w+|agents|(?:gluco)?cortico\w*|steroids?|fluids?|intake|feed\w*|nutrition"
        r"|hygiene|health"
        r"|mucos\w*|cavity|glucose|sedat\w+|analges\w+|opioids?|iron|diuretic\w*|therap(?:y|ies)"
        r"|bacteri\w*)\b",
        "How another drug is taken, or no way of giving at all.",
        "conventional therapies such as inhaled corticosteroids",
        "inhaled once a day",
    ),
    LanguageRule(
        "route-words.no-giving",
        r"\b(?:intra)?nasal(?:ly)? (?:cann\w+|inocul\w+|challenge|swabs?|lavage|wash\w*|endoscop\w*|symptoms?"
        r"|congestion|polyp\w*|provocation|obstruction|mucosa\w*|airflow|biops\w*|secretion\w*)"
        r"|\b(?:oral|topical) (?:examination|cancer|challenge|food challenge|care|swabs?|mucositis)"
        r"|\bsubcutaneous (?:fat|tissue|emphysema|nodules?|icd|device)|\binhal\w+ (?:challenge|test)",
        "A part of the body, a test or a device.",
        "Nasal inoculation, single dose",
        "nasal spray, single dose",
    ),
    LanguageRule(
        "route-words.infused-elsewhere",
        r"\b(?:intra-?peritoneal|ip|hipec|pipac|intra-?arterial|hepatic art\w+|intra-?thecal|epidural|spinal"
        r"|subcutaneous|sc|intra-?pleural|intra-?vesical|intra-?tumou?ral|intra-?articular|intra-?coronary"
        r"|intra-?cerebral|intra-?ventricular|wound|perineural|block|pump|local|intra-?osseous|portal"
        r"|intra-?vitreal"
        r"|intra-?discal|intra-?lesional|intra-?dermal|enteral|jejunal|duodenal|gastric|rectal|vaginal"
        r"|herbal|tea)\b",
        "An infusion that goes elsewhere than into a vein.",
        "Given via IP infusion",
        "Given as an infusion",
    ),
    flags=re.IGNORECASE,
)
