"""Things that happened within a time before now, classed by their head noun: wash-out (a treatment taken), progression
window (the disease coming back after treatment), look-back (an event or illness), recency (a test or sample)."""

import re
from collections.abc import Iterator
from typing import Literal, cast

from trialway.criteria.expressions import Expr, Not, WindowKind, Within
from trialway.criteria.words import COUNT, TIME_UNIT, Found, clause_start, number, time_unit

CUES = ("within", "past", "last", "prior", "previ", "prece", "befor", "ago", "since", "less", "days", "weeks", "month", "year", "years", "hours", "day", "week", "elaps", "inter", "washo", "after")



def _time(name: str) -> str:
    """An amount of time, in the groups ``<name>n`` and ``<name>u``."""
    return rf"(?P<{name}n>{COUNT})(?: ?\(\d{{1,3}}\))? ?-?(?:calendar |consecutive |full |complete )?(?P<{name}u>{TIME_UNIT})"


_BACK = r"(?:last|past|previous|prior|preceding|most recent)"
_ANCHOR = (
    r"(?: ?\([^)]{1,40}\))?(?: or (?:\w{1,8} )?\w{1,8} half[ -]li(?:ves|fe)[^,;.]{0,30})? ?(?:prior|before|preceding|previous to|previously|of (?:the )?(?:screening|enrol|random|baseline|study|visit|inclusion|first|index|consent)|from (?:the )?(?:screening|enrol|random|baseline|study|visit|first)|ago\b|earlier)"
)
_WINDOWS = (
    # within (the last) 4 weeks (prior to …)
    re.compile(rf"\b(?:within|in) (?:the |a |about |approximately )?(?:(?:{_BACK}|period of|timeframe of)(?: of)? )?(?P<sign>[≤<]) ?{_time('a')}|\bwithin (?:the |a |an |about |approximately )?(?:{_BACK} |period of )?{_time('b')}|\bwithin (?:the |a )?(?:{_BACK} )?(?P<one>{TIME_UNIT})(?= (?:prior|before|preceding|of))|\bwithin (?:the )?{_BACK} (?P<one2>year|month|week|day)\b"),
    # in the past year; during the last 3 months
    re.compile(rf"(?:\b(?:in|during|over|for|at|through(?:out)?|any time in|from) )?\b(?:the |his |her |their )?{_BACK} (?:(?:[≤<] ?)?{_time('a')}|(?P<one>year|month|week|day|24 h)\b)"),
    # ≤ 28 days before; 4 weeks prior to; 3 months ago
    re.compile(rf"(?P<sign>[≤<≥>])? ?\b{_time('a')}(?={_ANCHOR})"),
    # in the month preceding; during the 5 years before
    re.compile(r"\b(?:in|during|within) the (?P<one>year|month|week|day)(?= (?:preceding|prior|before))"),
    # at least 4 weeks since …
    re.compile(rf"(?P<since>[≥>]) ?{_time('a')} ?(?:\([^)]{{1,30}}\) )?(?:has |have |must have |should have )?(?:elapsed |passed )?(?:since|after|from|following) (?:the )?(?:last|prior|previous|completion|end|receiving|any|most recent|stopping|discontinuation|their|surgery|treatment|radio|chemo)"),
    re.compile(rf"\b(?P<since>(?:≥ ?)?){_time('a')} (?:has|have|must have|should have) (?:elapsed|passed)"),
    # recent stroke (< 3 months)
    re.compile(rf"\brecent(?:ly)?\b(?:(?!life|surviv)[^.;<≤]){{1,70}}(?P<sign>[<≤]) ?{_time('a')}"),
    # for less than 3 months; < 2 months
    re.compile(rf"\b(?:since|onset|diagnosed|recent) \(?(?P<sign><) ?{_time('a')}|(?P<sign2><) ?{_time('b')}(?= (?:use|since)\b)"),
)
# What a text must hold for each pattern to be worth a search; most hold none.
_NEEDLES: tuple[tuple[str, ...], ...] = (
    ("within", "in ≤", "in <"),
    ("last", "past", "previous", "prior", "preceding", "most recent"),
    ("prior", "before", "preced", "previous", "ago", "earlier", " of ", "from"),
    ("the year", "the month", "the week", "the day"),
    ("≥", ">"),
    ("elapsed", "passed"),
    ("recent",),
    ("<",),
)
_AFTER = re.compile(r" ?(?:\([^)]{1,30}\) )?(?:after|following|post|from the (?:end|last|date)|of (?:starting|initiat|complet|finish|discontinu|birth|diagnos|therap|stopping)|from now|since the last dose)\b")
_FUTURE = re.compile(r"\b(?:plan(?:s|ned|ning)?|will|anticipat\w{1,4}|expect\w{0,3}|intend\w{0,3}|going to|likely|scheduled|after (?:the )?(?:last|final)|following the|next|at least|up to|agree\w{0,2}|remain|until|willing|risk)\b(?: [\w/-]{1,15}){0,6} ?$")
_STABLE = re.compile(r"\b(?:stable|unchanged|constant|stability|no changes?|without changes?|remained|maintain\w{0,3}|consecutive|duration|for|over|at|lasting)\b(?: [\w/'-]{1,15}){0,7} (?:for|over|≥)? ?$")

