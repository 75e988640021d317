"""What was taken before: the number of earlier lines of therapy, and earlier treatments by name."""

import re
from collections.abc import Iterator

from trialway.criteria.expressions import All, AnyOf, Compare, Exists, Expr, Not
from trialway.criteria.words import COUNT, SIGNS, TIME_UNIT, Found, negator, number

CUES = (
    "prior",
    "previ",
    "recei",
    "naive",
    "naïve",
    "histo",
    "line",
    "lines",
    "treat",
    "untre",
    "regim",
    "trans",
    "exper",
    "expos",
    "past",
    "recip",
    "chemo",
    "under",
)

_THERAPY = r"(?:therap(?:y|ies)|treatments?|regimens?|chemotherap(?:y|ies)|agents?)"
_PRIOR = r"(?:prior(?! to\b)|previous|earlier|preceding)"
_SKIP = r"(?:(?!or\b|and\b|for\b|with\b|cycles?\b|drugs?\b)[a-z()/-]{2,24} ){0,5}?"
_LINES = (
    re.compile(
        rf"(?P<sign>[≥≤><])? ?\b(?P<count>{COUNT})(?: \(?\d\)?)? {_PRIOR}(?: and a ≤ ?\d)? "
        rf"{_SKIP}(?:lines?|regimens?|therap(?:y|ies)|treatments?)\b"
    ),
    re.compile(
        rf"(?P<sign>[≥≤><])? ?\b(?P<count>{COUNT})(?: \(?\d\)?)? (?:or more )?{_SKIP}lines?\b(?: of "
        rf"(?:{_PRIOR} )?{_SKIP}(?:therap|treat|chemo|poly|immuno))?"
    ),
    re.compile(
        rf"{_PRIOR} lines? of (?:[a-z-]{{2,20}} ){{0,3}}{_THERAPY} ?(?P<sign>[≥≤><=]) ?(?P<count>{COUNT})"
    ),
    re.compile(
        rf"number of {_PRIOR} (?:[a-z-]{{2,20}} ){{0,3}}(?:lines?|regimens?|therapies) ?(?:is "
        rf"|was )?(?P<sign>[≥≤><]) ?(?P<count>{COUNT})"
    ),
    re.compile(
        rf"(?P<count>one|1) (?:or|to|-) ?(?P<high>{COUNT}) {_PRIOR} {_SKIP}(?:lines?|regimens?"
        rf"|therap(?:y|ies))"
    ),
    re.compile(
        rf"(?P<sign>[≥≤><]) ?(?P<count>{COUNT}) but ≤ ?(?P<high>{COUNT}) {_PRIOR} {_SKIP}(?:lines?"
        rf"|regimens?|therap(?:y|ies))"
    ),
    re.compile(
        rf"(?P<sign>[≥]) ?(?P<count>{COUNT}) (?:and|but) (?:a )?≤ ?(?P<high>{COUNT}) (?:{_PRIOR} "
        rf")?{_SKIP}(?:lines?|regimens?)\b"
    ),
)
_REGIMENS = re.compile(
    rf"\b(?:received|failed|after|following|on) (?P<sign>[≥≤><]) ?(?P<count>{COUNT}) "
    rf"{_SKIP}(?:regimens?|systemic therap(?:y|ies))\b"
)
_FIRST = re.compile(r"\b(?:(?:first|second|third)-?|\d-?(?:st|nd|rd) ?-?)line")

