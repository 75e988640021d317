"""What a window of time is about: the class of its head noun.

words before a window ─▶ **class** ─▶ windows.
"""

import re
from functools import lru_cache

from trialway.criteria.expressions import WindowKind

_HEADS: tuple[tuple[WindowKind, re.Pattern[str]], ...] = (
    (
        "progression window",
        re.compile(r"\b(?:progress(?:ion|ed|ive)|relaps\w{0,3}|recur\w{0,5}|disease[- ]free)"),
    ),
    (
        "wash-out",
        re.compile(
            r"\b(?:completed|finished|wash-? ?out|treat\w{0,5}|therap\w{0,5}|recei[vp]\w{0,4}|drugs?"
            r"|medic(?:ation|ine|inal|ament)\w{0,2}|us(?:e|ed|ing|age)\b|dos(?:e|es|ed|ing|age)\b"
            r"|surg\w{1,6}|procedures?|pci\b|cabg\b|revascular\w{1,8}|"
            r"transfus\w{1,4}|vaccin\w{0,6}|(?:chemo|immuno|radio|brachy)\w{0,10}|radiation"
            r"|antibiotic\w{0,2}|antimicrobial\w{0,2}|(?:cortico)?steroids?|inhibitors?|inducers?"
            r"|agents?|trials?\b|(?<!imaging )(?<!sleep )stud(?:y|ies)\b|"
            r"transplant\w{0,6}|implant\w{0,6}|infus\w{1,4}|inject\w{1,4}|administ\w{0,7}"
            r"|donat\w{1,4}|abstain\w{0,3}|refrain\w{0,3}|contracepti\w{1,4}|\w{2,20}(?:ostomy|ectomy|plasty|otomy)|ablation|intervention\w{0,2}"
            r"|antihistamines?|taking|taken|take\b|stent\w{0,5}|biologic\w{0,4}|consum\w{1,6}|"
            r"participat\w{0,4}|angioplast\w{1,2}|immunoglobulins?|antibod(?:y|ies)|exchange"
            r"|(?:h[ae]{1,2}mo)?dialysis|bypass|graft\w{0,3}|training|programs?|programmes?|rehabilitation|replacement|exposure"
            r"|initiation|nitrosoureas?|mitomycin|\w{3,20}(?:mab|nib|cept|gliflozin|sartan|pril|olol"
            r"|statin|mycin|azole|parin)s?\b|sglt-?2i?|trails?\b|desensiti[sz]ation|cardioversion"
            r"|valvuloplasty"
            r"|resynchron\w{1,7}|pacemaker|device"
            r"|ect\b|electroconvul\w{1,5}|operation|supplement\w{0,3}|product\w{0,2}|smok\w{1,4}|"
            r"resection|inotrop\w{1,3}|diuretic\w{0,1}|loratadine|cetirizine|beta-agonists?"
            r"|theophylline|immunosuppress\w{1,6}|blockers?|insulin|vasodilat\w{2}s?|vasopress\w{2}s?|nitrates?|glucocort\w{2,12}|antivirals?|antifungals?|bronchodil\w{4}s?|antidepress\w{4}|antipsychot\w{2,3}|cannabis|marijuana|nsaids?|opioids?"
            r"|anticoagul\w{1,5}|omalizumab|montelukast|hormone\w{0,1}|nicotine|radiotherap\w{1,4}"
            r"|amiloride|methotrexate|amiodarone|herbal|off\b|hydroxyurea|catheteri[sz]ation|enrol\w{1,6})"
        ),
    ),
    (
        "recency",
        re.compile(
            r"\b(?:tests?\b|tested|samples?|biops\w{1,3}|scans?|scanned|echo\w{0,13}|imaging"
            r"|measure[ds]?\b|measurement|assess\w{0,5}|laborator\w{1,3}|mri\b|ct\b|radiograph\w{0,2}|"
            r"colonoscopy|angiogra\w{1,4}|lvef|e?gfr|ejection fraction|h[ae]moglobin|hba1c|bnp"
            r"|nt-probnp|specimens?|spirometry|fev1|ecg|x-?ray|results?|values?\b|proven|creatinine clearance"
            r"|clearance|hgb|platelets?|anc|neutrophil count|serology"
            r"|(?:organ|marrow|renal|hepatic|liver|kidney|h[ae]{1,2}matologic(?:al)?|coagulation) functions?"
            r"|(?<!any )levels?\b|markers?\b|viral load|rna\b|copies"
            r"|reports?|recist|inr|ultrasound|ckd-epi|glycosylated|a1c|performance status|ecog|tee\b"
            r"|tte\b)"
        ),
    ),
    (
        "look-back",
        re.compile(
            r"\b(?:infarct\w{1,4}|mi\b|ami\b|stemi|strokes?|tia\b|cva\b|hospitali[sz]\w{1,6}"
            r"|infection\w{0,1}|exacerbat\w{1,4}|abuse|dependence|events?|bleed\w{0,3}"
            r"|illness\w{0,2}|diseases?\b|symptoms?|syndromes?|accidents?|"
            r"malignan\w{1,4}|cancers?|attacks?|fractures?|hem?orrhag\w{1,3}|angina|arrhythmias?"
            r"|thrombo\w{1,9}|embol\w{1,4}|failure|fainting|syncope|episodes?|anaphyla\w{1,5}"
            r"|disorders?|addiction|covid\w{0,3}|flare|trauma|injur\w{1,3}|suicid\w{1,5}|behavior|pneumonia|"
            r"seizures?|menses|breast ?-?feed\w{0,3}|lactation|delivery|onset|diagnosis of|diagnosed with"
            r"|deteriorat\w{1,3}|shock|tamponade|decompensat\w{1,4}|arrest|ulcers?|hepatitis|sepsis"
            r"|tuberculosis"
            r"|pancreatitis|ketoacidosis|visits?|admission|admitted|obstruction|reaction|bites?"
            r"|discharges?|stings?|tachycardia|misuse|alcoholism|history of)"
        ),
    ),
)
_ANY_HEAD = re.compile("|".join(f"(?P<{window[:4]}>{pattern.pattern})" for window, pattern in _HEADS))
_CLASSES = {window[:4]: window for window, _ in _HEADS}
# The heads are looked for in so many letters at the end first.
_NEAR = 48
_STARTS = re.compile(r"\b\w{1,30}")
# What heads of several words start with.
_OF_SEVERAL_WORDS = """disease wash creatinine ejection neutrophil viral performance breast diagnosis
diagnosed history organ marrow renal hepatic liver kidney hematologic haematologic hematological
haematological coagulation beta sglt nt ckd x"""
_OF_SEVERAL = frozenset(_OF_SEVERAL_WORDS.split())
# "Current or recent (within 4 weeks) treatment": the head comes after.
_RECENT = re.compile(
    r"\s?(?:current|recent|ongoing|prior|previous)(?: (?:or|and/or) (?:current|recent|prior|previous))? \("
)
# The anchor of an earlier window is not the head of this one: "48 hours prior to the screening visit or …".
_ANCHORS = re.compile(
    r"\b(?:prior to|before|of|preceding|from|at) (?:the )?(?:[\w-]{1,14} ){0,3}?(?:screening|visit"
    r"|enrol\w{1,5}|inclusion|randomi[sz]ation|consent|study|trial|first dose|baseline|treatment"
    r"|admission)\b(?: (?:visit|treatment|drug|entry|period|start|medication|of study \w{1,12}))?"
)
_WEAK = re.compile(
    r"\b(?:document(?:ed|ation)|performed|obtained|collected|determined|recorded|reported?"
    r"|evaluated|verified|confirmed|done)\b"
)


