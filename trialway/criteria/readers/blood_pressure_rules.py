"""How limits of the blood pressure are written: **the table** ─▶ blood_pressure."""

from trialway.language_rules import LanguageRule, RuleTable

_PRESSURE = r"(?:(?:arterial )?(?:blood )?pressures?|bp)(?: ?\((?:[sd]?bp|mm ?hg)\))?"
_NUMBER = r"\d{2,3}(?![\d.,]?\d)"
_MMHG = r"(?: ?(?:mm ?\[?hg\]?|millimet(?:er|re)s? of mercury(?: ?[\[(]mm ?hg[\])])?))"
# "Systolic" of a length or a volume of the heart has no such sign behind it.
_ALONE = r"(?= ?(?:[≥≤<>(]|of |is |between |from |and (?:/or )?diastolic))"

BLOOD_PRESSURE = RuleTable(
    LanguageRule(
        "blood-pressure.name.systolic",
        rf"\b(?<!end[- ])(?P<systolic>systolic(?: {_PRESSURE}|{_ALONE})|sbp\b)",
        "The upper value.",
        example="systolic blood pressure > 160",
        counter_example="systemic blood pressure > 160",
    ),
    LanguageRule(
        "blood-pressure.name.diastolic",
        rf"\b(?<!end[- ])(?P<diastolic>diastolic(?: {_PRESSURE}|{_ALONE})|dbp\b)",
        "The lower value.",
        example="diastolic bp > 90",
        counter_example="end-diastolic volume > 90 ml",
    ),
    LanguageRule(
        "blood-pressure.limit.between",
        rf"(?:between |from )?(?P<lowsign>[≥>])? ?(?P<low>{_NUMBER}){_MMHG}? ?(?:-|to|,? ?and|,? ?but|,) ?"
        rf"(?P<highsign>[≤<])? ?(?P<high>{_NUMBER})(?! ?/){_MMHG}?",
        "From one pressure to another.",
        example="between 90 and 160 mmhg",
        counter_example="> 160 mmhg",
    ),
    LanguageRule(
        "blood-pressure.limit.signed",
        rf"(?P<sign>[≥≤><]) ?(?P<value>{_NUMBER})"
        rf"(?!th\b| ?(?:/|%|bpm|beats|years|days|weeks|months|m?l\b|cm|mm\b(?! ?\[?hg)|kg)){_MMHG}?",
        "A sign and a pressure.",
        example="≥ 140 mmhg",
        counter_example="≥ 140/90 mmhg",
    ),
    LanguageRule(
        "blood-pressure.limit.or-more",
        rf"(?P<bare>{_NUMBER}){_MMHG}? (?:or|and) (?P<way>higher|more|above|greater|over|lower|less|below)\b",
        "A pressure and its side behind it.",
        example="140 mmhg or higher",
        counter_example="140 mmhg or unknown",
    ),
    LanguageRule(
        "blood-pressure.pair.signed",
        rf"(?P<sign>[≥≤><]) ?(?P<upper>{_NUMBER}){_MMHG}? ?/ ?(?P<sign2>[≥≤><])? ?"
        rf"(?P<lower>{_NUMBER}){_MMHG}?",
        "Both values in one, with a sign.",
        example="≥ 140/90 mmhg",
        counter_example="140/90 mmhg at rest",
    ),
    LanguageRule(
        "blood-pressure.pair.or-more",
        rf"(?P<upper2>{_NUMBER}){_MMHG}? ?/ ?(?P<lower2>{_NUMBER}){_MMHG}? (?:or|and) "
        r"(?P<way2>higher|more|above|greater|over|lower|less|below)\b",
        "Both values in one, and their side behind them.",
        example="140/90 mmhg or above",
        counter_example="140/90 mmhg or unknown",
    ),
    LanguageRule(
        "blood-pressure.pair-named",
        rf"\b(?:(?:blood )?pressures?|bp|hypertension|hypotension|hypertensive|hypotensive)\b[^.;0-9]{{0,60}}"
        rf"(?:[≥≤><] ?)?\d|^{_MMHG}|\bmm ?hg\b",
        "A word of blood pressure before the two values, or its unit.",
        example="uncontrolled hypertension (> 160/100",
        counter_example="a ratio of > 16/10",
    ),
    LanguageRule(
        "blood-pressure.not.another",
        r"\b(?:exercise|standing|orthostatic|ambulatory|24-?h\w{0,4}|day-?time|night-?time|nocturnal|home"
        r"|pulmonary"
        r"|(?:fall|drop|decrease|increase|rise|change|reduction|difference|variation)s? (?:in|of)"
        r"|inter-?arm|peak|maternal|donors?|sepsis|shock|baseline mean)\b[^.;,0-9]{0,25}$",
        "The pressure under effort, over a day, of another vessel, or its change.",
        example="a fall in ",
        counter_example="seated ",
    ),
    LanguageRule(
        "blood-pressure.not.change",
        r"\b(?:increase|decrease|fall|drop|rise|reduction|change|difference|percentile|fluctuat\w{1,4}|score"
        r"|lower by|higher by)\b|[?;]|\. ",
        "Between the name and the number: it is of a change, or of something else.",
        example=" increase of ",
        counter_example=" (sbp) at screening ",
    ),
)
