"""Words of time that change no schedule: **rows by class of wording** ─▶ unparsed_time_words.

Rows of ``dosing.harmless.`` hold for every schedule; those of ``dosing.harmless-if.`` depend on it.
"""

import re

from trialway.language_rules import LanguageRule, RuleTable

NUMBER = r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?\(\d+\))?"
RANGE = rf"{NUMBER}(?: ?(?:-|–|to|±|\+/-|or) ?{NUMBER})?"
SHORT = r"(?:min(?:ute)?s?|hours?|hrs?|h|sec(?:ond)?s?)"
LONG = r"(?:days?|weeks?|wks?|months?|years?|yrs?|cycles?|courses?|doses|injections|infusions|fractions)"

HARMLESS = RuleTable(
    LanguageRule(
        "dosing.harmless.length-of-infusion",
        rf"\b(?:over|for|during|in|lasting|infusion (?:time"
        rf"|duration)(?: of)?)(?: an?)?(?: period)?(?: of)?(?: at least| about"
        rf"| approximately)? ?{RANGE}[ -]?{SHORT}\b",
        "How long one infusion takes.",
        example="IV over 30-60 minutes",
        counter_example="IV over 2 weeks",
    ),
    LanguageRule(
        "dosing.harmless.so-long-an-infusion",
        rf"\b{RANGE}[ -]?{SHORT}\.?[ -](?:intravenous |iv |continuous )*(?:infusions?|drip)\b",
        "The same before its noun.",
        example="as a 46-hour continuous infusion",
        counter_example="as a continuous infusion",
    ),
    LanguageRule(
        "dosing.harmless.hours-from-something",
        rf"\b{RANGE} ?{SHORT} (?:apart|before|after|prior to)\b",
        "How many hours or minutes before or after something on the same day.",
        example="30 minutes before chemotherapy",
        counter_example="2 weeks before chemotherapy",
    ),
    LanguageRule(
        "dosing.harmless.same-time-of-day",
        r"\b(?:at )?(?:approximately |about |around )?the same (?:time|hour)s?(?: (?:of|each|every"
        r"|in) (?:the )?(?:day|morning|evening))*",
        "At the same hour of each day.",
        example="at approximately the same time each day",
        counter_example="at the same dose each day",
    ),
    LanguageRule(
        "dosing.harmless.meals-and-sleep",
        r"\b(?:before|after|with|without|prior to|following|between|during) (?:(?:an?|the|main|high-fat"
        r"|their|morning|evening) )*"
        r"(?:meals?|food|breakfast|lunch|dinner|supper|eating|bed(?:time)?|sleep\w*)\b",
        "How far from meals and sleep.",
        example="twice daily after the morning and evening meals with food",
        counter_example="after the first cycle",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "dosing.harmless.age-limit",
        rf"\b(?:aged?|over|under|older than|younger than|≥|≤|>|<) ?{NUMBER} years?\b",
        "The age of who gets how much.",
        example="children aged 6 years or more",
        counter_example="children for 6 years",
    ),
    LanguageRule(
        "dosing.harmless.years-of-age",
        rf"\b{NUMBER} years? (?:old|of age|and older)\b",
        'The same, with "of age" behind the number.',
        example="patients 12 years of age",
        counter_example="12 years after surgery",
    ),
    LanguageRule(
        "dosing.harmless.double-blind",
        r"\bdouble[- ](?:blind\w*|dummy|strength)\b",
        '"Double" of the masking or of the tablet.',
        example="a double-blind, double-dummy design",
        counter_example="double the dose",
    ),
    LanguageRule(
        "dosing.harmless.line-of-therapy",
        r"\b(?:first|second|third)[ -](?:line|generation)\b",
        '"First" of a line of therapy or of a generation of drugs.',
        example="first-line treatment",
        counter_example="the first dose",
    ),
    LanguageRule(
        "dosing.harmless.by-weight",
        r"\b(?:based on|according to|adjusted (?:for|to|by)|depend(?:ing|ent|s)? on|per|by) (?:(?:the|actual"
        r"|patients?'?s?|participants?'?s?|subjects?'?s?|body|serum|total) )*"
        r"(?:weight|surface area|bsa|protocol|label|guidelines?)\b"
        r"|\bweight[- ](?:based|adjusted|dependent)\b",
        "What an amount goes by: weight, surface, label, protocol.",
        example="dose based on body weight",
        counter_example="dose based on tolerance",
    ),
    LanguageRule(
        "dosing.harmless.each-of-things",
        r"\b(?:each|every|per) (?:of|with|dose|nostril|eye|arm|side|participant|patient|subject|group|tablet"
        r"|capsule|vial|ml|person|sachet|time|injection|infusion|case)s?\b",
        '"Each" and "per" of people and things, not of time.',
        example="2 sprays per nostril",
        counter_example="2 sprays per week",
    ),
    LanguageRule(
        "dosing.harmless.vitamin-d",
        r"\bvitamin d\d\b",
        "The number of a vitamin, and no day.",
        example="vitamin D3 drops",
        counter_example="D3 of each cycle",
    ),
    LanguageRule(
        "dosing.harmless.dose-label",
        r"\bdose \d+(?=:)",
        "A dose as a heading.",
        example="Dose 1: 10 mg",
        counter_example="dose 1 and dose 2",
    ),
    LanguageRule(
        "dosing.harmless.change-of-dose-every",
        rf"\b(?:doubl|increas|reduc|decreas|taper|titrat|escalat|adjust|assess|review|monitor"
        rf"|visit)\w*[^.;,]{{0,30}} (?:every|each) (?:other |{RANGE}[ -]?)?(?:day|week|month|visit)s?\b",
        "How often the dose is looked at or changed by a step.",
        example="titrated by 5 mg every 2 weeks",
        counter_example="given every 2 weeks",
    ),
    LanguageRule(
        "dosing.harmless.first-cycle-then",
        r"\b(?:of |in )?\(?cycles? ?(?:1|one)\b\)?(?: only)?,? ?(?:and )?(?:then|thereafter|subsequently)\b",
        "The same day in the first cycle and in all others.",
        example="on day 1 of cycle 1 and thereafter on day 1",
        counter_example="on day 1 of cycle 1",
    ),
    LanguageRule(
        "dosing.harmless.packing",
        r"\bsingle[- ]use\b|\beach\)|\beach (?:supplied )?vial",
        "How it is packed.",
        example="single-use vials of 100 mg",
        counter_example="single dose of 100 mg",
    ),
    LanguageRule(
        "dosing.harmless.escalation-between-people",
        r"\bdose[- ](?:escalation|escalating|expansion)(?: (?:design|phase|part|stage|cohorts?))?\b",
        "A dose that is raised from one group of people to the next.",
        example="dose escalation phase",
        counter_example="the dose escalates weekly",
    ),
    LanguageRule(
        "dosing.harmless.dose-cohort",
        r"\b(?:planned |\d )?dose[- ](?:cohorts?|groups?)\b",
        "Groups of people by their dose.",
        example="4 dose cohorts",
        counter_example="4 doses",
    ),
    LanguageRule(
        "dosing.harmless.once-before-what-was-read",
        r"\bonce(?=\s{3})",
        '"Once" before a schedule that was read and blanked out: "once every 3 weeks".',
        example="given once    at the clinic",
        counter_example="given once at the clinic",
    ),
    LanguageRule(
        "dosing.harmless.around-surgery",
        r"\b(?:before|after|during|prior to)(?: the)?(?: (?:start|end|induction) of)? (?:surgery|operation"
        r"|procedure|an(?:a)?esthesia"
        r"|incision|intubation|delivery|randomi[sz]ation)\b",
        "Around an operation, a birth or the draw.",
        example="before induction of anesthesia",
        counter_example="before the second dose",
    ),
    LanguageRule(
        "dosing.harmless.whole-trial",
        r"\b(?:during|throughout|for|in|over|of|until|to) (?:(?:the|this|a|whole|entire|full|total|rest"
        r"|duration|end|of|study|trial|double-blind|placebo-controlled|dosing|intervention|active|core"
        r"|randomi[sz]ed|\d+[ -](?:week|month|day|year)s?) )*"
        r"(?:study|trial|treatment|intervention|dosing|study drug)(?: (?:period|phase"
        r"|duration))?\b(?! ?(?:[A-D]\b|\d|cycle))",
        "The whole of the trial or of the treatment.",
        example="throughout the 12-week double-blind treatment period",
        counter_example="in study 2",
    ),
    LanguageRule(
        "dosing.harmless.phase-of-trial",
        r"\bphase (?:[1-4]|I{1,3}V?|IV)(?:[ab]|/\w+)?\b",
        "The phase of a trial.",
        example="a phase II trial",
        counter_example="the induction phase",
    ),
    LanguageRule(
        "dosing.harmless.continuous",
        r"\bcontinuous(?:ly)?\b",
        "Without a pause.",
        example="taken continuously",
        counter_example="taken continually",
    ),
    LanguageRule(
        "dosing.harmless.total-amount",
        r"\btotal (?:daily|volume|number)\b",
        "A sum that is no schedule.",
        example="total volume 250 ml",
        counter_example="a total of 6 cycles",
    ),
    LanguageRule(
        "dosing.harmless.daily-amount",
        r"\bdaily (?:dose|basis|dosing)\b",
        '"Daily" as an adjective.',
        example="on a daily basis",
        counter_example="5 mg daily",
    ),
    flags=re.IGNORECASE,
)