# "ALT ≤ 2.5 × ULN (within 10 days of treatment)": a value and when it was measured.
_VALUE_THEN = re.compile(
    r"[≥≤<>] ?\d[^();]{0,90}\($|[≥≤<>] ?[\d.,]{1,9} ?(?:%|mg|g|ng|pg|mmol|umol|u|iu|ml|×|/"
    r"|uln)[a-z0-9/^. ]{0,14}(?:\([^()]{1,24}\))? ?$"
)
_ASSESSED = re.compile(r" ?(?:of|prior to|before) (?:the )?assessment")
_OF_ONSET = re.compile(r" ?(?:of|from|after) (?:the )?(?:\w{1,12} ){0,2}onset\b")
_ABUSE = re.compile(r"\b(?:abuse|dependence|misuse|addiction)\b[^;]{0,40}$")
# "Arrhythmia requiring treatment occurred within …", "allergy to antibiotics in …": it happened.
_HAPPENED = re.compile(
    r"\b(?:occurr(?:ed|ing)|developed|experienced|happened|diagnosed(?: and/or treated)?) ?$"
    r"|\bhospitali[sz]\w{1,6}\b[^,;]{0,60}\b(?:including|lasting|requir\w{1,3})\b[^,;]{0,60}$"
    r"|\b(?:allerg(?:y|ies|ic)|hypersensitivity|intolerance|sensitivity|reactions?) to\b[^;]{0,60}$"
)
_TEST_OF = re.compile(
    r"\b(?:positive|negative) (?:\w{1,14} ){0,3}(?:tests?|results?|cultures?|serology)\b"
    r"|\b(?:tests?|cultures?|serology) (?:\w{1,14} ){0,2}(?:positive|negative)\b"
    r"|\b(?:strip|tracing|reading|sample|specimen|scan|measurement)s? (?:was |were )?(?:taken|drawn) ?$"
)
# What stands in brackets, or says what for, is not the head: "surgery unrelated to cancer (such as …)".
_ASIDE = re.compile(r"\([^()]{0,200}\)|\b(?:unrelated|related|secondary|due) to [^,;]{0,60}$")
_SHOWN_BY = re.compile(
    r"\b(?:diagnosed|confirmed|detected|evidenced|assessed|proven|shown|seen) (?:by|with|on|in"
    r"|using)\b"
)
_MEASURED = re.compile(r"(?:documented|measured|demonstrated)\b[^;]{0,160}[≥≤<>] ?\d")
# "Use of medicines for cold symptoms": what was taken is the head, whatever it was taken for.
_TAKEN = re.compile(
    r"(?:active |current |any |prior |had |previous |regular |are |is |have |has |having |patients |subjects "
    r"|who ){0,4}(?:use of|used(?: of)?|engaged in|usage of|treatment with|treated with|receipt of"
    r"|received|receiving"
    r"|taking|taken|exposure to|therapy directed|initiation of|administration of|therapy with|consumption of"
    r"|intake of)\b[^;]{0,110}$"
)


