"""How the number of earlier lines of therapy is written: **the table** ─▶ lines_of_therapy.

A row that counts has a group ``count``, and ``sign`` or ``high`` where the words have them.
"""

from trialway.criteria.cues import COUNT
from trialway.language_rules import LanguageRule, RuleTable

_THERAPY = r"(?:therap(?:y|ies)|treatments?|regimens?|chemotherap(?:y|ies)|agents?)"
_PRIOR = r"(?:prior(?! to\b)|previous|earlier|preceding)"
_SKIP = r"(?:(?!or\b|and\b|for\b|with\b|cycles?\b|drugs?\b)[a-z()/-]{2,24} ){0,5}?"
_SIGNED_COUNT = rf"(?P<sign>[≥≤><])? ?\b(?P<count>{COUNT})(?: \(?\d\)?)? "

LINES_OF_THERAPY = RuleTable(
    LanguageRule(
        "prior-lines.one-or-more",
        rf"(?P<count>one|1) (?:or|to|-) ?(?P<high>{COUNT}) {_PRIOR} {_SKIP}(?:lines?|regimens?"
        rf"|therap(?:y|ies))",
        "One or some more.",
        example="one or two prior lines",
        counter_example="one prior line",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "prior-lines.but-at-most",
        rf"(?P<sign>[≥≤><]) ?(?P<count>{COUNT}) but ≤ ?(?P<high>{COUNT}) {_PRIOR} {_SKIP}(?:lines?"
        rf"|regimens?|therap(?:y|ies))",
        "Some, but no more than so many, before an earlier treatment.",
        example="≥ 1 but ≤ 3 prior systemic regimens",
        counter_example="≥ 1 but ≤ 3 cycles",
    ),
    LanguageRule(
        "prior-lines.and-at-most",
        rf"(?P<sign>[≥]) ?(?P<count>{COUNT}) (?:and|but) (?:a )?≤ ?(?P<high>{COUNT}) (?:{_PRIOR} "
        rf")?{_SKIP}(?:lines?|regimens?)\b",
        "At least so many lines and at most so many.",
        example="≥ 1 and ≤ 2 lines",
        counter_example="≥ 1 and ≤ 2 weeks",
    ),
    LanguageRule(
        "prior-lines.count-prior",
        rf"{_SIGNED_COUNT}{_PRIOR} {_SKIP}"
        r"(?:lines?|regimens?|therap(?:y|ies)|treatments?)\b",
        "So many earlier treatments.",
        example="≤ 2 prior lines of chemotherapy",
        counter_example="≥ 2 weeks prior to therapy",
    ),
    LanguageRule(
        "prior-lines.count-lines",
        rf"{_SIGNED_COUNT}(?:or more )?{_SKIP}lines?\b(?: of "
        rf"(?:{_PRIOR} )?{_SKIP}(?:therap|treat|chemo|poly|immuno))?",
        "So many lines.",
        example="≥ 3 lines of therapy",
        counter_example="≥ 3 lesions",
    ),
    LanguageRule(
        "prior-lines.lines-of",
        rf"{_PRIOR} lines? of (?:[a-z-]{{2,20}} ){{0,3}}{_THERAPY} ?(?P<sign>[≥≤><=]) ?(?P<count>{COUNT})",
        "The number stands behind.",
        example="prior lines of therapy ≤ 2",
        counter_example="prior lines of therapy within 2 weeks",
    ),
    LanguageRule(
        "prior-lines.number-of",
        rf"number of {_PRIOR} (?:[a-z-]{{2,20}} ){{0,3}}(?:lines?|regimens?|therapies) ?(?:is "
        rf"|was )?(?P<sign>[≥≤><]) ?(?P<count>{COUNT})",
        "The number is named as one.",
        example="number of prior chemotherapy regimens ≤ 3",
        counter_example="number of prior pregnancies ≤ 3",
    ),
    LanguageRule(
        "prior-lines.regimens-had",
        rf"\b(?:received|failed|after|following|on) (?P<sign>[≥≤><]) ?(?P<count>{COUNT}) "
        rf"{_SKIP}(?:regimens?|systemic therap(?:y|ies))\b",
        "So many regimens were had.",
        example="received ≥ 2 systemic therapies",
        counter_example="received ≥ 2 doses",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "prior-lines.not.ordinal",
        r"\b(?:(?:first|second|third)-?|\d-?(?:st|nd|rd) ?-?)line",
        "Which line it is, not how many.",
        example="second-line therapy",
        counter_example="two lines",
    ),
    LanguageRule(
        "prior-lines.not.one-class",
        r"\binhibitors?\b|\banti-|\btkis?\b|\bantibod",
        "How often one class was had says nothing of all lines.",
        example="one prior alk inhibitor therapy",
        counter_example="one prior chemotherapy",
    ),
    LanguageRule(
        "prior-lines.not-counted.rule",
        r"counted as|considered|is defined|be counted|counts? as|one of",
        "What counts as a line, or is one of several.",
        example="will be counted as one line",
        counter_example="at least one line",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "prior-lines.not-counted.other-line",
        r"logmar|cell lines?|at baseline",
        "Lines of other things: of an eye chart, of blood cells, of treatment that goes on.",
        example="two cell lines",
        counter_example="two lines",
    ),
)