# Harmless where what is told says the same, or where it cannot make what is told untrue.
HARMLESS_IF = RuleTable(
    LanguageRule(
        "dosing.harmless-if.length",
        rf"(?:[,(x×:]|\b(?:for|of|over|during|to|up to|within|total(?: of)?|maximum(?: of)?"
        rf"|duration)) ?(?:an? |the |at least |about |approximately |up to |maximum |first |next |remaining "
        rf"|total of |period of )*{RANGE}[ -]?{LONG}\b",
        "How long all of it takes; harmless unless single days are told.",
        example="for at least 12 weeks",
        counter_example="at week 12",
    ),
    LanguageRule(
        "dosing.harmless-if.n-day",
        rf"\b{RANGE}[ -](?:day|week|month|year)s?\b",
        "The same as an adjective.",
        example="a 24-week treatment",
        counter_example="week 24",
    ),
    LanguageRule(
        "dosing.harmless-on-days.doses",
        r"(?<!\d )\b(?:doses|injections|infusions)\b",
        '"Injections on days 1, 7 and 14": the days say how many.',
        example="subcutaneous injections on days 1, 7 and 14",
        counter_example="3 injections",
    ),
    LanguageRule(
        "dosing.harmless-beside-choice.frequency",
        r"\b(?:dos(?:e|ing|age) )?(?:frequency|schedule|interval)\b",
        '"At a frequency of every 2 or 4 weeks": the choice says it.',
        example="at a dosing frequency of every 2 or 4 weeks",
        counter_example="dosed frequently",
    ),
    LanguageRule(
        "dosing.harmless-in-phase.loading",
        r"\bloading(?: doses?)?\b",
        'The words that the phase "loading" was read from.',
        example="a loading dose of 8 mg/kg",
        counter_example="an initial dose of 8 mg/kg",
    ),
    LanguageRule(
        "dosing.harmless-in-phase.maintenance",
        r"\b(?:(?:and )?(?:then|followed by) (?:an? |the )?)?maintenance(?: (?:doses?|therapy"
        r"|treatment))?\b|\bloading(?: doses?)?\b",
        'The words that the phase "maintenance" was read from.',
        example="followed by a maintenance dose of 6 mg/kg",
        counter_example="then maintain the dose",
    ),
    flags=re.IGNORECASE,
)
