"""Whether a time looks back, is a duration or is to come: **the table** ─▶ look_behind."""

from trialway.criteria.readers.duration_rules import BACK
from trialway.language_rules import LanguageRule, RuleTable

LOOK_BEHIND = RuleTable(
    LanguageRule(
        "window.after",
        r" ?(?:\([^)]{1,30}\) )?(?:after|following|post|from the (?:end|last|date)|of (?:starting"
        r"|initiat|complet|finish|discontinu|birth|diagnos|therap|stopping)|from now"
        r"|since the last dose)\b",
        "A time that begins at something.",
        example=" after the last dose",
        counter_example=" before the last dose",
    ),
    LanguageRule(
        "window.not.future",
        r"\b(?:plan(?:s|ned|ning)?|will|anticipat\w{1,4}|expect\w{0,3}|intend\w{0,3}|going to|likely"
        r"|scheduled|intention|after (?:the )?(?:last|final)|following the|next|at least|up to|agree\w{0,2}"
        r"|remain|until|willing|risk (?:of|for)|intent|to undergo"
        r"|(?:allow|start|begin) (?:initiation of )?(?:study|trial|protocol))\b(?: [\w/-]{1,15}){0,6} ?$",
        "Something planned, expected or agreed to.",
        example="plans to be treated ",
        counter_example="was treated ",
    ),
    LanguageRule(
        "window.not.steady-for",
        r"\b(?:stable|unchanged|constant|stability|no changes?|without changes?|remained"
        r"|maintain\w{0,3}|consecutive|duration|for|over|at|lasting)\b(?: [\w/'-]{1,15}){0,7} (?:for"
        r"|over|≥)? ?$",
        "How long something has been steady or has lasted.",
        example="on a stable dose for ",
        counter_example="on a new drug ",
    ),
    LanguageRule(
        "window.denied",
        r"(?<!that is )(?<!that are )(?<!which is )(?<!which are )\b(?:no|not|never|(?<![a-z] )without"
        r"|free (?:of|from)|absence of|cannot|none)\b(?! (?:only|including"
        r"|limited|controlled|been controlled|adequately|on the market|yet|approved|licensed|marketed))"
        r"(?:(?! (?:and(?! blood\b)|but|unless|who|which|if|or that"
        r"|(?<!treated )(?<!nor )(?<!therapy )(?<!treatment )with)\b)"
        r" [\w/().'-]{1,24}){0,9}(?:, [\w -]{1,30}){0,3} ?\(?$",
        "It did not happen in that time.",
        example="has not received chemotherapy ",
        counter_example="that is not controlled ",
    ),
    LanguageRule(
        "window.denied-after",
        r"[^.;]{0,70}\b(?:not|no|never)\b",
        '"Within 2 weeks before therapy, have not received …": the denial comes after.',
        example=", have not received antibiotics",
        counter_example=", have received antibiotics",
    ),
    LanguageRule(
        "window.backward",
        r"\b(?:past|last|prior|previous|preceding)\b",
        "A word that looks back.",
        example="the last 3 months",
        counter_example="lasting 3 months",
    ),
    LanguageRule(
        "window.points",
        rf"\b(?:within|in|during|{BACK})\b",
        "A word that makes a window of a time.",
        example="during the 3 months",
        counter_example="for 3 months",
    ),
    LanguageRule(
        "window.steady",
        r"\bstab(?:le|ility)\b|\bwithout\b[^.;]{0,30}progress",
        "How long an illness has been steady.",
        example="without evidence of progression",
        counter_example="with progression",
    ),
    LanguageRule(
        "window.before-follows",
        r" ?(?:prior|before|ago)",
        "What the time is counted back from follows.",
        example=" prior to enrolment",
        counter_example=" of treatment",
    ),
    LanguageRule(
        "window.no-change",
        r"\b(?:no|without)\b (?:\w{1,12} ){0,2}changes?\b|\bstable (?:symptoms|condition|medical"
        r"|clinical)\b|\bstable\b[^,;]{0,30}\btherapy\b|\bunchanged\b"
        r"|\bstable (?:dos\w{1,4}|or \w{2}creasing)\b",
        '"No changes in the last 6 months": how long something has been steady.',
        example="no medication changes in ",
        counter_example="changes of medication in ",
    ),
    LanguageRule(
        "window.to-come",
        r"^(?:\w{1,12} ){0,3}(?:likely|expected|anticipated) to (?:receive|undergo|need|require|have)\b"
        r"[^;.]{0,160}$|\b(?:within|in) the initial\b"
        r"|^[^,;]{0,30}\b(?:plan(?:s|ning)? to|intends? to|scheduled (?:to|for)|planned)\b(?!.{0,90}\b(?:or"
        r"|and/or) (?:\w{1,12} )?(?:had|has|received|underwent|within)\b)[^,;]{0,90}$",
        "A treatment that is to come.",
        example="is likely to need a transplant within ",
        counter_example="likely had a stroke within ",
    ),
    LanguageRule(
        "window.bracket",
        r"\([^()]{1,120}\)",
        "What stands in brackets denies nothing outside them.",
        example="(not including aspirin)",
        counter_example="not including aspirin",
    ),
    LanguageRule(
        "window.unless",
        r"\b(?:unless|except)\b",
        "An exception.",
        example="unless stopped ",
        counter_example="less than ",
    ),
    LanguageRule(
        "window.ended",
        r"\b(?:no|not|free|discontinu\w{1,4}|stopp\w{1,3}|abstain\w{0,3}|completed|last|received|ended"
        r"|finished|off|withdrawn|withheld|wash-? ?out(?: period)?)\b",
        "Something that ended, or did not happen.",
        example="discontinued for ",
        counter_example="continued for ",
    ),
    LanguageRule(
        "window.abstained",
        r"\b(?:no|not|free|discontinu\w{1,4}|stopp\w{1,3}|abstain\w{0,3}|off|withdrawn|withheld"
        r"|wash-? ?out)\b",
        "Something left off.",
        example="off treatment for ",
        counter_example="completed treatment for ",
    ),
    LanguageRule(
        "window.not.promised",
        r"\b(?:willing\w{0,4}|agree\w{0,5}|able|unable|refus\w{1,3}|inability|ability|instructed|asked"
        r"|advised)\b"
        r"(?: \w{1,12}){0,4}? (?:abstain|refrain|avoid|fast|stop|discontinue|withhold|forgo|undergo"
        r"|comply)\b",
        "What somebody is ready to do, or may do later, tells of no time past.",
        example="willing to abstain from alcohol",
        counter_example="has abstained from alcohol",
    ),
    LanguageRule(
        "window.not.duty",
        r"\b(?:contracepti\w{1,4}|birth control|condoms?|agree\w{0,2}|donat\w{1,4}|abstinen\w{1,2}|throughout"
        r"|(?:entire|whole|during (?:the )?(?:\w{1,14} )?)(?:study|trial|treatment|intervention|period))\b",
        '"For at least 6 months after the last dose": a duty, mostly of contraception.',
        example="must use contraception ",
        counter_example="must use crutches ",
    ),
    LanguageRule(
        "window.not.excepted",
        r"\b(?:unless|except(?:ions?)?(?: (?:of|for))? (?:if|when|patients|subjects|participants|those)"
        r"|(?:not|n't) include)\b(?:(?! and )[^,;]){0,90}$",
        'What an exception names, nobody is asked about: "unless stopped 4 weeks before".',
        example="unless stopped for ",
        counter_example="stopped for ",
    ),
    LanguageRule(
        "window.from-then",
        r"\b(?:after|following|from)\b",
        "The time runs on from something.",
        example="6 months after the last dose",
        counter_example="6 months before the first dose",
    ),
    LanguageRule(
        "window.not.took",
        r"\b(?:resolv\w{1,4}|subsid\w{1,4}|heal(?:ed|ing|s)?|disappear\w{0,3}|recover\w{0,3}|return\w{0,3}"
        r"|completed?)(?: \w{1,12})? $",
        '"Not resolving within 72 hours": how long it took.',
        example="not resolving ",
        counter_example="not resolute ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "window.not.duration",
        r"\bduration of (?:[\w-]{1,16} ){1,4}?(?:must be|is|of|has been) (?:≤|<)? ?$",
        '"Duration of ventilation must be less than 72 hours": a length.',
        example="duration of ventilation must be ",
        counter_example="duration of ventilation ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "window.not.of-stability",
        r" of (?:clinical(?:ly)? )?stab",
        '"≥ 4 weeks of stable function": a length.',
        example=" of clinically stable disease",
        counter_example=" of standard therapy",
    ),
    LanguageRule(
        "window.not.stable-before",
        r"\bstable\b(?: (?!with\b|and\b|or\b|who\b|without\b|angina\b)[\w±/.-]{1,15}){0,5} ?$",
        "Words of being stable close before the time.",
        example="stable doses of diuretics ",
        counter_example="stable angina ",
    ),
    LanguageRule(
        "window.not.stable-for",
        r"\bstable\b",
        "Stable for a time: a length.",
        example="stable diuretics ",
        counter_example="unstable angina ",
    ),
)
