"""Single doses, how long, and until when: **rows that end or limit a schedule** ─▶ patterns."""

from trialway.plain.dosing.schedule_rule import ScheduleRule
from trialway.plain.dosing.values import N, read_length, read_true, read_until

LENGTH_PATTERNS = (
    ScheduleRule(
        "dosing.given-once",
        r"\b(?:administered|given|injected|infused|taken|dosed)(?: (?!be|been|at|every)\w+){0,2} once\b"
        r"(?= (?:before|during|at the (?:start|end|beginning) of|immediately|on (?:study )?day)|[.;,]|$)",
        "Given one time.",
        example="administered intravenously once before surgery",
        counter_example="administered once daily",
        kind="once",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.single-dose",
        r"\b(?:an? |one )?single(?:[ -](?:oral|intravenous|iv|sc|"
        r"subcutaneous|im|intramuscular|intravitreal|intrathecal|intracoronary|intra-?articular|slow|bolus|"
        r"[\d.,]+ ?[a-zµ]+(?:/[a-z]+)?)){0,3}[ -](?:dose|injection|infusion|"
        r"administration|vaccination|bolus)\b(?![ -](?:levels?|escalation|"
        r"cohorts?|vial|ascending|\(sd\)))",
        "One dose, injection or infusion.",
        example="a single intravenous dose of 5 mg/kg",
        counter_example="single dose escalation",
        kind="once",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.for-so-long",
        rf"\b(?:for|over|during)(?: a)?(?: total| duration| period)?(?: of)? "
        rf"(?P<most>up to |a maximum of |at most |maximum |no more "
        rf"than |maximum of )?(?:a (?:total|period) of |the first "
        rf")?(?P<n>{N})(?: consecutive)?[ -](?P<u>days?|weeks?|months?|"
        rf"years?|cycles?|courses?|doses?|injections?|infusions?)\b(?! "
        rf"(?:before|prior|after|of follow|follow))",
        "How long, or how many cycles or doses.",
        example="once daily for up to 52 weeks",
        counter_example="for 4 weeks after surgery",
        kind="length",
        read=read_length,
    ),
    ScheduleRule(
        "dosing.up-to-so-long",
        rf"(?P<most>\bup to |\ba maximum of )(?P<n>{N})[ -](?P<u>weeks?|months?|years?|cycles?|courses?)\b",
        "At most so long, or so many cycles.",
        example="every 3 weeks, up to 6 cycles",
        counter_example="up to 6 mg",
        kind="length",
        read=read_length,
    ),
    ScheduleRule(
        "dosing.until",
        r"\b(?:until|up to the time of|in the absence of) (?P<words>(?:[^.;\n]|\.(?=\d)){4,240})",
        "The event that ends the treatment.",
        example="until disease progression or unacceptable toxicity",
        counter_example="till disease progression",
        kind="until",
        read=read_until,
    ),
)
