"""Who can take part, sorted for a quick look: Trial ─▶ **rules by kind** ─▶ professional page.

The words are the registry's; only their order is ours. A rule of several kinds stands under each of them, and
what nobody could sort stands last: nothing is left out.
"""

from collections.abc import Iterator

from msgspec import Struct

from trialway.criteria import Criterion, read_criteria
from trialway.presenters.criteria import every, is_only_named
from trialway.presenters.expert.eligibility import EligibilitySection, eligibility
from trialway.record import TrialRecord
from trialway.registry_text import repair, to_html
from trialway.trial import Trial

KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "Disease and markers",
        frozenset({"biomarker", "cancer spread", "measurable disease", "CNS metastases"}),
    ),
    ("Illnesses", frozenset({"condition", "stage"})),
    ("Earlier treatment", frozenset({"prior lines", "prior treatment"})),
    ("Medicines, procedures, allergies", frozenset({"medicine", "procedure", "allergy"})),
    ("Time limits", frozenset({"time window", "other trial"})),
    ("General condition", frozenset({"performance status", "life expectancy", "BMI", "CTCAE grade"})),
    (
        "Laboratory values and kidneys",
        frozenset({"laboratory value", "kidney function", "HbA1c", "Child-Pugh class"}),
    ),
    ("Heart", frozenset({"NYHA class", "LVEF", "blood pressure"})),
    ("Infections", frozenset({"infection"})),
    ("Pregnancy and contraception", frozenset({"pregnancy", "contraception"})),
    ("Age, sex, volunteers", frozenset({"age", "sex", "healthy volunteers"})),
    ("Consent, language, willingness", frozenset({"consent", "language", "compliance"})),
    ("For the study team to judge", frozenset({"judgement"})),
)
OTHER = "Other rules"
HELP = "Sorted by a program, in the registry’s words. Only the study team can say whether they fit a person."
TONES = {"inclusion": "open", "exclusion": "stopped", "unstated": "done"}
SIDES = {"inclusion": "Must", "exclusion": "Must not", "unstated": "Rule"}


class KindRule(Struct, frozen=True):
    """``side``: Must, Must not, or Rule where it does not hold for everybody or the text does not say.

    ``scope``: the registry's headings above it that narrow it; ``alternative``: one of several is enough.
    """

    side: str
    tone: str
    html: str
    scope: str = ""
    alternative: bool = False


class KindOfRules(Struct, frozen=True):
    name: str
    rules: tuple[KindRule, ...]


class RulesSection(EligibilitySection, frozen=True, kw_only=True):
    kinds: tuple[KindOfRules, ...]


def rules_by_kind(trial: Trial) -> EligibilitySection | None:
    """The section of the expert page with its rules sorted; as it is where there is no text to sort."""
    section = eligibility(trial)
    text = trial.choose(lambda record: record.eligibility.criteria or None)
    if section is None or text is None:
        return section
    kinds = tuple(_kinds(text.source.record))
    given = {name: getattr(section, name) for name in section.__struct_fields__}
    given |= {"template": "professional/rules.jinja", "help": HELP}
    return RulesSection(**given, kinds=kinds)


def _kinds(record: TrialRecord) -> Iterator[KindOfRules]:
    rules = read_criteria(record.eligibility).criteria
    told = [(rule, _told(rule)) for rule in rules]
    sorted_: list[tuple[str, list[Criterion]]] = [
        (name, [rule for rule, kinds in told if kinds & wanted]) for name, wanted in KINDS
    ]
    sorted_.append((OTHER, [rule for rule, kinds in told if not any(kinds & wanted for _, wanted in KINDS)]))
    for name, found in sorted_:
        if found:
            yield KindOfRules(name, tuple(map(_words, found)))


def _told(rule: Criterion) -> set[str]:
    """The kinds of a rule; what is only named in it, by the way, sorts it nowhere."""
    found = [finding for _, one in every((rule,)) for finding in one.findings]
    return {one.kind for one in found if not is_only_named(one)}


def _words(rule: Criterion) -> KindRule:
    """A rule with what stands under it, indented as it is nested."""
    lines = [f"{'   ' * depth}{'* ' if depth else ''}{one.text}" for depth, one in every((rule,))]
    side = "unstated" if rule.scope or rule.alternative else rule.side
    scope = repair("; ".join(rule.scope)).rstrip(" :")
    return KindRule(SIDES[side], TONES[side], to_html("\n".join(lines)), scope, rule.alternative)