_HEADS: tuple[tuple[WindowKind, re.Pattern[str]], ...] = (
    ("progression window", re.compile(r"\b(?:progress(?:ion|ed|ive)|relaps\w{0,3}|recur\w{0,5}|disease[- ]free)")),
    (
        "wash-out",
        re.compile(
            r"\b(?:completed|finished|wash-? ?out|treat\w{0,5}|therap\w{0,5}|recei[vp]\w{0,4}|drugs?|medic(?:ation|ine|inal|ament)\w{0,2}|us(?:e|ed|ing|age)\b|dos(?:e|es|ed|ing|age)\b|surg\w{1,6}|procedures?|pci\b|cabg\b|revascular\w{1,8}|"
            r"transfus\w{1,4}|vaccin\w{0,6}|(?:chemo|immuno|radio|brachy)\w{0,10}|radiation|antibiotic\w{0,2}|antimicrobial\w{0,2}|(?:cortico)?steroids?|inhibitors?|inducers?|agents?|trials?\b|stud(?:y|ies)\b|"
            r"transplant\w{0,6}|implant\w{0,6}|infus\w{1,4}|inject\w{1,4}|administ\w{0,7}|donat\w{1,4}|\w{2,20}(?:ostomy|ectomy|plasty|otomy)|ablation|intervention\w{0,2}|antihistamines?|taking|taken|take\b|stent\w{0,5}|biologic\w{0,4}|consum\w{1,6}|"
            r"participat\w{0,4}|angioplast\w{1,2}|immunoglobulins?|antibod(?:y|ies)|exchange|dialysis|training|cardioversion|valvuloplasty|resynchron\w{1,7}|pacemaker|device|operation|supplement\w{0,3}|product\w{0,2}|smok\w{1,4}|"
            r"resection|inotrop\w{1,3}|diuretic\w{0,1}|loratadine|cetirizine|beta-agonists?|theophylline|immunosuppress\w{1,6}|blockers?|insulin|nsaids?|opioids?|anticoagul\w{1,5}|omalizumab|montelukast|hormone\w{0,1}|nicotine|radiotherap\w{1,4}|amiloride|methotrexate|amiodarone|herbal|catheteri[sz]ation|enrol\w{1,6})"
        ),
    ),
    (
        "recency",
        re.compile(
            r"\b(?:tests?\b|tested|samples?|biops\w{1,3}|scans?|scanned|echo\w{0,13}|imaging|measure[ds]?\b|measurement|assess\w{0,5}|laborator\w{1,3}|mri\b|ct\b|"
            r"colonoscopy|angiogra\w{1,4}|lvef|e?gfr|ejection fraction|h[ae]moglobin|hba1c|bnp|nt-probnp|specimens?|spirometry|fev1|ecg|x-?ray|results?|proven|creatinine clearance|clearance|hgb|platelets?|anc|neutrophil count|serology|viral load|rna\b|copies|reports?|recist|inr|ultrasound|ckd-epi|glycosylated|a1c|performance status|ecog|tee\b|tte\b)"
        ),
    ),
    (
        "look-back",
        re.compile(
            r"\b(?:infarct\w{1,4}|mi\b|ami\b|stemi|strokes?|tia\b|cva\b|hospitali[sz]\w{1,6}|infection\w{0,1}|exacerbat\w{1,4}|abuse|dependence|events?|bleed\w{0,3}|illness\w{0,2}|diseases?\b|symptoms?|syndromes?|accidents?|"
            r"malignan\w{1,4}|cancers?|attacks?|fractures?|hem?orrhag\w{1,3}|angina|arrhythmias?|thrombo\w{1,9}|embol\w{1,4}|failure|fainting|syncope|episodes?|anaphyla\w{1,5}|disorders?|covid\w{0,3}|flare|trauma|injur\w{1,3}|suicid\w{1,5}|behavior|pneumonia|"
            r"seizures?|breast ?-?feed\w{0,3}|lactation|delivery|onset|diagnosis of|diagnosed with|shock|tamponade|decompensat\w{1,4}|arrest|ulcers?|hepatitis|sepsis|tuberculosis|pancreatitis|ketoacidosis|visits?|admission|admitted|obstruction|reaction|bites?|stings?|tachycardia|misuse|alcoholism|history of)"
        ),
    ),
)
_EVENTS: tuple[tuple[str, str], ...] = (
    ("live_vaccine", r"live,?(?: \(?attenuated\)?,?)? (?:viral |virus )?vaccin"),
    ("investigational_treatment", r"investigational|experimental (?:drug|agent|treat|therap)|(?:another|other) (?:\w{1,16} ){0,2}(?:trial|study|studies)|(?:clinical|drug|interventional) (?:\w{1,10} )?(?:trial|stud)"),
    ("major_surgery", r"major (?:\w{1,12} )?(?:surg|operat)"),
    ("surgery", r"\bsurg|operation"),
    ("radiotherapy", r"radiotherapy|radiation"),
    ("chemotherapy", r"chemotherapy|cytotoxic"),
    ("blood_transfusion", r"transfus"),
    ("blood_donation", r"donat"),
    ("heart_attack", r"myocardial infarction|\bmi\b|\bami\b|stemi|heart attack"),
    ("stroke", r"stroke|\bcva\b|cerebrovascular accident"),
    ("hospital_stay", r"hospitali[sz]"),
    ("other_cancer", r"malignan|\bcancers?\b"),
    ("heart_procedure", r"\bpci\b|\bcabg\b|revasculari"),
    ("systemic_steroids", r"steroid"),
)
_KNOWN = tuple((name, re.compile(pattern)) for name, pattern in _EVENTS)


