"""A recruitment status as a tag: the word, and the tone that repeats it in colour and shape."""

from msgspec import Struct

from trialway.presenters.registry_text import RegistryText, coded
from trialway.record import TrialRecord
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.status import STATUS

TONES = {
    "recruiting": "open",
    "available": "open",
    "by_invitation": "open",
    "not_yet_recruiting": "soon",
    "active_not_recruiting": "active",
    "temporarily_not_available": "active",
    "suspended": "stopped",
    "terminated": "stopped",
    "withdrawn": "stopped",
}
STOPPED = {"suspended", "terminated", "withdrawn"}


class Tag(Struct, frozen=True):
    words: RegistryText
    tone: str


def status_tag(status: Coded, record: TrialRecord) -> Tag:
    return Tag(coded(STATUS, status, record), TONES.get(status.code or "", "done"))
