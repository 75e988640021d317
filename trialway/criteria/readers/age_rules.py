"""How ages are written, and what only looks like one: **the table of the reader of ages** ─▶ age."""

from trialway.language_rules import LanguageRule, RuleTable

_UNIT = r"(?:years?|yrs?|y/?o|y\.?o\.?|y|months?|mos?|weeks?|wks?|days?)"
_OLD = r"(?: ?-?old\b| of age\b| in age\b| olds\b| age\b|\b)"
SPELLED_AGES = {
    "sixteen": 16.0,
    "seventeen": 17.0,
    "eighteen": 18.0,
    "nineteen": 19.0,
    "twenty": 20.0,
    "twenty-one": 21.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "sixty-five": 65.0,
    "seventy": 70.0,
    "seventy-five": 75.0,
    "eighty": 80.0,
}
_SPELLED = "|".join(sorted(SPELLED_AGES, key=len, reverse=True))
# "18 (eighteen) years", "eighteen (18) years": said twice.
_NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d)?|(?:{_SPELLED})(?![a-z-])(?: ?\(\d{{1,3}}\))?"
    r"|(?:one|two|three|four|five|six|twelve)(?=[ -](?:years?|months?|weeks?)\b))"
    r"(?: ?\([a-z]{3,9}(?:[ -][a-z]{3,5})?\)(?= ?(?:y|-)))?"
)

