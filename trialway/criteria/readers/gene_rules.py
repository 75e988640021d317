"""How markers of tumours are called: **the table of markers** ─▶ biomarkers.

Each row has a group named as the variable that the check asks for.
"""

from trialway.language_rules import LanguageRule, RuleTable


def _marker(name: str, pattern: str, meaning: str, example: str, counter_example: str) -> LanguageRule:
    return LanguageRule(f"biomarker.gene.{name}", f"(?P<{name}>{pattern})", meaning, example, counter_example)


GENES = RuleTable(
    _marker(
        "her2",
        r"(?:human epidermal growth factor(?: receptor)?(?: type)?[ -]?2(?: ?\(her-?2\))?"
        r"|\bher-?2(?:/neu)?\b|\bher-? 2\b|\bc?-?erbb-?2\b)",
        "The receptor HER2.",
        example="her2/neu positive",
        counter_example="human epidermal growth factor receptor 3",
    ),
    _marker(
        "egfr",
        r"(?:(?<!human )epidermal growth factor(?: receptor)?(?! (?:receptor )?(?:type )?2)(?: "
        r"?\(egfr\))?|\begfr\b(?: ?\([a-z ]{1,40}\))?)",
        "The receptor EGFR, and not HER2, whose full name holds the same words.",
        example="epidermal growth factor receptor (egfr) mutation",
        counter_example="human epidermal growth factor receptor 2",
    ),
    _marker(
        "alk",
        r"(?:anaplastic lymphoma (?:kinase|receptor)(?: ?\(alk\))?|\balk\b(?: ?\([a-z ]{1,40}\))?)",
        "The kinase ALK.",
        example="anaplastic lymphoma kinase (alk) rearrangement",
        counter_example="alkaline phosphatase ≤ 2.5 × uln",
    ),
    _marker(
        "ros1",
        r"(?:\bros-?1\b(?: ?\([^)]{1,40}\))?|c-ros oncogene 1)",
        "The kinase ROS1.",
        example="ros1 fusion",
        counter_example="ros in urine",
    ),
    _marker(
        "brca",
        r"(?:\bbrca ?[12]?(?:/2)?\b|breast cancer susceptibility gene(?: ?\([^)]{1,14}\))?)",
        "The genes BRCA1 and BRCA2.",
        example="brca1/2 mutation",
        counter_example="breast cancer",
    ),
    _marker(
        "kras",
        r"(?:\bkras\b|\bk-ras\b)",
        "The gene KRAS.",
        example="kras g12c mutation",
        counter_example="nras mutation",
    ),
    _marker("nras", r"\bnras\b", "The gene NRAS.", "nras mutation", "kras mutation"),
    _marker("braf", r"\bbraf\b", "The gene BRAF.", "braf v600e mutation", "craf mutation"),
    _marker(
        "met",
        r"(?:\bc-?met\b|\bmet\b(?= (?:amplif|exon|mutat|gene|overexp|rearr|fusion|alter|copy)))",
        "The gene MET, told from the verb by the word behind it.",
        example="met exon 14 skipping",
        counter_example="all criteria met",
    ),
    _marker(
        "ret",
        r"\bret\b(?= (?:fusion|rearr|mutat|gene|alter))",
        "The gene RET, by the word behind it.",
        example="ret fusion",
        counter_example="ret inhibitor",
    ),
    _marker("ntrk", r"\bntrk[123]?\b", "The genes NTRK1 to NTRK3.", "ntrk fusion", "trk inhibitor"),
    _marker("pik3ca", r"\bpik3ca\b", "The gene PIK3CA.", "pik3ca mutation", "pi3k inhibitor"),
    _marker(
        "pd_l1",
        r"(?:\bpd-?l1\b|programmed (?:cell )?death[ -]ligand[ -]?1(?: ?\(pd-?l1\))?)",
        "The ligand PD-L1.",
        example="pd-l1 tps ≥ 50%",
        counter_example="pd-1 inhibitor",
    ),
    _marker(
        "er",
        r"(?:\b(?:o?estrogen|er)[ -]receptors?(?: ?\(er\))?(?: \(er\) expression)?|\ber\b)",
        "The oestrogen receptor.",
        example="estrogen receptor (er) positive",
        counter_example="estrogen therapy",
    ),
    _marker(
        "pr",
        r"(?:progesterone[ -]receptors?(?: ?\(pg?r\))?|\bpg?r\b(?! ?interval| ?\(pq| ?segment| ?prolong))",
        "The progesterone receptor, and not the interval of an electrocardiogram.",
        example="pgr-negative",
        counter_example="pr interval > 240 msec",
    ),
    _marker(
        "hormone_receptor",
        r"(?:hormone[ -]receptors?(?: ?\(hr\))?|\bhr\b)",
        "Either receptor of hormones.",
        example="hormone receptor (hr) positive",
        counter_example="hormone therapy",
    ),
    _marker(
        "triple_negative",
        r"(?:triple[ -]negative(?: breast cancer)?(?: ?\(tnbc\))?(?: status)?|\btnbc\b)",
        "None of the two receptors of hormones and HER2.",
        example="triple negative breast cancer (tnbc)",
        counter_example="negative for all three",
    ),
    _marker(
        "msi",
        r"(?:microsatellite[ -](?:instab\w{1,6}|stable)(?:[ -]high)?(?: ?\(ms[is](?:-h)?\))?"
        r"|\bmsi(?:-?h(?:igh)?)?\b|\bmss\b|\bdmmr\b|\bpmmr\b|mismatch repair)",
        "Unstable microsatellites, or the repair whose lack makes them so.",
        example="microsatellite instability-high (msi-h)",
        counter_example="microsatellite analysis",
    ),
)
