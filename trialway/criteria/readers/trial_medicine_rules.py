"""Whether a medicine under study is this trial's own, and whether somebody takes it: **the table** ─▶
other_trials."""

from trialway.language_rules import LanguageRule, RuleTable

_OF_IT = (
    r"\b(?: (?:the|any|an?|of|to|or|and|its"
    r"|excipient|ingredients|components|study|study's|other|constituents)){0,5} ?$"
)
_SOME_WORDS_ON = r"\b(?: [\w-]{1,16},?){0,5} ?$"

TRIAL_MEDICINES = RuleTable(
    LanguageRule(
        "other-trial.own-medicine.reaction",
        r"\b(?:hypersensitiv\w{1,5}|allerg\w{1,5}|intoleran\w{1,3}|contraindicat\w{1,6}"
        r"|excipients? (?:of|in)|component\w? of|ingredients? of|reaction\w? to|response to"
        rf"|sensitivity to|safety of){_OF_IT}",
        "This study's own medicine, which somebody may not tolerate.",
        example="hypersensitivity to the ",
        counter_example="sensitive skin and ",
    ),
    LanguageRule(
        "other-trial.own-medicine.dose",
        r"\b(?:first dose of|last dose of|administration of|dose of|initiation of|start of"
        rf"|discontinuation of|dosing of|dosing with|washout|before|prior to|after){_OF_IT}",
        "A dose of this study's own medicine, as a point in time.",
        example="prior to the first dose of ",
        counter_example="prior use, ",
    ),
    LanguageRule(
        "other-trial.own-medicine.receipt",
        r"\b(?:taking|use of an|use of the|receive the|received|receiving|first|the|this|on)"
        rf"{_OF_IT}",
        "Somebody takes a medicine that may be this study's own.",
        example="receiving the ",
        counter_example="receipt ",
    ),
    LanguageRule(
        "other-trial.not-own",
        r"\b(?:another|other|any)\b",
        "A medicine of another study.",
        example="any other ",
        counter_example="many ",
    ),
    LanguageRule(
        "other-trial.use.taking",
        r"\b(?:us(?:e|ed|ing)|received?|receiving|taken|taking|treat\w{1,5}|treatment with"
        r"|therapy with|exposure to|administration of|intake of|dosed with|with)"
        rf"{_SOME_WORDS_ON}",
        "Somebody takes it.",
        example="treatment with ",
        counter_example="without ",
    ),
    LanguageRule(
        "other-trial.use.joining",
        rf"\b(?:participat\w{{0,4}}|enrol\w{{1,5}}|any|other|another){_SOME_WORDS_ON}",
        "Somebody takes part, or it is any of its kind.",
        example="enrolled in ",
        counter_example="the ",
    ),
    LanguageRule(
        "other-trial.use.received",
        r"\b(?:received|treatment with|treated with|use of|using|receiving|taken)\b(?: \w{1,10}){0,2} ?$",
        "Somebody took it, though it looks like this study's own.",
        example="received the ",
        counter_example="hypersensitivity to ",
    ),
    LanguageRule(
        "other-trial.use.when",
        r" ?(?::? ?\d|within|during|in the|[<≤(])",
        "How long ago stands behind.",
        example=" within 30 days",
        counter_example=" or placebo",
    ),
)
