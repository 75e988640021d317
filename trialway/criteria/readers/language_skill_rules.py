"""How it is asked that somebody speaks or reads a language: **the table** ─▶ language."""

from trialway.language_rules import LanguageRule, RuleTable

_NAMES = (
    r"(?:english|spanish|french|german|dutch|chinese|mandarin|cantonese|japanese|italian"
    r"|portuguese|turkish|swedish|danish|norwegian|finnish|arabic|korean|hebrew|hindi|thai|greek"
    r"|polish|russian)"
)
_SKILL = (
    r"(?:speak\w{0,3}|read(?:ing|s)?|writ(?:e|ing|ten)|understand\w{0,3}|comprehen\w{1,6}"
    r"|fluen\w{1,3}|proficien\w{1,3}|communicat\w{1,5}|spoken|conversant|knowledge|literate"
    r"|literacy|command|native|speakers?|use|participate|answer|complete)"
)
_SAME_CLAUSE = r"\b[^.;,]{0,60}$"

LANGUAGE_SKILLS = RuleTable(
    LanguageRule(
        "language.skill.speaker",
        rf"\b(?P<non>non-? ?)?{_NAMES}[ -](?:speak\w{{0,3}}|language|literate|proficien\w{{1,3}}"
        rf"|fluency|fluent)",
        "People who speak a language, or do not.",
        example="non-english speaking",
        counter_example="english patients",
    ),
    LanguageRule(
        "language.skill.in",
        rf"\b{_SKILL}\b[^.;]{{0,45}}?\b(?:in |the "
        rf"|of )?{_NAMES}\b(?! (?:society|guidelines?|medicine|patent|version))(?: language)?",
        "A skill, and the language that it is one of.",
        example="read and write in spanish",
        counter_example="use of chinese medicine",
    ),
    LanguageRule(
        "language.skill.barrier",
        r"\b(?P<barrier>language[ -](?:barriers?|problems?|difficult\w{1,4}|impairment|deficit)s?"
        r"|(?:local |national )?language (?:proficiency|skills)|linguistic barriers?|(?:speak"
        r"|understand|read|fluent in)[^.;]{0,25} language)",
        "A language that has no name, or what stands between somebody and it.",
        example="language barrier",
        counter_example="language therapy",
    ),
    LanguageRule(
        "language.skill.in-english",
        r"\bin english language\b",
        "The language alone.",
        example="in english language",
        counter_example="in the english literature",
    ),
    LanguageRule(
        "language.name",
        rf"\b{_NAMES}\b",
        "A language by its name.",
        example="english or spanish",
        counter_example="local language",
    ),
    LanguageRule(
        "language.more-names",
        rf"(?: language)?(?:(?:,? or|,? and|,|/|and/or) ?{_NAMES}){{1,5}}",
        "Further languages: one of those named is enough.",
        example=" or spanish",
        counter_example=" or writing",
    ),
    LanguageRule(
        "language.cannot.not",
        rf"\b(?:not|no|non|without|do not|does not|cannot){_SAME_CLAUSE}",
        "Somebody does not.",
        example="does not ",
        counter_example="does ",
    ),
    LanguageRule(
        "language.cannot.unable",
        rf"\b(?:un(?:able|willing)|inability|difficult\w{{0,4}}|barrier|problems?){_SAME_CLAUSE}",
        "Somebody cannot.",
        example="unable to ",
        counter_example="able to ",
    ),
    LanguageRule(
        "language.cannot.poor",
        rf"\b(?:lack(?:ing)?|insufficient|poor|poorly|inadequate|limited){_SAME_CLAUSE}",
        "Somebody cannot well enough.",
        example="insufficient ability to ",
        counter_example="sufficient ability to ",
    ),
    # No record of the samples has it; registries plainly use the wording.
    LanguageRule(
        "language.denied-inside",
        r"\bnot\b|\bpoor\b",
        "The words between skill and language deny it.",
        example="understand not english",
        counter_example="understand english",
    ),
    LanguageRule(
        "language.barrier-inside",
        r"barrier|problem|difficult|impairment|deficit",
        "What stands between somebody and a language.",
        example="language problems",
        counter_example="language skills",
    ),
    LanguageRule(
        "language.other-subject",
        r"medicine|guideline|social security|literature|herb|edition|society",
        "Something of a country that is no skill.",
        example="chinese herbal medicine",
        counter_example="chinese speakers",
    ),
    LanguageRule(
        "language.form-before",
        r"(?:consent|form)[^.;]{0,20}$",
        "The language of a form.",
        example="consent form written ",
        counter_example="able to read ",
    ),
    LanguageRule(
        "language.ability-before",
        r"able|abil",
        "Somebody can read the form.",
        example="able to read the consent form ",
        counter_example="signed consent form ",
    ),
)
