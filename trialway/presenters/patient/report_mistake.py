"""A link to report a mistake in a text, filled in with the trial, the sentence and this version."""

from urllib.parse import quote, urlencode

from trialway import __version__
from trialway.build_id import build_id

_LONGEST = 600


def report_link(address: str, number: str, sentence: str = "") -> str:
    """``address`` as the setting has it: ``mailto:`` or a page; empty when there is none."""
    if not address:
        return ""
    version = f"{__version__} ({build_id()})"
    sentence = sentence[:_LONGEST]
    if not address.startswith("mailto:"):
        return f"{address}?{urlencode({'trial': number, 'sentence': sentence, 'version': version})}"
    said = f"Sentence: {sentence}\n" if sentence else ""
    body = f"Trial: {number}\n{said}Version: {version}\n\nWhat is wrong:\n"
    subject = f"Mistake in the text on {number}"
    return f"{address}?subject={quote(subject)}&body={quote(body)}"
