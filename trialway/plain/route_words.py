"""Words of a way of giving that are on something else: **rows** ─▶ routes.route_of."""

import re

from trialway.language_rules import LanguageRule, RuleTable

_WAY = (
    r"(?:oral(?:ly)?|inhaled|topical|(?:intra)?nasal|intravenous|iv|i\.v\.|systemic|subcutaneous|sublingual"
    r"|injectable|parenteral)"
)

ROUTE_WORDS = RuleTable(
    LanguageRule(
        "route.other-drug",
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
        "route.no-giving",
        r"\b(?:intra)?nasal(?:ly)? (?:cann\w+|inocul\w+|challenge|swabs?|lavage|wash\w*|endoscop\w*|symptoms?"
        r"|congestion|polyp\w*|provocation|obstruction|mucosa\w*|airflow|biops\w*|secretion\w*)"
        r"|\b(?:oral|topical) (?:examination|cancer|challenge|food challenge|care|swabs?|mucositis)"
        r"|\bsubcutaneous (?:fat|tissue|emphysema|nodules?|icd|device)|\binhal\w+ (?:challenge|test)",
        "A part of the body, a test or a device.",
        "Nasal inoculation, single dose",
        "nasal spray, single dose",
    ),
    LanguageRule(
        "route.infused-elsewhere",
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
