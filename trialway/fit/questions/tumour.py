"""Questions about what a tumour carries: receptors and genes, as the report of a tissue test says."""

from trialway.fit.questions.question import Choice, Question

_RECEPTOR = "The report of your tissue test (pathology) says it. Your doctor can tell you."
_GENE = "A gene test of the tumour or of blood says it. Not everybody has had one."
# How many HER2 tests say neither positive nor negative.
_LOW = 0.2
# variable → what it is called, how many are positive, how many know, where to look
_MARKERS = (
    ("her2", "HER2", 0.2, 0.8, _RECEPTOR),
    ("hormone_receptor", "hormone receptor (ER or PR)", 0.7, 0.7, _RECEPTOR),
    ("er", "oestrogen receptor (ER)", 0.7, 0.7, _RECEPTOR),
    ("pr", "progesterone receptor (PR)", 0.6, 0.6, _RECEPTOR),
    ("pd_l1", "PD-L1", 0.4, 0.4, _RECEPTOR),
    ("triple_negative", "triple-negative", 0.15, 0.8, _RECEPTOR),
    ("msi", "MSI-high (or mismatch repair deficient)", 0.1, 0.3, _GENE),
    ("brca", "BRCA", 0.1, 0.4, "A gene test of blood or of the tumour says it. Not everybody has had one."),
    ("egfr", "EGFR", 0.2, 0.4, _GENE),
    ("alk", "ALK", 0.05, 0.4, _GENE),
    ("ros1", "ROS1", 0.02, 0.3, _GENE),
    ("kras", "KRAS", 0.3, 0.3, _GENE),
    ("nras", "NRAS", 0.05, 0.3, _GENE),
    ("braf", "BRAF", 0.1, 0.3, _GENE),
    ("met", "MET", 0.05, 0.2, _GENE),
    ("ret", "RET", 0.02, 0.2, _GENE),
    ("ntrk", "NTRK", 0.01, 0.2, _GENE),
    ("pik3ca", "PIK3CA", 0.3, 0.2, _GENE),
)


def _marker(name: str, called: str, likely: float, known: float, where: str) -> Question:
    if name == "triple_negative":
        return _triple_negative(likely, known)
    gene = where != _RECEPTOR
    positive = f"Yes, a change in {called} was found" if gene else "Positive"
    negative = "No, none was found" if gene else "Negative"
    if name == "msi":
        positive, negative = "Yes", "No (stable, or mismatch repair proficient)"
    low = _LOW if name == "her2" else 0.0
    rest = 1 - likely - low
    choices = [
        Choice("positive", positive, f"Your tumour is {called} positive", ((name, "positive"),), likely),
        Choice("negative", negative, f"Your tumour is {called} negative", ((name, "negative"),), rest),
    ]
    if low:
        said = "HER2-low (the test said 1+, or 2+ without extra genes)"
        choices.insert(1, Choice("low", said, "Your tumour is HER2-low", ((name, "low"),), low))
    words = (
        f"Has your tumour a change in the {called} gene?" if gene else f"Is your tumour {called} positive?"
    )
    if name == "msi":
        words = "Is your tumour MSI-high, or mismatch repair deficient (dMMR)?"
    return Question(
        name=name, words=words, help=where, variables=(name,), choices=tuple(choices), known=known
    )


def _triple_negative(likely: float, known: float) -> Question:
    choices = (
        Choice(
            "yes", "Yes", "Your breast cancer is triple-negative", (("triple_negative", "positive"),), likely
        ),
        Choice(
            "no",
            "No",
            "Your breast cancer is not triple-negative",
            (("triple_negative", "negative"),),
            1 - likely,
        ),
    )
    return Question(
        name="triple_negative",
        words="Is your breast cancer triple-negative?",
        help="That means negative for ER, PR and HER2. " + _RECEPTOR,
        variables=("triple_negative",),
        choices=choices,
        known=known,
    )


SPREAD = Question(
    name="spread",
    words="Has the cancer spread to distant parts of the body?",
    help="Doctors call this metastatic, or stage IV. Lymph nodes close to where it began do not count.",
    variables=("spread",),
    choices=(
        Choice(
            "yes",
            "Yes",
            "Your cancer has spread to distant parts of the body",
            (("spread", "metastatic"),),
            0.35,
        ),
        Choice(
            "no",
            "No",
            "Your cancer has not spread to distant parts of the body",
            (("spread", "local"),),
            0.55,
        ),
        Choice("none", "I do not have cancer", "You do not have cancer", (("spread", "none"),), 0.1),
    ),
)
TUMOUR = (*(_marker(*each) for each in _MARKERS), SPREAD)