_NAMED = re.compile(
    rf"\b(?:{_PRIOR}(?:ly)?|history of|past|earlier)(?: (?:or current|and/or current|or concurrent"
    rf"|or ongoing|and/or ongoing|or planned|history of|use of|any|known))? (?:systemic |adjuvant "
    rf"|local |standard |anti-?cancer |any )?(?:{_THERAPY}|treated|exposure|use|received?|receipt"
    rf"|administration|exposed)(?: with| of| to| by| using| including| therapy with"
    rf"| treatment with)+ (?:an? |any |the )?(?P<object>[^.;:]{{2,110}})"
    rf"|\b(?:has|have|had|having|must have|who|patients?) (?:not )?(?:previously |ever "
    rf"|been previously |already |been )?(?:received|(?<=been )treated with"
    rf"|(?<=previously )treated with|been treated with)(?: any| an?"
    rf"| at least one)? (?:{_PRIOR} )?(?:{_THERAPY} with (?:an? )?)?(?P<object2>[^.;:]{{2,110}})"
    rf"|\bpreviously (?:received|treated (?:with|by)|untreated with)(?: any"
    rf"| other)? (?P<object3>[^.;:]{{2,110}})"
)
_BRIEF = re.compile(
    rf"\b(?P<lead>{_PRIOR}(?:ly)?|history of|naïve to|naive to|naïve from|naive from"
    rf"|untreated with)(?: (?:or concurrent|or current|history of|any|additional|to|first-line))? "
    r"(?P<object>(?:(?!and\b|with\b|in\b|to\b|trial|study)[a-z0-9()/,-]{2,26} "
    r"){0,6}?(?:chemo-?(?:radio)?therap(?:y|ies)|radio-?therap(?:y|ies)"
    r"|(?:ir)?radiation(?: therapy)?(?! pneumonitis| proctitis)|immunotherap(?:y|ies)"
    r"|transplant(?:ation|s)?|antibod(?:y|ies)|inhibitors?|vaccines?|chemo\w{0,12}|(?:systemic"
    r"|targeted|anti-?cancer|antitumor|anti-tumor|hormonal|endocrine|biologic|resynchronization"
    r"|surgical|replacement|specific|adjuvant|cytotoxic|neoadjuvant|androgen suppression|local"
    r"|checkpoint|-directed|-targeted|deprivation|car-?t(?: cell)?"
    r"|cell)[a-z -]{0,20}? (?:therap(?:y|ies)|treatments?)|ablation(?: procedure)?|sotorasib"
    r"|pemetrexed|paclitaxel|bypass|cabg|pci|mastectomy))\b"
)
_GENERAL = re.compile(
    rf"\b(?:(?:no|any|without|received|receiving|other) (?:\w{{1,12}} )?{_PRIOR} "
    rf"(?P<object>(?:[a-z/-]{{2,20}} ){{0,2}}?(?:therap(?:y|ies)|treatments?))\b(?! with| of)"
    rf"|{_PRIOR} (?P<object2>(?:therap(?:y|ies)|treatments?)) for\b"
    rf"|(?P<object3>previously untreated))"
)
_NAIVE = re.compile(
    r"\b(?P<object>(?:(?!for |or |are |and |is |be |participants? |patients? |subjects? |who "
    r"|have )[a-z0-9-]{2,20} ){0,2}(?:chemotherapy|treatment|therapy|immunotherapy|tki|inhibitor"
    r"|[a-z]{3,14}(?:nib|mab)))[ -]na[iï]ve\b(?! adult|patients? in whom)"
)
_TRANSPLANT = re.compile(
    r"\b(?:allogen(?:e)?ic|autologous|solid organ|organ|bone marrow|stem[ -]cell|heart"
    r"|orthotopic heart|kidney|liver|lung)[a-z ,/-]{0,50}?transplant(?:ation|s|ed)?\b"
)
_TRIAL = re.compile(r"\b(?:trial|study|studies|sotatercept study)\b")
_TIMED = re.compile(
    rf"\b(?:within|in the (?:last|past|previous)|(?:last|past|previous) \d|during the (?:last|past"
    rf"|previous)|[<≤] ?\d{{1,3}} ?{TIME_UNIT}|\d{{1,3}} ?{TIME_UNIT} (?:prior|before)|less than)"
)
_SPLIT = re.compile(r",? (?:and/or|and|or|plus|including(?: but not limited to)?|such as) |, |/(?!-)")
_END = re.compile(
    r"\b(?:for (?:the |their |this )?(?:metasta|advanced|locally|inoperable|recurrent|treat"
    r"|current|any|stage|early|unresect|disease|cancer|pancreat|colorect)|in (?:the )?(?:metasta"
    r"|adjuvant|neo|advanced|setting|past|last)|within|prior to|before|at any|during|if|unless"
    r"|except|who|which|that|are|is|was|were|will|must|allowed|permitted|but|however|on study"
    r"|as (?:most|monotherapy|defined|systemic)|therapeutic|\(|in whom|because|did|has|since"
    r"|without|more than|given|where|when|at least|with at least|requiring|to treat|at screening"
    r"|for|progress\w{1,4}|or (?:hypersensi|allerg|known|history|intoleran|has\b|have\b|who\b"
    r"|patients|contra|require|failed)|and (?:progress|experienc|relaps|has|have|patients|must))"
)
_NOT_THERAPY = re.compile(
    r"^(?:treatment|therap|medication|hiv|human|hepatitis)|"
    r"\b(?:non-?compliance|compliance|screening|enrol|consent|allerg(?!en)|hypersensi|reaction"
    r"|toxicit|adverse|anaphyla|intoleran|fail(?:ed|ure)|standard of care|diagnos|disease|line"
    r"|infection|seizure|smok|exercise|imaging|scan|biops|explanation|training|benefit|information"
    r"|diagnosis|invitation|approval|education|an? (?:copy|diagnosis)|doses? of|drug abuse|alcohol"
    r"|abuse|resistance|abuse|test|dysfunction|regimens?$)"
)


_EARLIER = (
    "prior",
    "previous",
    "earlier",
    "history of",
    "past",
    "received",
    "treated",
    "na",
    "untreated",
    "preceding",
)
# What a text must hold for each pattern to be worth a search.
_PATTERNS = (
    (_NAMED, _EARLIER),
    (_BRIEF, _EARLIER),
    (_NAIVE, ("naive", "naïve")),
    (_TRANSPLANT, ("transplant",)),
    (_GENERAL, ("prior", "previous", "earlier", "preceding")),
)


