"""How other studies and medicines under study are written, and which trial is meant: **the table** ─▶
other_trials."""

from trialway.language_rules import LanguageRule, RuleTable

_KIND = (
    r"(?:clinical|drug|investigational|interventional|research|therapeutic|biomedical|medical"
    r"|device|[a-z]{4,14} (?:cancer|disease|failure)"
    r"|cancer|treatment|experimental|medication|randomi[sz]ed|pharmaceutical"
    r"|similar|ongoing|concurrent|active|intervention|product|new|different|separate"
    r"|competing|prospective|other|another|additional|and/or|or|concomitant|external)"
)
OTHER_TRIALS = RuleTable(
    LanguageRule(
        "other-trial.named.joining",
        rf"\b(?:participat\w{{0,4}}|enrol\w{{0,5}}|involve\w{{0,4}}|taking part|take part|took part"
        rf"|taken part|inclu(?:ded|sion)|subject)\b[^.;]{{0,50}}?\b(?:in|to|into|of"
        rf"|with)? ?(?P<which>another|other|any other|an?|any|additional|different|more than one"
        rf"|concomitant|ongoing|clinical|interventional|investigational|drug|previous clinical"
        rf"|the previous clinical|concurrent)\b (?:{_KIND} ?,? ?){{0,4}}(?:trials?|stud(?:y|ies)"
        rf"|research(?! facility| site| team| staff)|protocols?)\b",
        "Taking part in a study; the group says which.",
        example="participation in another clinical trial",
        counter_example="participation in sports",
    ),
    LanguageRule(
        "other-trial.named.medicine",
        r"\b(?:any |other |another |an |use of |unapproved ){0,4}(?:investigational|experimental"
        r"|unregistered|non-?registered|study) (?:\w{1,14},? (?:or |and )?)?(?:medicinal )?(?:drugs?"
        r"|agents?|products?|treatments?|therap(?:y|ies)|medications?|devices?|medicines?|compounds?"
        r"|vaccines?|substances?)\b",
        "A medicine under study.",
        example="any other investigational medicinal product",
        counter_example="investigational site staff",
    ),
    LanguageRule(
        "other-trial.named.study",
        rf"\b(?:another|other|concurrent) (?:{_KIND} ?){{0,3}}(?:trials?|stud(?:y|ies)"
        rf"|research (?:study|project))\b(?! requirement| procedure| visit| assess|-related| protocol"
        rf"| parameter| observation)",
        "Another study.",
        example="concurrent clinical trials",
        counter_example="other study procedures",
    ),
    LanguageRule(
        "other-trial.timed",
        r"\b(?:within|past|last|previous|prior|preceding|before|half|days|weeks|months|currently"
        r"|concurrent|concomitant|current|another|other|ongoing|during)\b",
        "A time, or that it is another one.",
        example="within 30 days",
        counter_example="at any dose",
    ),
    LanguageRule(
        "other-trial.this-one.ability",
        r"\b(?:able to|unsuitable|suitable|unable|ability to|capable|compliance)\b",
        "Who could take part in this study.",
        example="unable to participate in a study",
        counter_example="availability",
    ),
    LanguageRule(
        "other-trial.this-one.wish",
        r"\b(?:willing\w{0,4} to|volunt\w{2,6}|consent\w{0,3} to|consent|agree\w{0,2})\b",
        "Who wants to take part in this study.",
        example="willing to participate in a clinical trial",
        counter_example="unwilling",
    ),
    LanguageRule(
        "other-trial.this-one.hindrance",
        r"\b(?:preclude|interfere|prevent\w{0,3}|risk|contraindicat\w{0,4})\b",
        "What keeps somebody out of this study.",
        example="that would preclude participation in a trial",
        counter_example="interferon",
    ),
    LanguageRule(
        "other-trial.this-one.said-just-before",
        r"\b(?:this|the) (?:present |current )?(?:\w{1,12} )?$",
        "This study, by the words before which one.",
        example="in the current ",
        counter_example="in another ",
    ),
    LanguageRule(
        "other-trial.this-one.said",
        r"\bthis\b",
        "This study.",
        example="participation in this or any trial",
        counter_example="participation in another trial",
    ),
    LanguageRule(
        "other-trial.of-another",
        r"\b(?:another|other|any other|concurrent)\b",
        "It is said that it is another.",
        example="another investigational drug",
        counter_example="an investigational drug",
    ),
)