# "Taken antibiotics or have had an infection": a second telling, with a head of its own.
_AGAIN = re.compile(r"\b(?:or|and) (?:who )?(?:have|has|had) (?:had|suffered|experienced|a history of)\b")
_ITEMS = re.compile(r"[,;] ?(?:or |and |and/or )?| (?:or|and|and/or) |/")
_EARLIER_TIME = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?)\b")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|must)\b")
_ON_TEST = re.compile(r"[≥≤<>] ?\d[^;]{0,60}\bcatheteri[sz]ation\b[^,;]{0,20}$")


def class_of(before: str, after: str) -> WindowKind:
    """What kind of window the words before it make; those after count when hardly any stand before."""
    value = _VALUE_THEN.search(before)
    taken = value is not None and head_class(before[: value.start()], "") == "wash-out"
    if (value and not taken) or _ASSESSED.match(after) or _ON_TEST.search(before):
        return "recency"
    if _OF_ONSET.match(after):
        return "look-back"
    words = _ASIDE.sub(" ", _ANCHORS.sub(" ", before))
    words = words[_end_of_last(_AGAIN, words) :]
    if _ABUSE.search(words):
        return "look-back"
    shown = _SHOWN_BY.search(words)
    if shown and head_at(words[: shown.start()]):
        # "infarction diagnosed by imaging": how an event was shown is not the head.
        words = words[: shown.start()]
    if _TEST_OF.search(words):
        return "recency"
    few = len(before.split()) < 3 or bool(_RECENT.fullmatch(before))
    window = head_class(words, after if few else "")
    if window in ("wash-out", "look-back") and _is_mixed(words if head_at(words) or not few else after):
        return "mixed"
    if window == "wash-out" and _HAPPENED.search(words):
        return "look-back"
    if window == "look-back" and (_TAKEN.match(words.lstrip(" -")) or _was_for(words)):
        return "wash-out"
    return "recency" if window == "wash-out" and _MEASURED.match(words.lstrip(" -")) else window


