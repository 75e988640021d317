"""Ways of writing one word ─▶ the one that names are compared by: British, plural, Greek, Roman.

The right-hand sides need be no English words (``metastases`` and ``metastasis`` must come out alike, and so
must ``diabetes`` and what a rule makes of it); nobody is shown them.
"""

import re

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "ω": "omega", "ß": "ss", "ı": "i", "ø": "o", "ł": "l",
}  # fmt: skip
AMERICAN = {
    "ae": "e", "oe": "e", "ageing": "aging", "aluminium": "aluminum", "analys": "analyz",
    "behaviour": "behavior",
    "catheteris": "catheteriz", "centre": "center", "colour": "color", "counsell": "counsel",
    "fibre": "fiber",
    "favour": "favor", "humour": "humor", "isation": "ization", "ised": "ized", "ising": "izing",
    "judgement": "judgment", "labour": "labor", "leuco": "leuko", "litre": "liter", "neurone": "neuron",
    "odour": "odor", "paralys": "paralyz", "programme": "program", "sulph": "sulf", "tumour": "tumor",
    "vapour": "vapor", "tranquillis": "tranquiliz", "smoulder": "smolder", "mould": "mold",
}  # fmt: skip
# "ae" and "oe" also stand in words that are written so everywhere ("aerobic"); those come out alike as well.
AMERICAN_OF = re.compile("|".join(sorted(AMERICAN, key=len, reverse=True)))

# Whole words with two ways of writing.
TWO_WAYS = {"disc": "disk", "grey": "gray", "cheque": "check", "gonorrhoea": "gonorrhea"}

# Endings of plurals, the longest first; what looks like a plural and is none keeps its ending.
SINGULAR = (
    ("itides", "itis"), ("oses", "osis"), ("tases", "tasis"), ("alyses", "alysis"), ("theses", "thesis"),
    ("crises", "crisis"), ("ices", "ix"), ("omata", "oma"), ("igmata", "igma"), ("ies", "y"), ("sses",
    "ss"), ("xes", "x"),
    ("ches", "ch"), ("shes", "sh"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("as", "as"), ("os", "os"),
    ("s", ""),
)  # fmt: skip
SHORTEST_PLURAL = 5
UNCHANGED = frozenset({"series", "species", "caries", "scabies", "rabies", "herpes", "facies", "movies"})

ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
    "x": "10",
    "xi": "11", "xii": "12", "xiii": "13",
}  # fmt: skip
# A single "i", "v" or "x", or one with a letter behind it ("IIIB"), counts as a number after these alone.
NUMERAL_BEFORE = frozenset(
    {
        "type", "stage", "grade", "class", "phase", "factor", "nyha", "figo", "who", "category", "level",
        "group",
        "mucopolysaccharidosis", "bipolar", "tyrosinemia", "glutaric", "angiotensin", "mps", "sma",
        "to", "or", "and", "/", "2", "3", "4",
    }
)  # fmt: skip
