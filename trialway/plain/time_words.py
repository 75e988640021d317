"""How time frames of outcomes write times: **rows** ─▶ time_frames."""

import re

from trialway.language_rules import LanguageRule, RuleTable

NUMBER = (
    r"(?:\d{1,4}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|sixteen|eighteen|twenty|thirty|sixty|ninety)(?![- ](?:one|two|three|four|five|six|seven"
    r"|eight|nine)\b)"
)
UNIT = r"(?:minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|wk|months?|mos?|mths?|years?|yrs?)"
_LIST = rf"{NUMBER}(?:(?:st|nd|rd|th)?(?: ?[,;、/&-] ?| and | or | to )(?:and )?{NUMBER})*"

TIME_WORDS = RuleTable(
    LanguageRule(
        "time.tolerance.of-a-day",
        rf"(?P<day>\b(?:days?|weeks?|months?) ?\d+)\s*(?:±|\+/-|\+-|∓)\s*{NUMBER}\s*-?{UNIT}?\b",
        "How far a visit may be from its day.",
        "Day 85 ± 2 days",
        "15±2 weeks",
    ),
    LanguageRule(
        "time.tolerance.of-a-length",
        rf"(?:±|\+/-|\+-|∓)\s*{NUMBER}",
        "How far a length may be from its number; its unit stands behind both.",
        "15±2 weeks",
        "15 to 2 weeks",
    ),
    LanguageRule(
        "time.before-start",
        r"\b(?:days?|weeks?|months?) [-–−]\d+\b",
        "A day or week before the start.",
        "Screening (week -2)",
        "Week 2",
    ),
    LanguageRule(
        "time.compound",
        r"(?P<first>\d{1,3}) ?(?P<first_unit>years?|yrs?|months?|weeks?)"
        r"(?:,? |(?<=years) and (?=\d months)|(?<=years) and (?=1[01] months))(?P<second>\d{1,3}) ?"
        r"(?P<second_unit>months?|weeks?|days?)\b",
        "One length in two units.",
        "7 Years 3 Months",
        "12 and 24 months",
    ),
    LanguageRule(
        "time.point",
        rf"(?<![a-z])(?P<unit>days?|weeks?|wks?|months?|years?)[ -]?(?P<numbers>{_LIST})"
        rf"(?!\s*-?{UNIT}\b)(?![\d:])",
        "A day, week or month counted from the start.",
        "Weeks 12, 24 and 52",
        "weeks of treatment",
    ),
    LanguageRule(
        "time.length",
        rf"(?<![\w.])(?P<numbers>{_LIST}) ?-?(?P<unit>{UNIT})\b",
        "A length of time, or several before one unit.",
        "6 and 12 months",
        "2.5.months",
    ),
    LanguageRule(
        "time.other.before",
        r"(?:\b(?:every|each|aged?|per|than|last|past|previous|prior|preceding|over the|average over"
        r"|intervals? of)|/)\s+(?:the )?$|\bcycles? [\d, and-]+(?:on |\()?$",
        "What follows says how often, how old, or how long before.",
        "every ",
        "up to ",
    ),
    LanguageRule(
        "time.other.after",
        r"^\s*(?:old\b|of age\b|of (?:corrected|gestational|postmenstrual)"
        r"|(?:corrected|gestational|postnatal) age|before\b|prior\b|pre-?(?!dose)|intervals?\b|apart\b"
        r"|ago\b)",
        "What stands before it is an age, a pause, or a time before the start.",
        " before surgery",
        " after surgery",
    ),
    LanguageRule(
        "time.about",
        r"\b(?:average|approximately|approx\.?|about|around|estimated|mean|median|expected)"
        r"(?: (?:of|to be|at))?(?: an?)?(?: average(?: of)?)? $",
        "The time that follows is not exact.",
        "through study completion, an average of ",
        "up to ",
    ),
    LanguageRule(
        "time.from",
        r"^[) ]*(?:follow[- ]?up (?:visit )?)?(?:after|following|from|since|post|beyond)[- ]"
        r"(?P<event>[^,;.()]{3,70})",
        "The time that stands before it is counted from an event.",
        " after the last dose of study drug",
        " and at the end",
    ),
    LanguageRule(
        "time.from.start",
        r"\b(?:baseline|randomi[sz]\w*|enrol\w*|inclu\w+|consent\w*|first (?:dose|study|treatment|injection"
        r"|infusion|vaccin\w*)|start\w*|begin\w*|initiat\w*|commenc\w*|entry|intervention"
        r"|day [01]\b|dosing\b)",
        "The event is about when people join or start.",
        "after randomization",
        "after the last dose",
    ),
    LanguageRule(
        "time.from.end",
        r"\b(?:(?:intervention|treatment|training) (?:period|phase)"
        r"|last|final|end|completion|completed|discontinu\w*|stopp\w*|cessation|withdrawal"
        r"|discharge|finish\w*"
        r"|conclusion|conclud\w*|birth|delivery|progression)\b",
        "The event comes some time after people start.",
        "after the last dose",
        "after the first dose",
    ),
    LanguageRule(
        "time.open-end",
        r"\b(?:until|till|to|through(?:out)?|at)(?: the)?(?: date of| time of)? "
        r"(?:death|(?:disease |first )?progression|relapse|discharge|end of (?:the )?(?:study|trial|follow)"
        r"|study (?:completion|end)|treatment (?:failure|discontinuation))\b|\blife(?:time|long)\b",
        "It ends with an event, and not after a stated time.",
        "until death from any cause",
        "until week 52",
    ),
    LanguageRule(
        "time.added",
        rf"(?:\bplus\b|\+) ?{NUMBER}",
        "A time that is to be added to another.",
        "to the end of Week 24 plus 30 days",
        "surplus 30 days",
    ),
    LanguageRule(
        "time.of-the-past",
        r"\b(?:previous|prior|past|history|diagnos\w+|since|last|within the|preval\w+|incid\w+"
        r"|surviv\w+|died|decades?"
        r"|recommend\w*|guidelines?|literature|stud(?:y|ies) (?:have|has|showed?|found)|in 19\d\d"
        r"|was approved)\b",
        "What is told of times before the trial, or of the illness.",
        "a history of 5 years",
        "events are observed 12 months after surgery",
    ),
    LanguageRule(
        "time.follow-up",
        r"\bfollow(?:ed|s|ing)?[- ]?up\b|\bfollowed\b|\b(?:be|stay|remain|participat\w+) in (?:the"
        r"|this) (?:study|trial)\b|\bcontinue\w* to be (?:seen|observed|monitored)\b"
        r"|\bsurvival\b[^.]{0,30}\b(?:outcomes?|status)\b",
        "How long people are looked at afterwards.",
        "patients will be followed for 5 years",
        "treatment is given for 5 years",
    ),
    LanguageRule(
        "time.then-followed",
        rf"{UNIT}\W{{0,2}}follow[- ]?up\b",
        "A follow-up that may come after another time in the same frame.",
        "Baseline to Week 4 and 2-week follow-up",
        "follow-up at week 4",
    ),
    LanguageRule(
        "time.or-amount",
        r"\d|\b(?:daily|weekly|monthly|once|twice|every|each|orally|intraven\w+|subcutan\w+|infus\w+|inject\w+|inhal\w+)\b",
        "A sentence that may say how much, how or how often.",
        "given once daily",
        "given to people",
    ),
    LanguageRule(
        "time.later",
        r"\b(?:days|weeks?|months?|years?|apart|follow\w*|later|after|sessions|visits)\b",
        "Something is measured again, or later.",
        "two sessions a week apart",
        "at enrolment, on day 1",
    ),
    LanguageRule(
        "time.mean",
        r"\b(?:average|mean|median)\b(?!,?(?: of| to be| at)?(?: an?)?(?: average(?: of)?)? ?\d)"
        r"|\bat least\b|\bminimum\b",
        "A time that some people pass, or that others do not reach.",
        "at discharge (mean value 8 days)",
        "at discharge (day 8)",
    ),
    LanguageRule(
        "time.unread",
        rf"\d[\d.]*[^\w]{{0,3}}{UNIT}\b|\b(?:week|day|month|year)s?\W{{0,2}}\d|\b(?:19|20)\d\d\b"
        r"|\b(?:twenty|thirty|forty|fifty|sixty|ninety|hundred)\b"
        r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:[a-z-]+ )?"
        r"(?:day|week|month|year)s?\b"
        r"|\b(?:several|few|many|half a|(?<!times )(?<!once )(?<!twice )an?) (?:weeks?|months?|years?)\b",
        "A time that no other row has read.",
        "1./2. weeks",
        "Visit 3",
    ),
    flags=re.IGNORECASE,
)
