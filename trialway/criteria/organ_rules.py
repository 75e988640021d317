"""How the organ of a cancer is named: **the tables** ─▶ primary_organ, conflicts."""

import re

from trialway.language_rules import LanguageRule, RuleTable

_ORGANS = (
    r"(?:breast|lung|prostate|prostatic|colorectal|colon|rectal|ovarian|ovary|gastric|stomach|pancreatic|renal"
    r"|kidney|bladder|urothelial|cervical|cervix|endometrial|uterine|liver|hepatocellular|thyroid|esophageal"
    r"|brain|skin|head and neck|testicular|biliary)"
)
_CANCER = r"(?:cancers?|carcinomas?|adenocarcinomas?|tumou?rs?|malignanc(?:y|ies)|neoplasms?)"

ORGANS = RuleTable(
    LanguageRule(
        "organ.cancer.organ-first",
        rf"\b(?P<first>{_ORGANS}) (?:\w{{1,14}} )?{_CANCER}\b",
        "The organ and its cancer.",
        example="hepatocellular carcinoma",
        counter_example="liver function",
    ),
    LanguageRule(
        "organ.cancer.of-the-organ",
        rf"\b{_CANCER} of the (?:\w{{1,8}} )?(?P<last>{_ORGANS})\b",
        "A cancer of the organ.",
        example="carcinoma of the breast",
        counter_example="carcinoma of the breastbone",
    ),
    LanguageRule(
        "organ.other-cancer",
        r"\b(?:melanoma|lymphoma|leuk[ae]{1,2}mia|myeloma|sarcoma|nsclc|sclc|glioma|solid tumou?rs)\b",
        "A cancer that is named without an organ.",
        example="advanced solid tumors",
        counter_example="advanced breast tumors",
    ),
)
# In the record's own letters.
ORGANS_OF_DEMANDS = RuleTable(
    LanguageRule(
        "organ.of-demand",
        r"\b(?:breast|lung|nsclc|sclc|prostate|colorectal|colon|rectal|ovarian|gastric|pancreatic|bladder"
        r"|urothelial|melanoma|endometrial|cervical|head and neck|renal|thyroid|hepatocellular)\b",
        "The organ or cancer that a demand is on.",
        example="Metastatic NSCLC",
        counter_example="Metastatic cancer",
    ),
    flags=re.IGNORECASE,
)
