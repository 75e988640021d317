"""Cycles and days: **rows for on and off, cycles, days and weeks of a trial** ─▶ patterns."""

from trialway.plain.dosing.schedule_rule import ScheduleRule
from trialway.plain.dosing.values import (
    DASH,
    DAY,
    JOINT,
    ONE,
    N,
    read_at,
    read_cycle,
    read_days,
    read_on_off,
    read_part_of_cycle,
)

DAY_PATTERNS = (
    ScheduleRule(
        "dosing.on-then-off",
        rf"\bfor (?:the first )?(?P<on>{N})(?: consecutive)?[ -](?P<uon>days?|"
        rf"weeks?)(?: of treatment)?,? ?(?:\(?days? 1 ?- ?\d+\)? ?)?(?:on,?)? "
        rf"?(?:,|and|then|followed by|/|with)+ ?(?:an? |then )?(?P<off>{N})[ "
        rf"-](?P<uoff>days?|weeks?)(?: ?of)?[ -]?(?:off|rest|break|"
        rf"without|no treatment|interval|treatment-free|holiday)",
        "So long with treatment, then so long without.",
        example="for 2 weeks followed by 1 week off",
        counter_example="for 2 weeks followed by 1 week of placebo",
        kind="on_off",
        read=read_on_off,
    ),
    ScheduleRule(
        "dosing.on-off-brief",
        rf"\b(?P<on>{N})[ -](?P<uon>days?|weeks?)[ -]on[,/ ]*(?:and|"
        rf"then|followed by)? ?/?(?P<off>{N})[ -](?P<uoff>days?|weeks?)[ "
        rf"-]off\b",
        "The same in short: weeks on, weeks off.",
        example="3 weeks on/1 week off",
        counter_example="3 weeks on treatment, 1 week off",
        kind="on_off",
        read=read_on_off,
    ),
    ScheduleRule(
        "dosing.part-of-cycle",
        rf"\bfor (?:the first )?(?P<on>{N})(?: consecutive)?[ -](?P<uon>days?|"
        rf"weeks?) (?:of|in|out of|during) (?:each |every |an? |the "
        rf")?(?P<whole>{N})[ -]?(?P<uwhole>days?|weeks?)[ -](?:treatment "
        rf")?(?:cycles?|courses?|schedule)\b",
        "The first days or weeks of each cycle.",
        example="for 21 days of each 28-day cycle",
        counter_example="for 21 days of each cycle",
        kind="on_off",
        read=read_part_of_cycle,
    ),
    ScheduleRule(
        "dosing.days-of-every-n-weeks",
        rf"\bfor (?:the first )?(?P<on>{N})(?: consecutive)?[ -](?P<uon>days?),? (?:of |in |out of )?"
        rf"(?:every|each) (?P<whole>{N})[ -]?(?P<uwhole>days?|weeks?)\b",
        "The first days of every so many weeks, without a word for the cycle.",
        example="75 mg/m2 per day for seven consecutive days every 4 weeks",
        counter_example="for 7 days, then every 4 weeks",
        kind="on_off",
        read=read_part_of_cycle,
    ),
    ScheduleRule(
        "dosing.cycle.of-each",
        rf"\b(?:of|in|for|during|per|with|on) (?:each |every |an? "
        rf"|the |their |repeat(?:ed|ing) |continuous |subsequent )*(?P<n>{N})[ "
        rf"-]?(?P<u>days?|weeks?)[ -](?:\w+ )?(?:cycles?|courses?|"
        rf"periods? cycle)\b",
        "The length of a cycle, before its noun, after a preposition.",
        example="on days 1-5 of a 28-day cycle",
        counter_example="of each cycle for 28 days",
        kind="cycle",
        read=read_cycle,
    ),
    ScheduleRule(
        "dosing.cycle.each",
        rf"\b(?:each|every|an?) (?P<n>{N})[ -]?(?P<u>days?|weeks?)[ -](?:\w+ )?(?:cycles?|courses?)\b",
        "The same without a preposition.",
        example="day 1, every 21-day treatment cycle",
        counter_example="every 21 days, 6 cycles",
        kind="cycle",
        read=read_cycle,
    ),
    ScheduleRule(
        "dosing.cycle.repeats-every",
        rf"\b(?:treatment )?(?:cycles?|courses?|treatment)(?: \w+){{0,2}} "
        rf"(?:repeats?|(?:is|are|will be) repeated|repeated|repeating|"
        rf"is|are|of) (?:every|each) (?P<n>{N}) (?P<u>days?|weeks?)\b",
        "After how long a cycle begins again.",
        example="Courses repeat every 28 days",
        counter_example="Courses are repeated in 28 days",
        kind="cycle",
        read=read_cycle,
    ),
    ScheduleRule(
        "dosing.cycle.lasts",
        rf"\b(?:each|every|one|1|a|the)? ?(?:treatment )?cycles? "
        rf"?(?:lengths? )?(?:\(|is|=|of|lasts?|being|consists of|will "
        rf"be|:|duration) *(?:=|is|of)? ?(?P<n>{N})[ -]?(?P<u>days?|weeks?)\b\)?",
        "The length of a cycle, after its noun.",
        example="each cycle = 28 days",
        counter_example="each cycle after 28 days",
        kind="cycle",
        read=read_cycle,
    ),
    ScheduleRule(
        "dosing.cycle.n-day-cycles",
        rf"\b(?:every )?(?P<n>{N})[ -]?(?P<u>days?|weeks?)(?:,? "
        rf"(?:as|is|per) (?:an?|one|each|1)|[ -]+(?:treatment "
        rf")?)[ -]?(?:treatment )?cycles?\b",
        "The length of a cycle before its noun, and nothing before the number.",
        example="Day 1 (21-day cycles)",
        counter_example="21 days, then cycles",
        kind="cycle",
        read=read_cycle,
    ),
    ScheduleRule(
        "dosing.days-brief",
        # "D3" alone is as often a vitamin: the short form is believed in a list, or before its cycle.
        rf"(?<!vitamin )(?<!vit )\bd(?P<list>{DAY}(?:{DASH}{DAY})(?:{JOINT}{ONE})*|"
        rf"{DAY}(?:{JOINT}d?{DAY})+|{DAY}(?=[ ,/(]*(?:q\d|every|"
        rf"of each|of a)))(?![\w-])",
        "Days in the short form.",
        example="100 mg/m2 d1-3 q3w",
        counter_example="vitamin D3 daily",
        kind="days",
        read=read_days,
    ),
    ScheduleRule(
        "dosing.days",
        rf"(?<!\d )(?<!\d-)(?<!per )(?<!each )(?<!a )(?<!/)\b(?:on |at )?(?:the )?(?:study "
        rf"|treatment |cycle )?days? "
        rf"?\(?(?P<list>{DAY}(?:{DASH}{DAY})?(?:{JOINT}{ONE})*)\)?(?![\w-]*(?:hours?|"
        rf"days? cycle))",
        "Days on which it is given: one, a list or a range.",
        example="on days 1, 8 and 15",
        counter_example="5 mg per day 30 minutes before food",
        kind="days",
        read=read_days,
    ),
    ScheduleRule(
        "dosing.weeks-of-trial",
        rf"\b(?:at|on|in) (?:the )?(?P<u>weeks?|months?) (?P<list>{DAY}(?:{JOINT}(?:weeks?"
        rf" |months? )?{DAY})+)\b",
        "Weeks or months of the trial in which it is given, at least two.",
        example="at weeks 0, 4 and 12",
        counter_example="at week 12",
        kind="at",
        read=read_at,
    ),
)
