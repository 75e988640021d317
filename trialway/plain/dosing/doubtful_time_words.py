"""Words of time, order and change that could change a schedule: **rows by class** ─▶ unparsed_time_words.

``dosing.doubt.rhythm.`` is another rhythm and counts against every schedule; ``dosing.doubt.order.``
counts against days of a cycle and weeks between doses, ``dosing.doubt.spare.`` against single days and
doses.
"""

import re

from trialway.language_rules import LanguageRule, RuleTable
from trialway.plain.dosing.harmless_time_words import LONG, NUMBER, SHORT


def _words(rule_id: str, alternatives: str, meaning: str, example: str, counter_example: str) -> LanguageRule:
    return LanguageRule(rule_id, rf"(?<![\w-])(?:{alternatives})(?!\w)", meaning, example, counter_example)


DOUBTS = RuleTable(
    _words(
        "dosing.doubt.rhythm.how-often",
        r"(?<!at )(?<!\w-)(?:each|every|weekly|monthly|yearly|annual\w*|fortnight\w*|nightly|hourly|twice"
        r"|thrice|bid|tid|qid|qd|qod|qw|q\d\w*)",
        "Another word of how often.",
        "then weekly",
        "bi-weekly",
    ),
    _words(
        "dosing.doubt.rhythm.at-most",
        r"(?:as needed|on demand|prn|(?:no|not) more (?:than|often than)|at most)(?=,? (?:no|not|once"
        r"|twice|one|two"
        r"|three|\d|every|per))",
        "Not as often as it says, but no more often.",
        "as needed, no more than once a day",
        "once a day",
    ),
    _words(
        "dosing.doubt.rhythm.encouraged",
        r"encouraged|recommended|advised",
        "What people are asked to do, and not what they get.",
        "encouraged to use it daily",
        "used daily",
    ),
    _words("dosing.doubt.rhythm.daily", "daily", "Every day.", "or 10 mg daily", "once-daily"),
    _words(
        "dosing.doubt.rhythm.once",
        r"once(?! (?:a|an|the|they|it|patients?|participants?|subjects?|steady|stable|tolerated"
        r"|randomi[sz]ed)\b)",
        'One time, unless it means "as soon as".',
        "given once at screening",
        "once the patient is stable",
    ),
    _words(
        "dosing.doubt.rhythm.n-times",
        rf"{NUMBER} (?:times|x)(?! the)",
        "So many times.",
        "repeated 3 times",
        "3 times the upper limit",
    ),
    _words(
        "dosing.doubt.rhythm.alternating",
        r"alternat\w*|intermittent\w*|pulse\w*",
        "In turn, or in pulses.",
        "on an intermittent schedule",
        "continuous",
    ),
    _words(
        "dosing.doubt.rhythm.pause",
        r"rest|off|paus\w+|interrupt\w*|breaks?",
        "A pause.",
        "followed by a rest",
        "the remaining rests",
    ),
    _words(
        "dosing.doubt.rhythm.cycle",
        r"cycles?|courses?|C\d+(?:D\d+)?",
        "Cycles that were not read.",
        "from C2D1 on",
        "cyclophosphamide",
    ),
    _words(
        "dosing.doubt.rhythm.day",
        r"days? ?#?-?\d+|D\d+|odd|even",
        "Days that were not read.",
        "on day -7",
        "in 7 days",
    ),
    _words(
        "dosing.doubt.rhythm.weekday",
        r"weekdays|weekends?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?",
        "Days of the week.",
        "every Monday and Thursday",
        "every midweek",
    ),
    _words(
        "dosing.doubt.rhythm.single",
        r"single|one[- ]time",
        "One dose.",
        "a one-time infusion",
        "singles",
    ),
    _words(
        "dosing.doubt.rhythm.on-off-brief",
        r"\d+ ?[wd](?:eeks?|ays?)? ?/ ?\d+ ?[wd](?:eeks?|ays?)?",
        "On and off in the short form.",
        "sunitinib 4w/2w",
        "4 mg/2 ml",
    ),
    _words(
        "dosing.doubt.rhythm.later-choice",
        r"eligible (?:for|to)|re-?randomi[sz]ed",
        "What somebody may get later.",
        "re-randomised to placebo",
        "randomised to placebo",
    ),
    _words(
        "dosing.doubt.rhythm.n-periods",
        rf"{NUMBER} (?:[\w-]+ )?(?:periods|rounds|blocks|sessions)",
        "Several stretches of time.",
        "two treatment periods",
        "the treatment period",
    ),
    _words(
        "dosing.doubt.order.part-of-trial",
        r"periods?|parts?|portions?|phases?|stages?|cohorts?|sequen\w+|cross(?:ed|ing|es)?[- ]?over|switch\w*"
        r"|wash-?outs?|run-?in|lead-?in",
        "Parts of the trial.",
        "in the lead-in phase",
        "partial response",
    ),
    _words(
        "dosing.doubt.order.then",
        r"then|thereafter|subsequent\w*|next|first|second|third|fourth|last|initial\w*|afterwards?|later",
        "What comes first and what comes after.",
        "at the initial visit",
        "15 seconds",
    ),
    _words(
        "dosing.doubt.order.stage-of-treatment",
        r"induction|consolidation|maintenance|loading|prim\w+ dose|boosters?|re-?treat\w*|crossover|remain\w*"
        r"|intervals?",
        "Stages of a treatment.",
        "as consolidation",
        "induced",
    ),
    _words(
        "dosing.doubt.order.numbered",
        r"(?:weeks?|months?|years?|visits?|doses?|arms?) ?#?-?\d+|arms? [A-Z]",
        "Numbered weeks, visits, doses and arms.",
        "from week 12",
        "12 weeks",
    ),
    _words(
        "dosing.doubt.order.steps",
        r"step\w*|ramp\w*|titrat\w*|up-?titrat\w*|taper\w*",
        "A dose that goes up or down by steps.",
        "titrated to effect",
        "up-dosing",
    ),
    _words(
        "dosing.doubt.order.maybe",
        r"schedules?|regimens?|optional\w*|except|unless|if|may|might|repeat\w*|additional\w*|another|extra",
        "What holds for some, sometimes, or again.",
        "may be repeated",
        "mayo clinic",
    ),
    _words(
        "dosing.doubt.order.frequency",
        r"frequen\w+|until|when|vari\w+",
        "How often and until when, in words that were not read.",
        "when the platelets recover",
        "whenever",
    ),
    _words(
        "dosing.doubt.spare.before-after",
        r"after|before|prior|followed|following|while|during|up to|at least|at most",
        "Before, after and during something.",
        "after surgery",
        "aftercare",
    ),
    _words(
        "dosing.doubt.spare.counted",
        r"doses|injections|infusions|days|weeks|months|years|maximum|max|multiple|minimum|total",
        "How many, how long, and the most of it.",
        "multiple doses",
        "dose",
    ),
    _words(
        "dosing.doubt.spare.change",
        r"escalat\w*|ascending|increas\w*|decreas\w*|reduc\w*|adjust\w*|divided|split|extension"
        r"|open[- ]label",
        "A dose that changes or is divided.",
        "in ascending doses",
        "undivided",
    ),
    _words(
        "dosing.doubt.spare.time",
        rf"{NUMBER}[ -]?{SHORT}|{NUMBER}[ -]?{LONG}",
        "Any number with a unit of time.",
        "after 2 hours",
        "2 hourglasses",
    ),
    _words(
        "dosing.doubt.spare.depends",
        r"accord\w*|based|depend\w*|rang\w*",
        "What hangs on something else.",
        "depending on response",
        "independent",
    ),
    LanguageRule(
        "dosing.parted.sequence",
        r"\b(?:sequen(?:ce|tial)\w*|cross(?:ed|ing|es)?[- ]?over|alternat\w*)\b",
        "One after the other, or in turn.",
        "sequential treatment",
        "consequence",
    ),
    LanguageRule(
        "dosing.parted.period",
        r"\b(?:(?:treatment |study |dosing )?periods|(?:period|part|stage|step) (?:\d|[A-D]|I{1,3})\b"
        r"|wash-?out|run-?in|lead-?in|step-?up|priming)\b",
        "Parts of a trial, by number or by name.",
        "in part B of the study",
        "in part of the study",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "dosing.parted.n-doses",
        r"\b(?:two|three|four|[2-9]) (?:single[- ])?(?:doses|injections|infusions|administrations"
        r"|treatments)\b",
        "Several doses of it.",
        "two single doses of 50 mg",
        "dose 2",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "dosing.then",
        r"\b(?:then|thereafter|followed|after which|switch\w*)\b",
        "Something else comes after.",
        "until week 12, then placebo",
        "until week 12 and strengthened",
    ),
    flags=re.IGNORECASE,
)
