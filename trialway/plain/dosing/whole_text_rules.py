"""Words that hold for all schedules of a text: **the table** ─▶ read_schedules."""

import re

from trialway.language_rules import LanguageRule, RuleTable

WHOLE_TEXT = RuleTable(
    LanguageRule(
        "dosing.text.after-or",
        r"\b(?:or|alternatively)(?: [\d.,/()]+ ?(?:mg|mcg|g|µg|ml)?[\w/]*)? ?(?:po |orally |iv )?$",
        "The second of two ways.",
        example="or 20 mg ",
        counter_example="and 20 mg ",
    ),
    LanguageRule(
        "dosing.text.levels",
        r"\bde-?escalat|\bdose reductions?\b|\breduced dose",
        "What follows the first way of giving are the steps down from it.",
        example="dose reductions",
        counter_example="dose escalation",
    ),
    LanguageRule(
        "dosing.text.steps.change",
        r"escalat|increas|titrat|taper|up-?dos|step-?up|build-?up|gradual",
        "The dose does not stay as it is.",
        example="titrated",
        counter_example="repeated",
    ),
    LanguageRule(
        "dosing.text.steps.another",
        r"\b(?:another|additional|further) (?:\d|one|two|three|four|six)",
        "So much time more: how long one step lasts is not how long the treatment lasts.",
        example="for another 2 weeks",
        counter_example="another drug",
    ),
    LanguageRule(
        "dosing.text.goes-on",
        r"[^.;]{0,40}?\b(?:then|followed by|thereafter|subsequently)\b(?P<rest>[^.;]{0,80})",
        "What comes after, which must be read too: without it the rest is wrong.",
        example=", then every months",
        counter_example=", when needed",
    ),
    LanguageRule(
        "dosing.text.in-time",
        r"\b(?:every|each|daily|weekly|monthly|days?|weeks?|months?|once|twice)\b",
        "Words of time.",
        example="every months",
        counter_example="surgery",
    ),
    LanguageRule(
        "dosing.text.nothing-given.pause",
        r"wash-?out|\brest\b|\boff\b|\bbreak|without|interval",
        "A time in which nothing is given.",
        example="a rest of 7 days",
        counter_example="the remaining 7 days",
    ),
    LanguageRule(
        "dosing.text.nothing-given.else",
        r"follow-?up|observ|surg|placebo|cross",
        "Something else comes then.",
        example="follow-up for 3 months",
        counter_example="maintenance for 3 months",
    ),
    LanguageRule(
        "dosing.text.cycles",
        r"cycle|course|repeat",
        "A text that speaks of cycles.",
        example="courses repeat every 21 days",
        counter_example="every 21 days",
    ),
    LanguageRule(
        "dosing.text.numbered-cycle",
        r"\bcycles? ?#?(?:\d|one\b|two\b)|\bC\d",
        "One cycle by its number: it may differ from the others.",
        example="cycle 1",
        counter_example="each cycle",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "dosing.text.of-each-cycle",
        r"\W{0,3}(?:of|in|for|during)? ?(?:each|every|the|a|per)(?: treatment)? cycles?\b",
        "Days that stand in every cycle.",
        example=" of each cycle",
        counter_example=" of cycle 1",
    ),
    LanguageRule(
        "dosing.text.number-of-cycles",
        r"\b(?:\d+|two|three|four|five|six|eight) (?:cycles|courses)\b|\bper (?:cycle|course)\b",
        "The days come again, in so many cycles.",
        example="d1, d8, d15, 28 days per cycle, 6 cycles",
        counter_example="days 1 and 8",
    ),
    LanguageRule(
        "dosing.text.of-a-cycle",
        r"\b(?:cycles?|C1|of weeks?)\b|-cycle",
        "Days of a cycle, or of a week.",
        example="day 1 of each cycle",
        counter_example="day 1 of treatment",
    ),
    flags=re.IGNORECASE,
)
