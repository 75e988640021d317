"""Words that neither narrow nor widen a criterion once the rest of it is read. What is left without them
is the residual."""

import re
from functools import lru_cache

from trialway.criteria.cues import contains_any
from trialway.criteria.expressions import Kind
from trialway.language_rules import LanguageRule, RuleTable

_PEOPLE = """patient patients subject subjects participant participants individual individuals person
persons people candidate candidates
he she they him her his hers their them who whom whose that which adult adults everyone anyone someone you
your subject's patient's"""
_VERBS = """must should will shall have has had having be is are been being was were can needs need
required require requires able do does
agree agrees agreeing willing give gives given giving provide provides provided providing meet meets
presence present existence evidence
exhibit exhibits demonstrated demonstrate considered known documented confirmed current currently now
ongoing established
diagnosed defined described stated understand understands understanding"""
_SMALL = """a an the of in at on for to by as with from any all each this these those it its inclusive
inclusively included
including also both e.g i.e ie eg such there e.g. i.e. etc etc. already"""
_METHODS = """score scores grade grades status class classes classification classified category points
point level levels value values count
counts scale scales index according per using use version standard measure measured calculated estimated
determined assessed assessment
evaluated evaluation formula equation method methods investigator investigators investigator's physician
opinion judgment judgement judged
between range ranging concentration result results test tests tested testing mean documented local locally
institutional central
centrally"""
STOP_WORDS = frozenset(f"{_PEOPLE} {_VERBS} {_SMALL} {_METHODS}".split())

_SEXES = "man men woman women female females male males girls boys mothers childbearing"
_BLOOD = """serum blood plasma total laboratory normal range limit limits uln institution institution's
upper reference ml min m2 mmol mol umol mg
dl ul mm3 percent iu u x times of"""
_OF_KIND: dict[Kind, str] = {
    "age": "years year old age ages aged yrs months of completed",
    "sex": _SEXES + " sex gender genders",
    "pregnancy": _SEXES
    + " pregnancy status potential pre-menopausal premenopausal lactating nursing excluded",
    "contraception": "",
    "performance status": "performance eastern cooperative oncology group ecog ps karnofsky lansky who kps "
    "world health organization oms",
    "NYHA class": "new york heart association nyha functional fc classification failure hf symptoms chf "
    "dyspnea",
    "LVEF": "left ventricular ventricle ejection fraction lvef ef echocardiography echocardiogram "
    "echocardiographic echo transthoracic muga simpson biplane tte lv",
    "HbA1c": "hba1c hemoglobin haemoglobin a1c glycated glycosylated ngsp dcct ifcc",
    "BMI": "body mass index bmi kg m2",
    "kidney function": _BLOOD
    + " renal kidney function creatinine clearance crcl egfr gfr estimated glomerular filtration "
    "rate mdrd ckd-epi ckd epi cockcroft gault cockcroft-gault modification diet disease "
    "collaboration chronic epidemiology minute 1.73 1.73m2 1.73m² 73 73m2 73m² m²",
    "laboratory value": _BLOOD
    + " absolute neutrophil platelet hemoglobin haemoglobin hb hgb anc plt alt ast bilirubin lab "
    "baseline screening μl excluded",
    # A limit in brackets says what is meant: "uncontrolled hypertension (> 160/100 mmHg)".
    "blood pressure": "blood pressure bp sbp dbp systolic diastolic arterial mmhg mm hg hypertension "
    "hypotension baseline millimeters mercury seated sitting resting rest office average "
    "uncontrolled poorly controlled elevated high",
    "CTCAE grade": "nci ctcae ctc common terminology toxicity criteria adverse event events version v "
    "peripheral sensory motor",
    "Child-Pugh class": "liver disease cirrhosis cirrhotic hepatic impairment insufficiency dysfunction "
    "turcotte severe moderate mild severely reduced",
    "measurable disease": "disease lesion lesions recist response evaluation criteria solid tumor tumors "
    "tumours tumour 1.1 v1.1 one 1 i least ≥",
    "CNS metastases": "history central nervous system cns disease metastatic",
    "cancer spread": "metastatic cancer cancers carcinoma malignancy disease tumor tumour neoplasm distant "
    "any known",
    "infection": "1 2 hiv hbv hcv virus viral antibody antibodies antigen surface hbsag infection infections "
    "infected disease type types human immunodeficiency history seropositive serology positive "
    "positivity",
    "life expectancy": "time expected",
    "consent": "written informed voluntarily voluntary freely personally signed dated sign form icf prior "
    "before study-specific procedures understand understanding nature purpose trial study "
    "participate participation take part research "
    "ability capable willingness signature obtained performed assessment",
    "language": "language fluently fluent well written spoken read speak write verbal",
    "time window": "",
    "healthy volunteers": "healthy volunteer volunteers",
    "judgement": "condition conditions reason reasons factor factors circumstance circumstances finding "
    "findings other another",
    "compliance": "ability protocol trial study",
    "procedure": "recipient recipients",
    "condition": "occurred calendar excluded disease diseases",
    "other trial": "another other trial trials study studies simultaneously concurrently participation "
    "participate",
}
# What HIV is called differs from what it narrows: a "history of hepatitis" can be over.
_NOT_FOR_HEPATITIS = frozenset(("history",))

