"""Questions about who somebody is: age, sex, children, language."""

from trialway.fit.questions.question import Choice, Question, Unit, yes_no

NO_CHILD = (("pregnant", False), ("breastfeeding", False), ("planning_pregnancy", False))
LANGUAGES = (
    "arabic",
    "bengali",
    "chinese",
    "danish",
    "dutch",
    "english",
    "finnish",
    "french",
    "german",
    "greek",
    "hebrew",
    "hindi",
    "italian",
    "japanese",
    "korean",
    "mandarin",
    "norwegian",
    "polish",
    "portuguese",
    "russian",
    "spanish",
    "swedish",
    "turkish",
    "urdu",
    "vietnamese",
)

PERSON = (
    Question(
        name="age",
        words="How old are you?",
        told="You are {} old",
        help="Nearly every trial has a lowest age, and many have a highest.",
        variables=("age",),
        units=(Unit("year", "years"), Unit("month", "months")),
        most=120,
        whole=True,
        samples=(
            (2, 0.04),
            (9, 0.05),
            (15, 0.05),
            (24, 0.12),
            (40, 0.2),
            (54, 0.2),
            (67, 0.2),
            (77, 0.1),
            (87, 0.04),
        ),
    ),
    Question(
        name="sex",
        words="What is your sex?",
        help="Trials mean the sex in your medical record.",
        variables=("sex",),
        choices=(
            Choice("female", "Female", "Your sex is female", (("sex", "female"),), 0.5),
            Choice("male", "Male", "Your sex is male", (("sex", "male"),), 0.5),
        ),
    ),
    Question(
        name="healthy_volunteer",
        words="Do you have the illness that you are looking for trials of?",
        help="Most trials want people who have the illness. A few want healthy volunteers.",
        variables=("healthy_volunteer",),
        choices=(
            Choice("no", "Yes, I have it", "You have the illness", (("healthy_volunteer", False),), 0.95),
            Choice(
                "yes", "No, I am healthy", "You are a healthy volunteer", (("healthy_volunteer", True),), 0.05
            ),
        ),
    ),
    Question(
        name="children",
        words="Are you pregnant, breast-feeding, or planning a pregnancy?",
        help="Medicines under study could harm a baby, so most trials ask.",
        variables=("pregnant", "breastfeeding", "planning_pregnancy"),
        choices=(
            Choice(
                "none",
                "None of these",
                "You are not pregnant, not breast-feeding, and not planning a pregnancy",
                NO_CHILD,
                0.94,
            ),
            Choice("pregnant", "I am pregnant", "You are pregnant", (("pregnant", True),), 0.02),
            Choice(
                "breastfeeding",
                "I am breast-feeding",
                "You are breast-feeding",
                (("breastfeeding", True),),
                0.02,
            ),
            Choice(
                "planning",
                "I am planning a pregnancy",
                "You are planning a pregnancy",
                (("planning_pregnancy", True),),
                0.02,
            ),
        ),
        members=("pregnant", "breastfeeding", "planning_pregnancy"),
    ),
    yes_no("pregnant", "Are you pregnant?", ("You are pregnant", "You are not pregnant"), likely=0.03),
    yes_no(
        "breastfeeding",
        "Are you breast-feeding?",
        ("You are breast-feeding", "You are not breast-feeding"),
        likely=0.03,
    ),
    yes_no(
        "planning_pregnancy",
        "Are you planning a pregnancy?",
        ("You are planning a pregnancy", "You are not planning a pregnancy"),
        likely=0.05,
    ),
    yes_no(
        "contraception",
        "Would you use birth control during the trial, if you or your partner could become pregnant?",
        ("You would use birth control", "You would not use birth control"),
        likely=0.95,
        known=0.5,
    ),
    yes_no(
        "other_trial",
        "Are you taking part in another trial now?",
        ("You are taking part in another trial", "You are not taking part in another trial"),
        likely=0.05,
    ),
    # Everybody in a trial agrees first: a question for the trial team's talk, not for a form.
    yes_no(
        "consent",
        "Would you agree to take part, after all has been explained?",
        ("You would agree to take part", "You would not agree to take part"),
        likely=0.99,
        asked=False,
    ),
    Question(
        name="language",
        words="Which language do you understand best?",
        help="Some trials need people who can read their forms in a certain language.",
        variables=("language",),
        choices=tuple(
            Choice(
                name,
                name.capitalize(),
                f"You understand {name.capitalize()}",
                (("language", (name,)),),
                1 / 25,
            )
            for name in LANGUAGES
        ),
        asked=False,
    ),
)
