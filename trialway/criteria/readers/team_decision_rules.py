"""What only the study team can say, or asks for as any trial does: **the table** ─▶ team_decisions."""

from trialway.language_rules import LanguageRule, RuleTable

_WILLING = (
    r"(?:(?:is|are|be|being) )?(?:willing(?:ness)?|able|ability|agree(?:s|ment)?|committed|capable"
    r"|likely|available|deemed able)"
    r"(?:,? ?(?:and|or|and/or|/) ?(?:willing(?:ness)?|able|ability|capable|committed"
    r"|available))?(?: (?:to|of|for))?"
)
_UNWILLING = (
    r"(?:unable|inability|unwilling(?:ness)?|not able|not willing|refus(?:e|es|al)|fail(?:s|ure)?"
    r"|unlikely|incapable|cannot"
    r"|lack of (?:ability|willingness)|difficult(?:y|ies)|not capable|not likely|no (?:ability|willingness))"
    r"(?:,? ?(?:and|or|and/or|/) ?(?:unable|inability|unwilling(?:ness)?|not willing|refus(?:e|es"
    r"|al)))?(?: (?:to|of|in|for))?"
)
_FOLLOWS = (
    r"(?: (?:fully|adequately|reliably|also|be|understand and|give consent and)){0,4} ?(?:comply|complying"
    r"|compliance|compliant|adhere|adherence"
    r"|follow|following|cooperate|cooperating|attend|attending|participate in"
    r"|return|returning|abide"
    r")\b[^.;]{0,80}?\b(?:protocol|study|trial|visits?"
    r"|follow[- ]?ups?|procedures?|requirements?|instructions?"
    r"|schedules?|appointments?)(?![a-z])"
    r"(?:[^.;]{0,50}?\b(?:visits?|procedures?|requirements?|assessments?|schedules?|period|duration|study|trial|instructions?|evaluations?)(?![a-z]))?"
)
_TEAM = (
    r"(?:(?:principal |study |local |site |treating |responsible |attending "
    r"|enrolling ){0,4}(?:investigators?|physicians?|doctors?|clinicians?"
    r"|sponsor|pi|team|oncologists?|surgeons?|cardiologists?|medical monitor|specialists?"
    r"|psychiatrists?)(?:'s|s')?(?: or (?:designee|delegate|sponsor))?)"
)

TEAM_DECISIONS = RuleTable(
    LanguageRule(
        "compliance.able",
        rf"\b(?P<able>{_WILLING}{_FOLLOWS})",
        "Somebody can and will do what the trial asks.",
        example="willing and able to comply with study procedures",
        counter_example="able to swallow tablets",
    ),
    LanguageRule(
        "compliance.unable",
        rf"\b(?P<unable>{_UNWILLING}{_FOLLOWS})",
        "Somebody cannot or will not do what the trial asks.",
        example="unwilling or unable to comply with the protocol",
        counter_example="unable to tolerate statins",
    ),
    LanguageRule(
        "compliance.poor",
        r"\b(?P<poor>(?:(?:history of |known |expected |suspected |likely |documented |current "
        r"|previous |low |risk of ){0,4}(?:poor|low|insufficient|inadequate|lack of|questionable)"
        r" (?:medication |treatment |drug |patient |expected )?(?:compliance|adherence|cooperation)"
        r"|(?:history of |known |current ){0,4}non-?(?: )?"
        r"(?:compliance|compliant|adherence|adherent|cooperati(?:on|ve)))(?: (?:with|to) (?:the |study "
        r"|medical |prescribed |treatment |medication |clinical |previous ){0,4}(?:protocol|regimens?"
        r"|treatments?|medications?|therap(?:y|ies)|procedures?|visits?|requirements?|appointments?))?)(?![a-z])",
        "Somebody did not, or will not, do what is asked.",
        example="history of poor compliance",
        counter_example="lung compliance",
    ),
    LanguageRule(
        "compliance-not.hindered",
        r"\b(?:interfer|affect|impair|compromis|limit|prevent|preclud|hinder|reduc|jeopardi)\w{0,4} ",
        "Something hinders it.",
        example="interfere with the ability to comply",
        counter_example="with the ability to comply",
    ),
    LanguageRule(
        "judgement.of-the-team",
        rf"[ ,(]{{0,2}}\b(?P<judgement>(?:(?:if |as |that |which |who |is |are |be |considered |deemed "
        rf"|judged |thought |believed |felt ){{0,4}}"
        rf"(?:(?:in|at|on|by|based on|according to|per|to) (?:the )?(?:sole |clinical |best |medical "
        rf"|professional ){{0,4}}(?:(?:opinion|judge?ment|discretion|view|assessment"
        rf"|evaluation|decision|determination|estimation) (?:of |by )(?:the |an |a |his |her ){{0,4}}{_TEAM}"
        rf"|(?:the )?{_TEAM} ?(?:opinion|judge?ment|discretion|view|assessment|decision|determination)))"
        rf"|(?:as )?(?:judged|determined|deemed|considered|assessed|evaluated|decided|felt|believed"
        rf"|thought) (?:clinically significant |unsuitable |inappropriate |not suitable |to be "
        rf"|ineligible |relevant ){{0,4}}by (?:the |an |a |his |her ){{0,4}}{_TEAM}"
        rf"|(?:the |an )?{_TEAM} (?:believes|considers|deems|judges|feels|thinks|determines"
        rf"|decides)(?: that)?|investigator discretion)),?",
        "The study team decides whether it holds.",
        example="in the opinion of the investigator",
        counter_example="the investigator will call",
    ),
    LanguageRule(
        "judgement.harm",
        r"[ ,(]{0,2}\b(?P<harm>(?:(?:that|which|and|or|,) ){0,4}(?:would|could|may|might|can|will"
        r"|is likely to|are likely to|is expected to|significantly)(?: [a-z]{2,14}){0,3}"
        r" (?:interfere|preclude|prevent|make|place|put|pose|compromise|limit|affect|confound|impair"
        r"|jeopardi[sz]e|increase|impact|hinder|render|interact|influence|contraindicate|expose|alter|complicate)"
        r"[^.;]{0,60}?\b(?:participation|participating|study|trial|results?|safety|compliance|evaluation|assessments?|interpretation|risks?|protocol|inappropriate|unsuitable|data|outcomes?|efficacy|ability)(?![a-z])[^.;]{0,90})",
        "What it does to the trial or to the person decides, and the study team says whether it does.",
        example="that would interfere with participation in the study",
        counter_example="that would be given daily",
    ),
)