_MAY_TELL = re.compile(rf"(?:{COUNT})[ )-]{{0,3}}(?:\(\d|calendar|full|consecutive|complete|{TIME_UNIT})|(?:last|past|previous|prior|preceding|within|the) (?:year|month|week|day|24 h)")


def read(text: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    if not _MAY_TELL.search(text):
        return
    for needles, pattern in zip(_NEEDLES, _WINDOWS, strict=True):
        for match in pattern.finditer(text) if any(needle in text for needle in needles) else ():
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            found = _window(text, match)
            if found is not None:
                taken.append(match.span())
                yield found


def _window(text: str, match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    unit = time_unit(groups.get("au") or groups.get("bu") or groups.get("one") or groups.get("one2") or "d")
    if unit == "minute":
        return None
    amount = number(groups.get("an") or groups.get("bn") or "one")
    sign = groups.get("sign") or groups.get("sign2")
    since = groups.get("since") is not None or sign in ("≥", ">")
    start = clause_start(text, match.start())
    before = text[max(start, match.start() - 160) : match.start()]
    own = match[0]
    if since and re.search(r"\bstab(?:le|ility)\b|\bwithout\b[^.;]{0,30}progress", before[-60:]):
        return None
    if since and sign and not re.match(r" ?(?:prior|before|ago)", text[match.end() :][:12]):
        return None
    if sign in ("≥", ">") and (re.search(r"\b(?:unless|except)\b", before)) or sign in ("≥", ">") and not re.search(r"\b(?:no|not|free|discontinu\w{1,4}|stopp\w{1,3}|abstain\w{0,3}|completed|last|received|ended|finished|off|wash-? ?out(?: period)?)\b", before[-90:]):
        return None
    if groups.get("since") is None and (_AFTER.match(text, match.end()) and "past" not in own and "last" not in own):
        return _after_treatment(text, match, before, amount, unit)
    if _FUTURE.search(before[-60:]) and not re.search(r"\b(?:past|last|prior|previous|preceding)\b", own + text[match.end() : match.end() + 12]):
        return None
    if groups.get("sign") is None and groups.get("since") is None and not re.search(rf"\b(?:within|in|during|{_BACK})\b", own) and _STABLE.search(before + ("for " if own.startswith("for ") else "")):
        return None
    if groups.get("since") is not None:
        # "at least 4 weeks since prior chemotherapy": the head noun comes after.
        after = re.split(r"[;.]", text[match.start() : match.end() + 60])[0]
        window = _class(after, "") if _head_at(after) else _class(before, "")
    else:
        window = _class(_ANCHORS.sub(" ", before), text[match.end() : match.end() + 90] if len(before.split()) < 3 else "")
        if _VALUE_THEN.search(before):
            window = "recency"
        elif window == "look-back" and _TAKEN.match(before.lstrip(" -")):
            window = "wash-out"
    expression: Expr = Within(
        window=window,
        variable=_event(before, window),
        amount=amount,
        unit=cast(Literal["day"], unit),
        what=_what(before),
        sign="<" if sign == "<" else "<=",
    )
    negative = bool(_DENIED.search(before)) and window != "recency" and groups.get("since") is None
    if since != negative:
        expression = Not(part=expression)
    reach = _reach(before, expression)
    tail = re.match(r" ?(?:prior to|before|of|preceding|from) (?:the )?(?:planned )?(?:start of )?(?:(?:study|screening|enrol\w{1,5}|randomi[sz]ation|first|dose|treatment|visit|inclusion|baseline|entry|drug|initiation|consent|informed|trial|of|the|day|1|administration|registration) ?){1,6}(?=[,.;)]|$| or| and)", text[match.end() : match.end() + 90])
    return Found(match.start() - reach, match.end() + (tail.end() if tail else 0), "time window", expression)


def _reach(before: str, expression: Expr) -> int:
    """How far before the window the event reaches that we know by name, with words that add nothing."""
    window = expression.part if isinstance(expression, Not) else expression
    if not isinstance(window, Within) or not window.variable:
        return 0
    if _PLAIN_EVENT.fullmatch(before.strip(" (")):
        return len(before.lstrip())
    piece = re.split(r"[,;]| or ", before)[-1]
    if len(re.findall(r"[a-z]{2,20}", piece)) and not _PLAIN_EVENT.fullmatch(piece.strip(" (")):
        return 0
    return len(piece.lstrip())


def _after_treatment(text: str, match: re.Match[str], before: str, amount: float, unit: str) -> Found | None:
    """"Progression during, or within 6 months after completing, therapy": no other window looks from a treatment on."""
    if not _HEADS[0][1].search(before):
        return None
    window = Within(window="progression window", variable="", amount=amount, unit=cast(Literal["day"], unit), what=_what(before))
    return Found(match.start(), match.end(), "time window", window)


# The anchor of an earlier window is not the head of this one: "48 hours prior to the screening visit or …".
_ANCHORS = re.compile(
    r"\b(?:prior to|before|of|preceding|from|at) (?:the )?(?:[\w-]{1,14} ){0,3}?(?:screening|visit|enrol\w{1,5}|inclusion|randomi[sz]ation|consent|study|trial|first dose|baseline|treatment|admission)\b(?: (?:visit|treatment|drug|entry|period|start|medication|of study \w{1,12}))?"
)
_DENIED = re.compile(r"\b(?:no|not|never|without|free (?:of|from)|absence of|cannot|none)\b(?! (?:only|including|limited|controlled|been controlled|adequately))(?:(?! (?:and|but|unless|who|which|if|with)\b) [\w/()'-]{1,24}){0,9}(?:, [\w -]{1,30}){0,3} ?\(?$")
_WEAK = re.compile(r"\b(?:document(?:ed|ation)|performed|obtained|collected|determined|recorded|reported?|evaluated|verified|confirmed|done)\b")


# "ALT ≤ 2.5 × ULN (within 10 days of treatment)": a value and when it was measured.
_VALUE_THEN = re.compile(r"[≥≤<>] ?\d[^();]{0,40}\($")
# "Use of medicines for cold symptoms": what was taken is the head, whatever it was taken for.
_TAKEN = re.compile(r"(?:current |any |prior |previous |regular |have |has |having |patients |subjects |who ){0,4}(?:use of|usage of|treatment with|treated with|receipt of|received|receiving|taking|taken|administration of|therapy with|consumption of|intake of)\b[^,;]{0,110}$")


def _class(before: str, after: str) -> WindowKind:
    """The class of the head noun that stands nearest before the window, or else nearest after it."""
    best: tuple[int, WindowKind] | None = None
    for window, pattern in _HEADS:
        for match in pattern.finditer(before):
            if best is None or match.start() > best[0]:
                best = (match.start(), window)
    if best is not None:
        return best[1]
    first: tuple[int, WindowKind] | None = None
    tail = re.sub(r"^.{0,12}?\b(?:prior to|before|preceding|of|to) (?:the )?(?:\w{1,14} ?){1,5}", "", after)
    for window, pattern in _HEADS:
        later = pattern.search(tail)
        if later and (first is None or later.start() < first[0]):
            first = (later.start(), window)
    if first is not None:
        return first[1]
    return "recency" if _WEAK.search(before) else "look-back"


def _head_at(before: str) -> int:
    return max((match.start() for _, pattern in _HEADS for match in pattern.finditer(before)), default=0)


def _event(before: str, window: WindowKind) -> str:
    if window not in ("wash-out", "look-back"):
        return ""
    tail = before if _PLAIN_EVENT.fullmatch(before.strip(" (")) else re.split(r"[,;]| or ", before)[-1]
    return next((name for name, pattern in _KNOWN if pattern.search(tail)), "")


_PLAIN_EVENT = re.compile(
    r"(?:(?:any|a|an|the|of|other|another|prior|previous|recent|history|use|received?|receipt|receiving|treatment|treated|therapy|with|has|have|had|been|participat\w{1,4}|participation|in|to|into|enrol\w{1,5}|administration|vaccin\w{1,6}|live|attenuated|"
    r"live-attenuated|viral|virus|investigational|experimental|study|trial|trials|studies|clinical|interventional|drugs?|agents?|products?|medicinal|medications?|devices?|major|surger(?:y|ies)|surgical|procedures?|operations?|"
    r"radiotherapy|radiation|chemotherapy|cytotoxic|blood|transfusions?|transfused|donat\w{1,4}|acute|myocardial|infarction|mi|ami|stemi|heart|attack|strokes?|cva|cerebrovascular|accident|hospitali[sz]\w{1,6}|malignanc(?:y|ies)|"
    r"cancers?|pci|cabg|revasculari[sz]ation|no|not|without|undergone|patients?|subjects?|participants?|who|underwent|undergoing|taking|part|research|vaccines?|and/or|live,|must|currently|\(mi\)|\(ami\))[ ,]{0,2}){1,14}"
)


def _what(before: str) -> str:
    return before.strip(" ,(:-").removeprefix("and ").strip()