def read(text: str) -> Iterator[Found]:
    lines = (
        list(_lines(text)) if any(word in text for word in ("line", "regimen", "therap", "treatment")) else []
    )
    yield from lines
    taken = [(found.start, found.end) for found in lines]
    for pattern, needles in _PATTERNS:
        for match in pattern.finditer(text) if any(needle in text for needle in needles) else ():
            if any(
                match.start() < end and start < match.end()
                for start, end in taken
                if pattern is not _NAMED or start <= match.start()
            ):
                continue
            found = _treatment(text, match, pattern)
            if found is not None:
                taken.append((found.start, found.end))
                yield found


def _lines(text: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for pattern in (*_LINES[4:], *_LINES[:4], _REGIMENS):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if _FIRST.search(match[0]) or re.search(
                r"counted as|considered|is defined|be counted|logmar|counts? as|one of|cell lines?"
                r"|at baseline",
                text[max(0, match.start() - 40) : match.end() + 10],
            ):
                continue
            taken.append(match.span())
            yield _counted(text, match)


def _counted(text: str, match: re.Match[str]) -> Found:
    count = number(match["count"])
    sign = match.groupdict().get("sign")
    if sign is None or sign == "=":
        sign = "≥"
    lower: Expr = Compare(kind="prior lines", variable="prior_lines", sign=SIGNS[sign], value=count)
    high = match.groupdict().get("high")
    if high:
        upper = Compare(kind="prior lines", variable="prior_lines", sign="<=", value=number(high))
        return Found(match.start(), match.end(), "prior lines", All(parts=(lower, upper)))
    return Found(match.start(), match.end(), "prior lines", lower)


def _treatment(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> Found | None:
    groups = match.groupdict()
    words = groups.get("object") or groups.get("object2") or groups.get("object3") or match[0]
    start = match.end() - len(words) if pattern is not _TRANSPLANT else match.start()
    if pattern is _NAIVE:
        start = match.start()
    cut = _END.search(words)
    own = words[: cut.start()] if cut and pattern in (_NAMED,) else words
    own = own.strip(" ,(").removeprefix("receiving ")
    if own.startswith(("or ", "and ")):
        return None
    if len(own) < 3 or (_NOT_THERAPY.search(own) and pattern is not _GENERAL) or _TRIAL.search(own):
        return None
    clause = re.search(r"[;.](?: |$|[a-z]\.)", text[start : match.end() + 60])
    until = start + clause.start() if clause else min(len(text), match.end() + 60)
    if _TIMED.search(text, match.start(), until) and not re.search(
        r"[;.]", text[start + len(own) : min(len(text), match.end())]
    ):
        return None
    names = [
        name
        for raw in _SPLIT.split(own)
        if len(name := raw.strip(" ,()")) > 2
        and not re.fullmatch(
            r"(?:other|another|any|etc\.?|the|both|either|or|and|local|not limited to|but)", name
        )
    ]
    if not names:
        return None
    parts: tuple[Expr, ...] = tuple(
        Exists(kind="prior treatment", variable="prior_treatment", where=(name,)) for name in names[:12]
    )
    together = re.search(r" and | plus ", own) and not re.search(r" or |and/or", own)
    expression: Expr = parts[0] if len(parts) == 1 else All(parts=parts) if together else AnyOf(parts=parts)
    at = negator(text, match.start())
    if re.search(
        r"\b(?:toxicit\w{1,3}|adverse|effects?|recover\w{0,3}|resol\w{1,4}|intoleran\w{1,2}"
        r"|reactions?|waiting|list(?:ed|ing)?|planned|expected|proposed|candidates?|except|scheduled"
        r"|requir\w{1,3}|need(?:s|ed)?|discontinu\w{1,6}|awaiting|likely|may or may not"
        r"|may have(?: received)?|since(?: any| the)?|completion of|subjected to"
        r"|due to)\b[^.;]{0,50}$",
        text[max(0, match.start() - 70) : match.start()],
    ) or re.match(r" ?(?:waiting )?list", text[match.end() : match.end() + 14]):
        return None
    if re.search(r"^(?:no|without) | not ", match[0][: max(0, start - match.start())]):
        return Found(match.start(), start + len(own), "prior treatment", Not(part=expression))
    if (
        pattern is _NAIVE
        or (groups.get("lead") or "").startswith(("na", "untreated"))
        or "untreated" in match[0][:24]
    ):
        return Found(match.start(), start + len(own), "prior treatment", Not(part=expression))
    if at is not None:
        return Found(at, start + len(own), "prior treatment", Not(part=expression))
    return Found(match.start(), start + len(own), "prior treatment", expression)
