"""Common outcome measures by their whole name: **the table of plain words** ─▶ outcome_measures."""

import re

from trialway.language_rules import RuleTable
from trialway.plain.plain_words_rule import PlainWordsRule


def _whole(name: str, pattern: str, words: str, example: str, counter_example: str) -> PlainWordsRule:
    """A row that matches nothing but the whole name: a closed table, never a guess."""
    return PlainWordsRule(
        f"measure.{name}",
        f"^(?:{pattern})$",
        f"{words.capitalize()}.",
        example,
        counter_example,
        words=words,
    )


OUTCOME_MEASURES_ROWS = (
    _whole(
        "progression-free-survival",
        r"progression[- ]free survival(?: \(?pfs\)?)?",
        "how long people live without the illness getting worse",
        example="Progression-free survival (PFS)",
        counter_example="Progression-free survival at 6 months",
    ),
    _whole(
        "overall-survival",
        r"overall survival(?: \(?os\)?)?",
        "how long people live",
        example="Overall Survival (OS)",
        counter_example="Overall survival rate",
    ),
    _whole(
        "disease-free-survival",
        r"disease[- ]free survival(?: \(?i?dfs\)?)?",
        "how long people live without the illness coming back",
        example="Disease-free survival",
        counter_example="Disease-free interval",
    ),
    _whole(
        "event-free-survival",
        r"event[- ]free survival(?: \(?efs\)?)?",
        "how long people live without certain problems",
        example="Event-free survival (EFS)",
        counter_example="Event rate",
    ),
    _whole(
        "response-rate",
        r"(?:objective|overall) response rate(?: \(?orr\)?)?",
        "in how many people the cancer shrinks",
        example="Objective response rate (ORR)",
        counter_example="Response rate in arm A",
    ),
    _whole(
        "adverse-events",
        r"(?:treatment[- ]emergent )?adverse events?(?: \(?t?eaes?\)?)?",
        "unwanted effects",
        example="Treatment-emergent adverse events",
        counter_example="Serious adverse events",
    ),
    _whole(
        "people-with-adverse-events",
        r"(?:number|incidence|percentage|proportion) of (?:participants|patients|"
        r"subjects) with (?:treatment[- ]emergent )?adverse events?(?: \(?t?eaes?\)?)?",
        "how many people have unwanted effects",
        example="Number of participants with adverse events",
        counter_example="Number of adverse events",
    ),
    _whole(
        "dose-limiting-toxicity",
        r"dose[- ]limiting toxicit(?:y|ies)(?: \(?dlts?\)?)?",
        "side effects that are too strong to give more",
        example="Dose-limiting toxicities (DLTs)",
        counter_example="Toxicity",
    ),
    _whole(
        "maximum-tolerated-dose",
        r"maximum tolerated dose(?: \(?mtd\)?)?",
        "the highest dose that people can bear",
        example="Maximum tolerated dose (MTD)",
        counter_example="Maximum dose",
    ),
    _whole(
        "quality-of-life",
        r"(?:health[- ]related )?quality of life(?: \(?(?:hr)?qol\)?)?",
        "how people feel and get on with daily life",
        example="Health-related quality of life",
        counter_example="Quality of sleep",
    ),
    _whole(
        "mortality",
        r"all[- ]cause mortality|mortality|death(?: from any cause)?",
        "how many people die",
        example="All-cause mortality",
        counter_example="Mortality at day 28",
    ),
    _whole(
        "weight",
        r"body weight|weight",
        "body weight",
        example="Body weight",
        counter_example="Birth weight",
    ),
    _whole(
        "blood-pressure",
        r"blood pressure",
        "blood pressure",
        example="Blood pressure",
        counter_example="Change in blood pressure",
    ),
    _whole(
        "pain",
        r"pain(?: score| intensity)?",
        "pain",
        example="Pain intensity",
        counter_example="Pain medication",
    ),
)
OUTCOME_MEASURES = RuleTable(*OUTCOME_MEASURES_ROWS, flags=re.IGNORECASE)