def _was_for(words: str) -> bool:
    """Whether a treatment stands right before "for": "therapy for heart failure" is about the therapy."""
    treatment, said, reason = words.rpartition(" for ")
    last = _last_head(treatment) if said and not _ITEMS.search(reason) else None
    return last is not None and last[1] == "wash-out" and " " not in treatment[last[0] :]


def _is_mixed(words: str) -> bool:
    """Whether a list names treatments and illnesses, or an illness that needed treatment: "unstable angina
    or cardiac surgery"."""
    items = _items(_EARLIER_TIME.split(words)[-1])
    if len(items) == 1 and "requir" not in items[0]:
        return False
    if _TAKEN.match(words.lstrip(" -")) or _HAPPENED.search(words):
        return False
    if "requir" in items[-1] and _needed_treatment(*items[-1].split("requir", 1)):
        return True
    if len(items) == 1:
        return False
    return {"wash-out", "look-back"} <= {_class_at_end(item) for item in items}


def _needed_treatment(illness: str, treatment: str) -> bool:
    told = illness.strip() and _class_at_end(illness) != "wash-out"
    return bool(told) and _class_at_end(treatment) == "wash-out"


def _items(words: str) -> list[str]:
    """The list that ends a text; what stands before its verb is no part of it."""
    items: list[str] = []
    for item in reversed(_ITEMS.split(words)):
        cut = _end_of_last(_VERB, item)
        items.insert(0, item[cut:])
        if cut:
            break
    return items


def _end_of_last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match ends, 0 without one."""
    end = 0
    for match in pattern.finditer(words):
        end = match.end()
    return end


def _class_at_end(words: str) -> WindowKind | None:
    if _TAKEN.match(words.strip()):
        return "wash-out"
    bare = words.replace("history of", "")
    # "Intravenous diuretics for heart failure": what something was for is not the head.
    last = _last_head(bare.partition(" for ")[0]) or _last_head(bare)
    return last[1] if last else None


def head_class(before: str, after: str) -> WindowKind:
    """The class of the head noun that stands nearest before the window, or else nearest after it."""
    last = _last_head(before)
    if last is not None:
        return last[1]
    first: tuple[int, WindowKind] | None = None
    tail = re.sub(r"^.{0,12}?\b(?:prior to|before|preceding|of|to) (?:the )?(?:\w{1,14} ?){1,5}", "", after)
    for window, pattern in _HEADS:
        later = pattern.search(tail)
        if later and (first is None or later.start() < first[0]):
            first = (later.start(), window)
    if first is not None:
        return first[1]
    return "recency" if _WEAK.search(before) else "look-back"


def head_at(before: str) -> int:
    """Where the last head noun starts, 0 without one."""
    last = _last_head(before)
    return last[0] if last else 0


def _last_head(words: str) -> tuple[int, WindowKind] | None:
    """Looked for from the end, where it mostly stands."""
    middle = words.rfind(" ", 0, max(0, len(words) - _NEAR)) + 1
    for low, high in ((middle, len(words)), (0, middle)):
        for word in reversed(list(_STARTS.finditer(words, low, high))):
            match = _ANY_HEAD.match(words, word.start()) if _may_start(word[0]) else None
            if match:
                return word.start(), _CLASSES[match.lastgroup or ""]
    return None


@lru_cache(maxsize=4096)
def _may_start(word: str) -> bool:
    """Whether a head can start with a word: kept, for the pattern is dear and words come again."""
    return word in _OF_SEVERAL or _ANY_HEAD.match(word) is not None


def tells_of_progression(before: str) -> bool:
    """Whether the disease coming back is what the words are about."""
    return bool(_HEADS[0][1].search(before))
