"""Questions about what has been: treatments, and how long ago something happened."""

from trialway.fit.questions.question import Choice, Question, Unit

# event → the question, and how it is repeated with a time; how many people it ever happened to.
_EVENTS = (
    (
        "investigational_treatment",
        "When did you last take part in another trial, or take a medicine under study?",
        "You last took part in another trial, or took a medicine under study,",
        0.1,
    ),
    (
        "live_vaccine",
        "When did you last have a live vaccine (such as yellow fever, or measles, mumps and rubella)?",
        "You last had a live vaccine",
        0.3,
    ),
    ("vaccine", "When did you last have a vaccine of any kind?", "You last had a vaccine", 0.8),
    ("transplant", "When did you last have a transplant?", "Your last transplant was", 0.02),
    ("major_surgery", "When did you last have a major operation?", "Your last major operation was", 0.5),
    ("surgery", "When did you last have an operation?", "Your last operation was", 0.6),
    ("radiotherapy", "When did you last have radiotherapy?", "Your last radiotherapy was", 0.3),
    ("chemotherapy", "When did you last have chemotherapy?", "Your last chemotherapy was", 0.3),
    (
        "blood_transfusion",
        "When did you last have a blood transfusion?",
        "Your last blood transfusion was",
        0.2,
    ),
    ("blood_donation", "When did you last give blood?", "You last gave blood", 0.3),
    ("heart_attack", "When did you last have a heart attack?", "Your last heart attack was", 0.1),
    ("stroke", "When did you last have a stroke?", "Your last stroke was", 0.05),
    (
        "hospital_stay",
        "When were you last in hospital for this illness?",
        "You were last in hospital for it",
        0.4,
    ),
    (
        "heart_procedure",
        "When did you last have a procedure or operation on the arteries of your heart?",
        "Your last procedure on the arteries of the heart was",
        0.1,
    ),
    (
        "systemic_steroids",
        "When did you last take steroids as tablets or by injection?",
        "You last took steroids",
        0.3,
    ),
)
# "Another cancer" and the like are asked of the trial team: what counts differs from trial to trial.
_TIMES = (
    Unit("week", "weeks ago"),
    Unit("day", "days ago"),
    Unit("month", "months ago"),
    Unit("year", "years ago"),
)
_MONTH, _YEAR = 30.4375, 365.25


def _event(name: str, words: str, told: str, likely: float) -> Question:
    ago = ((10.0, 0.1), (45.0, 0.2), (5 * _MONTH, 0.3), (3 * _YEAR, 0.4))
    return Question(
        name=f"days_since:{name}",
        words=words,
        told=told + " {}",
        help="About is good enough.",
        variables=(f"days_since:{name}",),
        units=_TIMES,
        most=100 * 52,
        never=told.removesuffix(",") + ": never",
        known=0.8,
        samples=(*((days, share * likely) for days, share in ago), (float("inf"), 1 - likely)),
    )


def treatment(name: str, *, asked: bool = True) -> Question:
    """Whether somebody has had a treatment that a rule names; the name is the registry's."""
    variable = f"prior_treatment:{name}"
    return Question(
        name=variable,
        words="Have you had this treatment before?",
        theirs=name,
        help="If you have had one that is like it but has another name, say that you do not know.",
        variables=(variable,),
        choices=(
            Choice("yes", "Yes", "You have had this treatment before", ((variable, True),), 0.3),
            Choice("no", "No", "You have not had this treatment before", ((variable, False),), 0.7),
        ),
        known=0.7,
        asked=asked,
    )


PAST = (
    Question(
        name="prior_lines",
        words="How many lines of treatment have you had for this illness?",
        told="You have had {} for this illness",
        help="A new line starts when treatment is changed because the illness came back or grew. "
        "If you have had none yet, write 0.",
        variables=("prior_lines",),
        units=(Unit("", "lines of treatment"),),
        most=30,
        whole=True,
        known=0.8,
        samples=((0, 0.3), (1, 0.3), (2, 0.2), (3, 0.1), (5, 0.1)),
    ),
    *(_event(*each) for each in _EVENTS),
)
