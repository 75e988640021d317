"""What the tumour carries: "HER2-positive", "EGFR mutation", "PD-L1 ≥ 1 %", "ALK rearrangement",
"triple-negative"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, cue_positions
from trialway.criteria.expressions import Among

_CUE_WORDS = """
her her2 human egfr epide alk anapl ros1 brca brca1 brca2 kras nras ras braf met pd pdl1 progr er
estro oestr pr proge hormo hr tripl tnbc msi micro misma dmmr pmmr ret ntrk pik3c exon mss breas"""
CUES = tuple(_CUE_WORDS.split())

_GENES = (
    (
        "her2",
        (
            r"(?:human epidermal growth factor(?: receptor)?(?: type)?[ -]?2(?: ?\(her-?2\))?"
            r"|\bher-?2(?:/neu)?\b|\bher-? 2\b|\bc?-?erbb-?2\b)"
        ),
    ),
    (
        "egfr",
        (
            r"(?:(?<!human )epidermal growth factor(?: receptor)?(?! (?:receptor )?(?:type )?2)(?: "
            r"?\(egfr\))?|\begfr\b(?: ?\([a-z ]{1,40}\))?)"
        ),
    ),
    ("alk", r"(?:anaplastic lymphoma (?:kinase|receptor)(?: ?\(alk\))?|\balk\b(?: ?\([a-z ]{1,40}\))?)"),
    ("ros1", r"(?:\bros-?1\b(?: ?\([^)]{1,40}\))?|c-ros oncogene 1)"),
    ("brca", r"(?:\bbrca ?[12]?(?:/2)?\b|breast cancer susceptibility gene(?: ?\([^)]{1,14}\))?)"),
    ("kras", r"(?:\bkras\b|\bk-ras\b)"),
    ("nras", r"\bnras\b"),
    ("braf", r"\bbraf\b"),
    ("met", r"(?:\bc-?met\b|\bmet\b(?= (?:amplif|exon|mutat|gene|overexp|rearr|fusion|alter|copy)))"),
    ("ret", r"\bret\b(?= (?:fusion|rearr|mutat|gene|alter))"),
    ("ntrk", r"\bntrk[123]?\b"),
    ("pik3ca", r"\bpik3ca\b"),
    ("pd_l1", r"(?:\bpd-?l1\b|programmed (?:cell )?death[ -]ligand[ -]?1(?: ?\(pd-?l1\))?)"),
    ("er", r"(?:\b(?:o?estrogen|er)[ -](?:receptors?|reception)(?: ?\(er\))?(?: \(er\) expression)?|\ber\b)"),
    (
        "pr",
        r"(?:progesterone[ -]receptors?(?: ?\(pg?r\))?|\bpg?r\b(?! ?interval| ?\(pq| ?segment| ?prolong))",
    ),
    ("hormone_receptor", r"(?:hormone[ -]receptors?(?: ?\(hr\))?|\bhr\b)"),
    ("triple_negative", r"(?:triple[ -]negative(?: breast cancer)?(?: ?\(tnbc\))?(?: status)?|\btnbc\b)"),
    (
        "msi",
        (
            r"(?:microsatellite[ -](?:instab\w{1,6}|stable)(?:[ -]high)?(?: ?\(ms[is](?:-h)?\))?"
            r"|\bmsi(?:-?h(?:igh)?)?\b|\bmss\b|\bdmmr\b|\bpmmr\b|mismatch repair)"
        ),
    ),
)
_GENE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _GENES))
_START_WORDS = "hu he c ce er ep eg an al ro br kr k nr cm me re nt pi pd pr pg es oe ho hr tr tn mi ms dm pm"
_STARTS = frozenset(_START_WORDS.split())
# "anti-HER2 therapy", "EGFR-TKI", "PD-L1 inhibitor": a medicine, not the tumour.
_DRUG_BEFORE = re.compile(
    r"(?:\banti-? ?(?:pd-1 ?(?:/|and|or|,) ?(?:anti-?)?)?|pd-1 ?/ ?"
    r"|inhibit\w{1,5} (?:of )?(?:the )?|pd-1[ /]or |vegf/)$"
)
_DRUG_AFTER = re.compile(
    r"(?: ?\([^)]{1,20}\))?[ -]{0,2}(?:tkis?\b|inhibit\w{1,4}|tyrosine kinase inhib\w{1,5}"
    r"|antibod\w{1,3}|target\w{1,3}|directed|therap\w{1,4}|agents?\b|antagonist|treat\w{1,5}|/pd"
    r"|/her|checkpoint|selective|blockade|and pd-?l?[12] inhib)"
)
_POSITIVE = (
    r"(?:positiv\w{0,4}|pos\b|mutat\w{1,4}|mutant|sensiti[sz]ing mutation\w?|rearrang\w{1,6}"
    r"|fusions?|translocat\w{1,4}|amplif\w{1,8}|over-?express\w{1,4}|express(?:ion|ing|es)"
    r"|deletion|insertion|exon (?:19|20|21)|l858r|t790m|v600\w?|g12\w|alterations?|activating"
    r"|genomic|driver)"
)
_AFTER = re.compile(
    rf"(?P<plus>\+(?!/-))|(?P<low>[ -]low\b)|(?P<negative>[ -]{{0,3}}(?:is |are "
    rf"|status )?(?:negativ\w{{0,3}}|wild[ -]?type|non-?amplified|not amplified|(?:mutation"
    rf"|fusion)[ -]?negative|unmutated|-(?=[ ,;)]|$)))"
    rf"|(?P<positive>(?:[ -]?\([^)]{{1,24}}\))?[ -]{{0,2}}(?:(?:\w{{1,14}}[ -]){{0,3}}?(?:status "
    rf")?(?:is |are )?)?{_POSITIVE})|(?P<high>[^.;,]{{0,24}}(?:cps|tps|tc|ic|tap|expression"
    rf"|level)?[^.;,]{{0,12}}[≥>] ?\d)"
)
_NEGATED = re.compile(
    r"\b(?:absence of|no|without|negative (?:\w{1,10} ){0,2}(?:for|of)|not have"
    r"|lack(?:ing)? (?:of)?|exclude[ds]?|non|nor|free of|contains no|tested negative for"
    r"|not harbou?r)\b(?: [\w(),/-]{1,24}){0,14} ?$"
)
_ANY_GENE = "|".join(pattern for _, pattern in _GENES)
# "EGFR or ALK mutations", "ER, PR and HER2 are negative": one state for several.
_SHARED = re.compile(
    rf"(?: ?\([^)]{{1,60}}\))?(?: ?(?:,|/|and|or|and/or|, and|, or) ?(?:{_ANY_GENE}|ras"
    rf"|nsclc)(?: ?\([^)]{{1,40}}\))?){{1,4}} ?(?:(?:gene|are|is|sensitizing|driver|activating|or"
    rf"|common|fusion|exon|20|19|all|status) ){{0,3}}(?P<state>negativ\w{{0,3}}|{_POSITIVE})"
)
_EXON_EGFR = re.compile(r"\b(?:19 ?-?del\w{0,5}|exon 19 del\w{0,5}|l858r|t790m)\b")


def read(text: str) -> Iterator[RuleMatch]:
    seen: set[str] = set()
    for match in cue_positions(_GENE, _STARTS, text):
        name = match.lastgroup or ""
        if name in seen or _is_drug(text, match):
            continue
        state, end = _state(text, match, name)
        if state and not re.match(
            r" ?-(?:selective|targeted|directed)|(?: mutation)? status\b", text[end : end + 18]
        ):
            seen.add(name)
            yield RuleMatch(
                match.start(), end, "biomarker", Among(kind="biomarker", variable=name, values=(state,))
            )
    mutation = _EXON_EGFR.search(text) if "egfr" not in seen and "her2" not in seen else None
    if mutation and re.search(r"egfr|t790m|l858r", text):
        yield RuleMatch(
            mutation.start(),
            mutation.end(),
            "biomarker",
            Among(kind="biomarker", variable="egfr", values=("positive",)),
        )


def _is_drug(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 40]
    if _DRUG_BEFORE.search(before) or re.search(r"\banti[- ]?$|\bother than (?:\w{1,14} )?$", before):
        return True
    if re.search(
        r"\b(?:detection|determination|testing|assessment|evaluation|testing|test) (?:of"
        r"|for) (?:[\w-]{1,12} ){0,3}$",
        before,
    ) or re.match(r"(?: [\w-]{1,12}){0,3} (?:testing|(?:mutation )?status(?! is| must| confirmed))\b", after):
        return True
    return bool(_DRUG_AFTER.match(after)) or bool(
        re.search(r"(?:testing|determination|assess\w{1,6}|inhibit\w{1,4})", after[:22])
        and match.lastgroup == "pd_l1"
    )


def _state(text: str, match: re.Match[str], name: str) -> tuple[str, int]:
    """The state of a marker and where the words for it end; "" when the text names no state."""
    if name == "triple_negative":
        return "positive", match.end()
    if name == "msi":
        stable = re.search(r"stable|mss|pmmr|proficient", match[0])
        return ("negative" if stable else "positive"), match.end()
    before = text[max(0, match.start() - 110) : match.start()]
    after = _AFTER.match(text, match.end())
    shared = None if after and not after["high"] else _SHARED.match(text, match.end())
    if shared:
        state = "negative" if shared["state"].startswith("negativ") else "positive"
        return _turned(state, before), shared.end()
    if (
        after
        and after["high"]
        and name != "pd_l1"
        and "%" not in after["high"] + text[after.end() : after.end() + 6]
    ):
        return "", match.end()
    if after is None:
        return (
            ("positive", match.end())
            if re.search(
                r"\b(?:mutations?|rearrangements?|fusions?|amplification|expression"
                r"|positivity) (?:of|in|for) (?:the )?$",
                before,
            )
            else ("", match.end())
        )
    state = "low" if after["low"] else "negative" if after["negative"] else "positive"
    return _turned(state, before), after.end()


def _turned(state: str, before: str) -> str:
    tail = re.split(r"[;.:]", before)[-1]
    return "negative" if state == "positive" and _NEGATED.search(tail) else state
