"""Whether somebody gives informed consent, or can."""

from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import Exists, Not
from trialway.criteria.readers.consent_rules import CONSENT

CUES = ("conse", "assen", "icf", "infor")

_NAMED = CONSENT["consent.named"]
_CANNOT = CONSENT.any_of("consent.cannot.")
# The consent as a date, not as a thing asked for: "aged 18 at the time of signing the consent".
_DATE = CONSENT.any_of("consent.date.")
_ASKED = CONSENT.any_of("consent.asked.")
_GIVEN = CONSENT.any_of("consent.given.")
_REFUSED = CONSENT["consent.refused-after"]


def read(text: str) -> Iterator[RuleMatch]:
    for match in _NAMED.finditer(text):
        word = (
            match.end() - len(match[0].rsplit("consent", 1)[-1]) if "consent" in match[0] else match.start()
        )
        before = text[max(0, match.start() - 90) : match.start()]
        lead = text[max(0, word - 70) : word]
        if _DATE.search(lead) and not _GIVEN.search(lead):
            continue
        if not _ASKED.search(before + match[0]):
            continue
        given = Exists(kind="consent", variable="consent")
        refused = _REFUSED.match(text[match.end() : match.end() + 34])
        cannot = _CANNOT.search(before)
        if cannot:
            # "Inability" is read; the words from it to the consent are looked at on their own.
            start = match.start() - len(before) + cannot.start()
            between = (start + len(cannot[0].split(" ")[0]), match.start())
            yield RuleMatch(start, match.end(), "consent", Not(part=given), (between,))
        else:
            yield RuleMatch(match.start(), match.end(), "consent", Not(part=given) if refused else given)
        return