JOINING = frozenset(("or", "and/or", "and", "either", "&", "plus", "nor"))
# Words that turn or open what stands beside them: with one of them unread, no verdict is drawn from the rest.
_HEDGES_WORDS = """or and/or unless except exception exceptions excluding excluded exclude ineligible
eligible allowed
permitted acceptable may other than if either without no not non never only when where provided
providing whichever instead alternatively regardless though although however but while until preferred
optional recommended should might could whereas otherwise permissible waived exempt cohort cohorts arm
arms part group groups phase stratum respectively men women man woman male males female females boys
girls parent parents caregiver caregivers partner partners child children infant mother mothers donor
donors onset diagnosis sub-study substudy stage"""
HEDGES = frozenset(_HEDGES_WORDS.split())
# An introduction to a list that asks for nothing itself: "Adequate organ function as defined by:".
_INTRODUCTION_WORDS = """adequate organ bone marrow hepatic liver haematologic hematologic hematological
haematological
hematology coagulation cardiac pulmonary end-organ system systems blood parameters requirements
requirement follows acceptable sufficient good laboratory reserve chemistry renal kidney function
functions normal indicated shown evidenced obtained eligibility eligible apply applies must following
below above criteria conditions one or more least fulfil fulfill satisfy satisfied fulfilled inclusion
exclusion study trial screening"""
INTRODUCTION = STOP_WORDS | frozenset(_INTRODUCTION_WORDS.split())
MOMENTS = RuleTable(
    LanguageRule(
        "filler.moment",
        r"\b(?:at|before|prior to|on|during|upon|within|after|by|from) (?:the |their |initial |his "
        r"|her )?(?:(?:time|day|date|start|point|moment|initiation|beginning|visit) (?:point )?(?:of "
        r"|for )?(?:the |their |study |signing |giving |obtaining |first )?){0,2}"
        r"(?:screening|enrol\w{1,5}|randomi[sz]ation|baseline|inclusion|registration|(?:study "
        r"|trial )?entry|consent|recruitment|admission|(?:written )?informed consent(?: form)?|icf"
        r"|study (?:start|treatment|drug)|first dose(?: of (?:the )?(?:study "
        r"|investigational )?\w{1,12})?|study|entering (?:the )?study"
        r"|signing (?:the )?(?:informed consent(?: form)?|icf))(?: (?:visit|visits|period|\(visit 1\)"
        r"|visit 1|into the study|in the study|into this study|of the study))?(?: \(\w{1,5}\))?\b",
        "When a criterion is looked at, not what it asks.",
        example="at the time of signing the informed consent",
        counter_example="at the time of diagnosis",
    )
)
_TIME_PHRASE = MOMENTS["filler.moment"]
_TIME_WORDS = (
    "screening enrol randomi baseline inclusion registration entry consent recruitment admission icf"
)
_TIMES = (*_TIME_WORDS.split(), "study", "first dose")
_WORD = re.compile(r"[a-z0-9_'µï]{1,40}(?:[-/.][a-z0-9']{1,30}){0,6}|[%&+≥≤<>=]|[^\x00-\x7f]{1,20}")


def word_spans(text: str) -> list[str]:
    """The words of a normalised text, signs included."""
    return _WORD.findall(text)


# The same with their places.
each_word = _WORD.finditer


@lru_cache(maxsize=512)
def stop_words_for(kinds: frozenset[Kind], *, hepatitis: bool = False) -> frozenset[str]:
    """The stop words beside findings of these kinds, with the joining words: "women" adds nothing to
    "pregnant", but much to "haemoglobin ≥ 12"."""
    own = frozenset(word for kind in kinds for word in _OF_KIND.get(kind, "").split())
    return STOP_WORDS | JOINING | (own - _NOT_FOR_HEPATITIS if hepatitis else own)


def time_phrases(text: str) -> list[tuple[int, int]]:
    """Places of phrases such as "at the time of signing consent": when a criterion is assessed, not what
    it asks."""
    return [match.span() for match in _TIME_PHRASE.finditer(text)] if contains_any(text, _TIMES) else []
