"""Scales of daily life and their grades: **the table of the reader** ─▶ performance_status."""

from trialway.criteria.comparison_rules import LOST_SIGN
from trialway.language_rules import LanguageRule, RuleTable

PERFORMANCE_STATUS = RuleTable(
    LanguageRule(
        "performance.scale.ecog",
        r"(?P<ecog>\becog\b(?:[ -/]?(?:ps|who)\b)?|\beastern (?:co-?operative|cancer|oncology"
        r"|cooperation)[a-z ,-]{0,40}?group\b|\bzubrod\b|\bwho (?:performance|ps\b)"
        r"|\b(?<!karnofsky )(?<!lansky )(?:performance (?:status|score))\b)",
        "ECOG, also called WHO and Zubrod.",
        example="eastern cooperative oncology group performance status 0-1",
        counter_example="karnofsky performance status ≥ 70",
    ),
    LanguageRule(
        "performance.scale.karnofsky",
        r"(?P<karnofsky>\bkarnofsky\b|\bkps\b)",
        "Karnofsky.",
        example="kps ≥ 70",
        counter_example="lps ≥ 70",
    ),
    LanguageRule(
        "performance.scale.lansky",
        r"(?P<lansky>\blansky\b|\blps\b)",
        "Lansky, for children.",
        example="lansky ≥ 50",
        counter_example="lp(a) ≥ 50",
    ),
    LanguageRule(
        "performance.grades",
        r"(?P<sign>[≥≤><=])? ?\b(?P<first>[0-4])(?!\d|[.,]\d| ?%| ?(?:years|yrs|days|weeks|months|cm"
        r"|mm|mg))(?:(?P<range> ?(?:-|to|through|[≤<]) ?)(?P<last>[0-4])\b|(?P<more>(?:(?: ?,? ?(?:or"
        r"|and|/)|,) ?[0-4]\b){1,4}))?(?! ?%|\d)",
        "Grades from 0 to 4: one, a range, a list.",
        example="ecog 0, 1 or 2",
        counter_example="ecog for 4 weeks",
    ),
    LanguageRule(
        "performance.percent",
        r"(?P<sign>[≥≤><=])? ?\b(?P<value>[1-9]0|100)\b(?![.,]\d) ?%?(?:(?: ?(?:-"
        r"|to) ?)(?P<last>\d{2,3})\b ?%?)?(?! ?(?:years|yrs|y\b|mg|days))",
        "A tenth from 10 to 100.",
        example="karnofsky ≥ 70 %",
        counter_example="karnofsky in those of 16 years",
    ),
    LanguageRule(
        "performance.or-more",
        r" ?(?:points? )?(?:or|and) (?P<way>more|greater|higher|above|better|less|lower|below|worse)\b",
        "The side of a limit behind it.",
        example=" or better",
        counter_example=" or unknown",
    ),
    LanguageRule(
        "performance.other-value-between",
        r"[;]|\. |\b(?:weeks?|months?|years)\b",
        "Between name and grade something else begins, or a time.",
        example=" within 2 weeks of ",
        counter_example=" performance status of ",
    ),
    LanguageRule(
        "performance.lost-sign.before",
        rf"{LOST_SIGN} ?$",
        "A sign was lost before the grade: nobody can tell on which side of it the limit was.",
        example="ecog ? ",
        counter_example="ecog ",
    ),
    LanguageRule(
        "performance.lost-sign.behind",
        rf" ?{LOST_SIGN} ?\d",
        "A sign was lost between two grades.",
        example=" ? 1",
        counter_example=" (1)",
    ),
)
