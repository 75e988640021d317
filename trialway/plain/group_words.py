"""Words by which a record says what a group is: **rows** ─▶ group_role, given_group."""

import re

from trialway.language_rules import LanguageRule, RuleTable

_JOINT = r"(?:[+&/;→]|->|\b(?:plus|with|and|or|then|to|followed by|versus|vs)\b)"
_TREATED = r"(?:group|arm|cohort|condition|subjects?|participants?|patients?)"

GROUP_WORDS = RuleTable(
    LanguageRule(
        "group.dummy",
        r"\b(?:placebos?|sham|dummy|vehicle)\b(?![- ](?:controlled|matched|lead-?in|run-?in|washout))",
        "The group gets something that only looks like the treatment.",
        "Placebo group",
        "double-blind, placebo-controlled part",
    ),
    LanguageRule(
        "group.dummy-beside",
        _JOINT + r" ?(?:[\w-]+ ){0,2}(?:placebo|sham|vehicle)"
        r"|\b(?:placebo|sham|vehicle)\b[^.;]{0,30}"
        + _JOINT
        + r"(?! ?(?:control|comparator|group|arm|match|placebo|sham))",
        "A dummy that stands beside something else, before it or after it.",
        "Tislelizumab plus Placebo",
        "Placebo/Control group",
    ),
    LanguageRule(
        "group.control",
        r"\b(?:control|comparison|comparator) " + _TREATED + r"\b"
        r"|^(?:the )?(?:active |attention |usual )?(?:controls?|comparator)\b(?![-‑]?IQ)(?! [a-z]+ing\b)"
        r"|\b(?:usual|standard|routine|conventional|regular) (?:medical )?"
        r"(?:care|treatment|therapy|management)\b"
        r"(?! (?:plus|\+|with|and))"
        r"|\btreatment as usual\b|\bwait(?:ing)?[- ]?list\b|\bno (?:treatment|intervention)\b",
        "The group is there to compare with.",
        "Control group: usual care",
        "Glycaemic control program",
    ),
    LanguageRule(
        "group.control-of-illness",
        r"\b(?:gly[ck]\w+|pressure|glucose|sugar|weight|asthma|disease|symptom|pain|rate|rhythm|volume|tight"
        r"|intensive|strict|infection|tumou?r|birth) control\b",
        "Control of an illness or a value, which may be the very thing that is tested.",
        "Intensive blood pressure control arm",
        "control arm with low blood pressure",
    ),
    LanguageRule(
        "group.stages",
        r"\bre-?randomi[sz]\w*|\bpart (?:2|two|b|ii)\b|\b(?:period|stage|phase) (?:2|two|b|ii)\b"
        r"|\bopen[- ]label (?:extension|phase|period|part)\b|\bcross(?:ed|es|ing)?[- ]?over\b"
        r"|\bswitch(?:ed|es|ing)? (?:to|over)\b|\b(?:followed by|subsequently|and then|after which)\b",
        "What the group gets changes during the trial.",
        "Placebo in part 1, re-randomised to RPT904 in part 2",
        "Placebo once daily for 12 weeks",
    ),
    LanguageRule(
        "group.choice.before",
        r"\beither\b|\bchoice of\b|\bone of the following\b",
        "What follows is a choice: the group gets one thing of several.",
        "either docetaxel or paclitaxel",
        "intravenously or until progression",
    ),
    LanguageRule(
        "group.choice.around",
        r"\b(?:physician|investigator|doctor|clinician|patient)['’]?s?['’]? (?:choice|discretion)\b"
        r"|\bchoice\b(?! of\b)|\band/or\b|\bif (?:it is |this is )?(?:not|poorly|badly) (?:well )?tolerated\b"
        r"|\bdiscontinue\b[^.]{0,30}\bbegin\b",
        "What stands around it is a choice.",
        "docetaxel or paclitaxel, at the investigator's choice",
        "The investigator's decision is final.",
    ),
    LanguageRule(
        "group.choice.or",
        r"\b(?-i:(?!IV\b|SC\b|IM\b|PO\b|CR\b|PR\b|AEs?\b)(?=\w*[A-Z]\w*[A-Z\d])[\w-]{3,})"
        r"(?: ?[\[(][^\])]{0,200}[\])])? or (?-i:(?!IV\b|SC\b|IM\b|PO\b|PR\b|SAEs?\b)(?=\w*[A-Z]\w*[A-Z\d])"
        r"[\w-]{3,})",
        "One scheme or another, by their short names.",
        "in combination with mFOLFOX6 or FOLFIRI",
        "given IV or SC until CR or PR",
    ),
    LanguageRule(
        "group.only-looks-like",
        r"\b(?:sham|placebo|simulated|inactive|dummy|fake)(?: [\w-]+){0,4} $",
        "What follows is looked like, and not given.",
        "1 hour of sham transcutaneous ",
        "1 hour of transcutaneous ",
    ),
    LanguageRule(
        "group.weeks-off",
        r"\b(?:weeks?|days?) on\b[^.;]{0,30}\boff\b|\b\d+ (?:weeks?|days?) off\b",
        "It is not given all the time.",
        "3 weeks ON and 1 week OFF",
        "off the ward for 2 weeks",
    ),
    LanguageRule(
        "group.optional",
        r"\b(?:may|might)(?: also| then)? (?:receive|get|undergo|be (?:given|offered|treated|added)"
        r"|have|take|use)\b|\boptional(?:ly)?\b|\bif (?:needed|necessary|required|indicated"
        r"|clinically)\b"
        r"|\bas needed\b|\bat the discretion\b|\bchoose to\b|\bwho (?:consent|agree|opt)\b",
        "What follows is done or given to some of the group only.",
        "Patients may also undergo a biopsy",
        "Patients undergo a biopsy",
    ),
    LanguageRule(
        "group.negated",
        r"\b(?:no|not|without|never|nor|instead of|rather than|neither|avoid\w*|stop\w*|discontinu\w*"
        r"|withdraw\w*|compar\w+|versus|vs|identical|indistinguishable|mimic\w*|resembl\w+)\b[^.;]{0,60}$",
        "What follows is not given, or is only what something else is compared with.",
        "Patients will not receive ",
        "Patients who are not pregnant. They receive ",
    ),
    LanguageRule(
        "group.title-compares",
        r"\b(?:versus|vs\.?|compar\w+|head[- ]to[- ]head|non-?inferior\w*|superiority)\b",
        "A title that sets one group against another.",
        "Cryoablation Versus Surgery",
        "Cryoablation With Surgery",
    ),
    LanguageRule(
        "group.refused",
        r"\b(?:not|no|without|never|avoid\w*|refrain\w*|forgo\w*|instead of)\b[^.;,]{0,50}$",
        "What follows is kept from this group.",
        "advised not to take part in any ",
        "not at home. They do ",
    ),
    LanguageRule(
        "group.background",
        r"^(?!.*\bstudy (?:drug|treatment|medication))(?=.*\b(?:care|therap(?:y|ies)|treatments?"
        r"|chemotherapy|regimens?"
        r"|medications?|medicines?|insulin|diet|advice|management)\b)",
        "Care that goes on beside what is tested.",
        "standard of care chemotherapy",
        "the study drug as clinically indicated",
    ),
    LanguageRule(
        "group.joint",
        r"\s(?:\+|plus|along with|together with|combined with|in combination with|as well as|followed by)\s"
        r"(?!(?:or minus|standard|usual|routine|placebo|matching|\d)\b)",
        "Two things that are given together or one after the other.",
        "conventional treatment along with decompression",
        "dose plus or minus 2 mg",
    ),
    LanguageRule(
        "group.added-to",
        r"(?<=[a-z\d)%,] )(?:in addition to|on top of|added to|as (?:an )?add-?on to"
        r"|along ?side(?: with)?)\s+(?P<what>[^.,;:()]{4,110}?)(?=[.,;:()]|$)",
        "The treatment comes on top of something that goes on.",
        "everolimus in addition to standard of care chemotherapy",
        "In addition to the study drug, all subjects rest",
    ),
    flags=re.IGNORECASE,
)
