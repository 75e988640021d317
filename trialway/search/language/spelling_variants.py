"""Ways of writing that make no other word: British spelling, Greek, possessives ─**writing**▶ analysis.

Done alike to records and to what is typed, so that it costs a search nothing. A rule may mangle a word
(promised → promized) as long as it makes it equal to no other word.
"""

import re

_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "σ": "sigma", "τ": "tau", "ω": "omega",
}  # fmt: skip
_LETTERS = str.maketrans({one: name for letter, name in _GREEK.items() for one in (letter, letter.upper())})
_AMERICAN = {
    "aema": "ema", "aemia": "emia", "aemic": "emic", "aemo": "emo", "aesthe": "esthe", "aetio": "etio",
    "ageing": "aging", "aluminium": "aluminum", "analyse": "analyze", "apnoea": "apnea",
    "behaviour": "behavior", "caecum": "cecum", "caecal": "cecal", "caesar": "cesar", "centre": "center",
    "coeli": "celi", "colour": "color", "counsell": "counsel", "dyspnoea": "dyspnea", "faec": "fec",
    "favour": "favor", "fibre": "fiber", "foet": "fet", "gynaec": "gynec", "homoeo": "homeo",
    "isation": "ization", "ised": "ized", "ising": "izing", "judgement": "judgment", "labour": "labor",
    "leuco": "leuko", "litre": "liter", "neurone": "neuron", "odour": "odor", "oedem": "edem",
    "oesoph": "esoph", "oestr": "estr", "paed": "ped", "programme": "program", "rrhoe": "rrhe",
    "sulph": "sulf", "tumour": "tumor", "vapour": "vapor", "yse": "yze", "ysing": "yzing",
}  # fmt: skip
_BRITISH = re.compile("|".join(sorted(_AMERICAN, key=len, reverse=True)), re.IGNORECASE)


def normalise_spelling(text: str) -> str:
    """The text without possessives, with American spelling and the names of Greek letters.

    >>> written_alike("Crohn’s, haemophilia and TNF-α in paediatric care")
    'Crohn, hemophilia and TNF-alpha in pediatric care'
    """
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    if not text.isascii():
        text = text.translate(_LETTERS)
    small = text.lower()
    # Most words have none of them, which is sooner found out one by one than by one pattern for all.
    if not any(part in small for part in _AMERICAN):
        return text
    return _BRITISH.sub(lambda match: _AMERICAN[match[0].lower()], text)
