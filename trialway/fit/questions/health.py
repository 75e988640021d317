"""Questions about how somebody is: what they can do, infections, where a cancer has spread."""

from trialway.fit.questions.question import Choice, Question, Unit, yes_no

INFECTIONS = ("hiv", "hepatitis_b", "hepatitis_c")
_NAMES = {"hiv": "HIV", "hepatitis_b": "hepatitis B", "hepatitis_c": "hepatitis C"}
_ECOG = (
    ("0", "I can do everything that I did before I was ill", 0.3),
    ("1", "Hard physical work is difficult, but I can do light work at home or in an office", 0.4),
    ("2", "I look after myself but cannot work; I am up for more than half of the day", 0.2),
    ("3", "I need some help, and am in bed or a chair for more than half of the day", 0.08),
    ("4", "I need help with everything, and am in bed or a chair all day", 0.02),
)
_NYHA = (
    ("1", "Ordinary activity does not make me short of breath or tired", 0.2),
    ("2", "Ordinary activity, such as stairs, makes me short of breath or tired", 0.4),
    ("3", "Light activity, such as getting dressed, makes me short of breath or tired", 0.3),
    ("4", "I am short of breath even when I rest", 0.1),
)


def _graded(name: str, scale: str, grades: tuple[tuple[str, str, float], ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(code, words, f"{scale} {code}: “{words}”", ((name, code),), likely)
        for code, words, likely in grades
    )


def _infection(name: str) -> Question:
    called = _NAMES[name]
    choices = (
        Choice("no", "No", f"You do not have {called}", ((name, False),), 0.95),
        Choice("active", "Yes, and it is active", f"You have active {called}", ((name, "active"),), 0.02),
        Choice(
            "inactive",
            "Yes, but it is not active now",
            f"You have {called} that is not active",
            ((name, "inactive"),),
            0.02,
        ),
        Choice("yes", "Yes, but I do not know if it is active", f"You have {called}", ((name, True),), 0.01),
    )
    return Question(name=name, words=f"Do you have {called}?", variables=(name,), choices=choices, known=0.85)


def _spread(name: str, words: str, told: str) -> Question:
    choices = (
        Choice("no", "No", f"You do not have {told}", ((name, False),), 0.85),
        Choice(
            "treated",
            "Yes, it was treated and gives no symptoms",
            f"You have {told}; it was treated and gives no symptoms",
            ((name, ("treated", "asymptomatic")),),
            0.05,
        ),
        Choice(
            "untreated",
            "Yes, and it was not treated",
            f"You have {told}; it was not treated",
            ((name, ("untreated",)),),
            0.05,
        ),
        Choice("yes", "Yes, but I do not know more", f"You have {told}", ((name, True),), 0.05),
    )
    return Question(name=name, words=words, variables=(name,), choices=choices, known=0.8)


HEALTH = (
    Question(
        name="ecog",
        words="Which of these describes you best?",
        help="Doctors call this the ECOG performance status. Your trial doctor may judge it differently.",
        variables=("ecog",),
        choices=_graded("ecog", "ECOG", _ECOG),
        known=0.9,
    ),
    Question(
        name="nyha",
        words="If you have heart failure, which of these describes you best?",
        help="Doctors call this the NYHA class. Your trial doctor may judge it differently.",
        variables=("nyha",),
        choices=_graded("nyha", "NYHA", _NYHA),
        known=0.7,
    ),
    Question(
        name="child_pugh",
        words="If you have liver disease, which Child-Pugh class did a doctor tell you?",
        help="It says how well the liver works: A is best, C is worst.",
        variables=("child_pugh",),
        choices=tuple(
            Choice(
                letter.lower(),
                f"Class {letter}",
                f"Your Child-Pugh class is {letter}",
                (("child_pugh", letter),),
                likely,
            )
            for letter, likely in (("A", 0.6), ("B", 0.3), ("C", 0.1))
        ),
        stage="results",
        known=0.2,
    ),
    Question(
        name="infections",
        words="Have you ever been told that you have HIV, hepatitis B or hepatitis C?",
        help="Some medicines under study can wake up an infection. You can leave this out.",
        variables=INFECTIONS,
        choices=(
            Choice(
                "none",
                "No, none of them",
                "You have none of HIV, hepatitis B, hepatitis C",
                tuple((name, False) for name in INFECTIONS),
                0.93,
            ),
            Choice(
                "some", "Yes, one or more", "You have one or more of HIV, hepatitis B, hepatitis C", (), 0.07
            ),
        ),
        members=INFECTIONS,
        known=0.85,
    ),
    *map(_infection, INFECTIONS),
    _spread("cns_metastases", "Has a cancer spread to your brain?", "cancer that has spread to the brain"),
    _spread(
        "leptomeningeal_disease",
        "Has a cancer spread to the lining of your brain or spinal cord?",
        "cancer in the lining of the brain or spinal cord",
    ),
    yes_no(
        "measurable_disease",
        "Has a doctor said that your disease can be measured on scans?",
        ("Your disease can be measured on scans", "Your disease cannot be measured on scans"),
        likely=0.7,
        known=0.4,
    ),
    # Nobody should have to answer this on a web page; a doctor's data may hold it.
    Question(
        name="life_expectancy",
        words="How long do your doctors expect you to live?",
        told="Life expectancy: {}",
        variables=("life_expectancy",),
        units=(Unit("month", "months"), Unit("week", "weeks"), Unit("year", "years"), Unit("day", "days")),
        asked=False,
    ),
)
