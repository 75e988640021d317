"""How an expected length of life is written: **the table** ─▶ life_expectancy."""

from trialway.criteria.cues import COUNT, TIME_UNIT
from trialway.language_rules import LanguageRule, RuleTable

_NAME = (
    r"(?:(?:life|live)[ -]?expectanc(?:y|ies)|expect(?:ed|ancy of) (?:survival|life|to live"
    r"|to survive|life span|lifespan)|expectancy of life|(?:expected|anticipated|estimated"
    r"|predicted) (?:survival|life)|survival (?:time|period|expectancy|expectation)"
    r"|expected to (?:live|survive))"
)
_VALUE = (
    rf"(?P<sign>[≥≤><=])? ?(?P<count>{COUNT})(?: ?\(\d{{1,2}}\))?[ "
    rf"-]?(?P<unit>{TIME_UNIT})(?P<more> or (?:more|greater|longer|less))?"
)

LIFE_EXPECTANCY = RuleTable(
    LanguageRule(
        "life.name-first",
        rf"{_NAME}(?: ?\([^)]{{1,30}}\))?(?:(?! (?:of|is) the)[^.;0-9≥≤<>]{{0,45}}?) ?{_VALUE}",
        "The name and how long.",
        example="life expectancy ≥ 12 weeks",
        counter_example="life expectancy. 12 weeks",
    ),
    LanguageRule(
        "life.time-first",
        rf"{_VALUE} (?:of )?(?:expected |estimated )?(?:life[ -]expectancy|expected survival"
        rf"|survival expectancy)",
        "How long and then the name.",
        example="> 3 months life expectancy",
        counter_example="> 3 months of therapy",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "life.beyond",
        r"\bbeyond\b|\bexceed",
        "Longer than the time.",
        example="expected to live beyond 6 months",
        counter_example="expected to live 6 months",
    ),
)