AGE = RuleTable(
    LanguageRule(
        "age.range",
        rf"(?P<sign1>[≥>])? ?(?P<low>{_NUMBER})(?! ?%| ?kg| ?mg| ?g\b| ?/) ?(?P<unit1>{_UNIT})?{_OLD}(?: "
        rf"?\(?inclusive\)?)?"
        rf"(?: ?(?:-|to|through|until|,? and|,|up to|/)) ?(?:age )?(?P<sign2>[≤<])? "
        rf"?(?P<high>{_NUMBER})(?! ?%| ?kg| ?mg| ?/) ?-?(?P<unit2>{_UNIT})?{_OLD}",
        "From one age to another.",
        example="aged 18 to 65 years",
        counter_example="18 mg/kg to 65 years",
    ),
    LanguageRule(
        "age.or-older",
        rf"(?P<value>{_NUMBER}) ?-?(?P<unit>{_UNIT})?{_OLD},? ?(?:\(?(?:or|and|&)/? ?(?:or )?(?P<way>older"
        rf"|over|above|more|up|upwards?|greater|elder|younger|under|below|less|≥|≤)\b(?: in age)?|\+)",
        "An age and its side behind it.",
        example="18 years of age or older",
        counter_example="18 years or diagnosed later",
    ),
    LanguageRule(
        "age.bound",
        rf"(?P<sign>[≥≤><]) ?(?:the age of |an age of |ages? (?:of )?|of )?(?P<value>{_NUMBER})(?! ?%| ?kg"
        rf"| ?m[gm]|[.,]?\d| ?/ ?\d) ?-?(?P<unit>{_UNIT})?(?P<old>{_OLD})",
        "A sign and an age.",
        example="age ≥ 18 years",
        counter_example="weight ≥ 18 kg",
    ),
    LanguageRule(
        "age.from",
        rf"\b(?:from|minimum age(?: of (?:patients|participants|subjects))?(?: of| is|:)?"
        rf"|starting (?:at|from)|since) (?P<value>{_NUMBER}) ?-?(?P<unit>{_UNIT}){_OLD}",
        "An age from which on somebody can take part.",
        example="minimum age of 18 years",
        counter_example="minimum weight of 18",
    ),
    LanguageRule(
        "age.from-birth",
        rf"\bbirth (?:to|through|until|up to|and|-|≤) ?(?P<value>{_NUMBER}) ?-?(?P<unit>{_UNIT}){_OLD}",
        "From birth to an age.",
        example="from birth to 12 months",
        counter_example="birth weight ≤ 12 kg",
    ),
    LanguageRule(
        "age.infants-before",
        r"\b(?:infants?|neonates?|newborns?|babies)(?: (?:who are|aged?|between|from|of))? ?$",
        "Infants, whose number of weeks or months is their age.",
        example="infants aged ",
        counter_example="infants fed for ",
    ),
    LanguageRule(
        "age.word",
        r"\b(?:age[ds]?|years?[ -]old|of age|years old)\b",
        "Words of age.",
        example="65 years old",
        counter_example="agent of the year",
    ),
    LanguageRule(
        "age.word-and-its-aside",
        r"\bage[ds]?\b[^,;.]{0,20}$",
        "A word of age close before the number, in the same clause.",
        example="age at diagnosis ",
        counter_example="age, time since diagnosis ",
    ),
    LanguageRule(
        "age.word-before",
        r"\bage[ds]?\b[^.;]{0,25}$",
        "A word of age before the number.",
        example="age of the patient, ",
        counter_example="age; weight ",
    ),
    LanguageRule(
        "age.word-just-before",
        r"\bage[ds]?\b[^.;0-9]{0,25}$",
        "A word of age before the number, and no other number in between.",
        example="aged between ",
        counter_example="age ≥ 18 with > ",
    ),
    LanguageRule(
        "age.word-follows",
        r" ?(?:of age|old\b|years of age|age)",
        "A word of age behind the number.",
        example=" years of age",
        counter_example=" years of smoking",
    ),
    LanguageRule(
        "age.lead",
        r"(?:\b(?:age[ds]?|between|from|range|ranging|of|at|is|the|years?|ages)\b[:, (=]{0,2}){1,5}$",
        "The words that lead to the number and belong to what was read.",
        example="patients aged between ",
        counter_example="patients who weigh ",
    ),
    LanguageRule(
        "age.number-with-years",
        r"(?:\d\)?|teen|ty) ?-?(?:years?|yrs?|y\b)",
        "A number of years.",
        example="18 yrs",
        counter_example="18 months",
    ),
    LanguageRule(
        "age.years-follow",
        r" ?(?:years|yrs)\b",
        "The unit stands behind what was read.",
        example=" years",
        counter_example=" months",
    ),
    LanguageRule(
        "age.short-years",
        r"\d ?-?y",
        "Years in the short form: the one way to tell an age without a word of age.",
        example="≥18y",
        counter_example="≥18 kg",
    ),
    LanguageRule(
        "age.goes-on",
        r"(?:\b(?:and|but|or|to)|[,-]) ?$",
        "The number goes on from one before it.",
        example="age ≥ 18 and ",
        counter_example="age ≥ 18 with ",
    ),
    LanguageRule(
        "age.other.illness",
        r"\b(?:onset|diagnos\w{0,6}|duration|history|since|disease|symptoms|survival"
        r"|expectancy)\b",
        "How long an illness lasts, when it began, how long somebody will live.",
        example="onset of symptoms before ",
        counter_example="symptomatic adults ",
    ),
    LanguageRule(
        "age.other.treatment",
        r"\b(?:therapy|treatment|follow-?up|interval|time|visit|within|last|past|previous|every|stable|per"
        r"|experience)\b",
        "Times of treatment and of visits.",
        example="stable treatment for ",
        counter_example="treated adults ",
    ),
    LanguageRule(
        "age.other.reproduction",
        r"\b(?:gestation\w{0,3}|menopaus\w{0,5}|menarche|postmenopausal|amenorrh\w{0,6}|pregnan\w{0,5}"
        r"|weeks of|follicle)\b",
        "Weeks of a pregnancy, and years since the last bleeding.",
        example="gestational age ",
        counter_example="women of any age ",
    ),
    LanguageRule(
        "age.other.relative",
        r"\b(?:partners?|parents?|caregivers?|guardians?|relative|sibling|father|mother|donor"
        r"|assent|living)\b",
        "The age of somebody else.",
        example="donor age ",
        counter_example="donated at age ",
    ),
    LanguageRule(
        "age.other.measure",
        r"\b(?:bmi|weight|weigh\w{0,3}|height|score|fev1?|hba1c|ecog|formula|difference"
        r"|smok\w{0,4})\b",
        "Another measure.",
        example="weight ",
        counter_example="lightweight ",
    ),
    LanguageRule(
        "age.other.condition",
        r"\b(?:who are|if|for|least)\b",
        "A limit for some, or a stretch of time.",
        example="if ",
        counter_example="iffy ",
    ),
    LanguageRule(
        "age.not.of-a-measure",
        r"\b(?:scores?|karnofsky|lansky|ecog|weigh\w{0,4}|bmi|body mass index|height|counts?|fev1|dose)\b"
        r"[^,;]{0,20}$",
        '"Participants < 16 years of age or Karnofsky score ≥ 50": the number is of the score.',
        example="or karnofsky score ",
        counter_example="karnofsky score, and age ",
    ),
    LanguageRule(
        "age.not.of-other-people",
        r"\b(?:in|for) (?:the )?(?:participants|patients|subjects|children|those|individuals|young people)"
        r"(?: who)?(?: are| is)?(?: aged?)? ?$|\bin (?:the )?case of\b[^.;,]{0,30}$"
        r"|\brisk factors?\b[^.;]{0,60}$"
        r"|\bif(?: the)?(?: \w{1,12})? ?\(?(?:aged?|ages)? ?$",
        '"In the case of participants under 18", "risk factors (age over 55)": a rule for some.',
        example="no data in patients ",
        counter_example="all patients ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "age.not.at-diagnosis",
        r",? ?\(?(?:at|when|upon) (?:the )?(?:time of )?(?:initial |first )?(?:diagnos|onset)",
        "The age at which an illness was found.",
        example=" at the time of initial diagnosis",
        counter_example=" at the time of consent",
    ),
    LanguageRule(
        "age.not.of-relatives",
        r"\b(?:for aged|caregivers?|carers?|partners?|parents?|guardians?|donors?|mothers?|fathers?|siblings?"
        r"|relatives?)\b[^.;,]{0,25}$",
        "The age of a carer, a partner, a donor.",
        example="caregivers must be ",
        counter_example="caregivers agree; patients ",
    ),
    LanguageRule(
        "age.not.fertility",
        r"amenorrh|sterile|child-?bearing|menopausal (?:\w{1,8} )?(?:(?:are|is) )?defined|menopausal and"
        r"|menopause",
        "The age from which on a woman counts as postmenopausal.",
        example="women of childbearing potential",
        counter_example="women of any age",
    ),
    LanguageRule(
        "age.not.menopause-after",
        r"[^.;,]{0,30}(?:considered? (?:to be )?post-?menop"
        r"|(?:and|with) (?:amenorrh|no (?:natural )?menses))",
        '"Under 50 years old would be considered postmenopausal", "over 55 years old and no menses".',
        example=" and no natural menses for a year",
        counter_example=" and no contraception",
    ),
    LanguageRule(
        "age.not.limit-for-some",
        r"\d ?(?:pg|ng|mg|g|u)/[^;]{0,60}\b(?:if|in|for|when)(?: (?:persons|patients|those|subjects|people"
        r"|individuals|aged?|are|is)){0,4} ?$|\bassent\b[^.;]{0,120}$",
        '"BNP > 900 pg/mL in persons 51-75 years old", "assent of those aged 6 to 17".',
        example="bnp > 900 pg/ml in persons ",
        counter_example="persons ",
    ),
    LanguageRule(
        "age.people-who-cannot-bear-children",
        r"(?:(?:is|an?|healthy|adult|males?|females?|men|women|or|and|participants?|subjects?|patients?|of"
        r"|who|are|volunteers?),? ){1,10}non-?child-?bearing potential(?: \([a-z]{1,10}\))?,? ?"
        r"(?:and |who are |must be )?(?:aged?|between|ages|from)\b[^.;]{0,12}$",
        '"Men or women of non-childbearing potential, aged 20 to 70 years" says who can join.',
        example="men or women of non-childbearing potential, aged ",
        counter_example="women of childbearing potential, aged ",
    ),
    LanguageRule(
        "age.not.event",
        r"\b(?:onset|diagnosed|gestational|bone)\b",
        "The age at an event, of a pregnancy or of bones.",
        example="diagnosed at ",
        counter_example="a diagnosis at ",
    ),
    LanguageRule(
        "age.not.followed-by-a-length",
        r" ?(?:life|history|since|must have (?:an? )?(?:karnofsky|lansky|ecog|who|performance)"
        r"|of (?:disease|onset|diagnosis)|of gest|post|after|before|ago|prior|duration)",
        "What follows makes a length of time or another measure of it.",
        example=" of disease duration",
        counter_example=" of age",
    ),
)
