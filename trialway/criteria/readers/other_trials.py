"""Whether somebody takes part in another study, or takes a medicine under study."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, contains_any, with_negation
from trialway.criteria.expressions import Exists

CUES = ("trial", "trials", "study", "studi", "inves", "resea", "exper", "parti")

_KIND = (
    r"(?:clinical|drug|investigational|interventional|research|therapeutic|biomedical|medical"
    r"|device|(?:breast|lung|prostate|colorectal|ovarian|gastric|bladder|kidney|liver|brain|skin) cancer"
    r"|cancer|treatment|experimental|medication|randomi[sz]ed|pharmaceutical"
    r"|similar|ongoing|concurrent|active|intervention|heart failure|product|new|different|separate"
    r"|competing|prospective|other|another|additional|and/or|or|concomitant|external)"
)
_TRIALS = re.compile(
    rf"\b(?:participat\w{{0,4}}|enrol\w{{0,5}}|involve\w{{0,4}}|taking part|take part|took part"
    rf"|taken part|inclu(?:ded|sion)|subject)\b[^.;]{{0,50}}?\b(?:in|to|into|of"
    rf"|with)? ?(?P<which>another|other|any other|an?|any|additional|different|more than one"
    rf"|concomitant|ongoing|clinical|interventional|investigational|drug|previous clinical"
    rf"|the previous clinical|concurrent)\b (?:{_KIND} ?,? ?){{0,4}}(?:trials?|stud(?:y|ies)"
    rf"|research(?! facility| site| team| staff)|protocols?)\b"
    rf"|\b(?:any |other |another |an |use of |unapproved ){{0,4}}(?:investigational|experimental"
    rf"|unregistered|non-?registered|study) (?:\w{{1,14}},? (?:or |and )?)?(?:medicinal )?(?:drugs?"
    rf"|agents?|products?|treatments?|therap(?:y|ies)|medications?|devices?|medicines?|compounds?"
    rf"|vaccines?|substances?)\b"
    rf"|\b(?:another|other|concurrent) (?:{_KIND} ?){{0,3}}(?:trials?|stud(?:y|ies)"
    rf"|research (?:study|project))\b(?! requirement| procedure| visit| assess|-related| protocol"
    rf"| parameter| observation)"
)
_NEEDLES = ("trial", "stud", "research", "protocol", "investigational", "experimental", "registered")
# "hypersensitivity to the investigational product": this study's own medicine.
_OWN = re.compile(
    r"\b(?:hypersensitiv\w{1,5}|allerg\w{1,5}|intoleran\w{1,3}|contraindicat\w{1,6}|first dose of"
    r"|last dose of|administration of|before|prior to|taking|dose of|initiation of|start of|after"
    r"|excipients? (?:of|in)|component\w? of|ingredients? of|reaction\w? to|use of an|use of the"
    r"|after|response to|receive the|received|discontinuation of|sensitivity to|washout|safety of"
    r"|first|receiving|the|this|on|dosing of|dosing with)\b(?: (?:the|any|an?|of|to|or|and|its"
    r"|excipient|ingredients|components|study|study's|other|constituents)){0,5} ?$"
)
_USE = re.compile(
    r"\b(?:us(?:e|ed|ing)|received?|receiving|taken|taking|treat\w{1,5}|treatment with"
    r"|therapy with|exposure to|administration of|intake of|participat\w{0,4}|enrol\w{1,5}|with"
    r"|dosed with|any|other|another)\b(?: [\w-]{1,16},?){0,5} ?$"
)
_TIMED = re.compile(
    r"\b(?:within|past|last|previous|prior|preceding|before|half|days|weeks|months|currently"
    r"|concurrent|concomitant|current|another|other|ongoing|during)\b"
)

# "Willing to participate in a study": this one is meant.
_THIS_ONE = re.compile(
    r"\b(?:preclude|interfere|able to|unsuitable|suitable|unable|willing\w{0,4} to"
    r"|volunt\w{2,6}|consent\w{0,3} to|consent|agree\w{0,2}|prevent\w{0,3}|ability to|capable|risk"
    r"|contraindicat\w{0,4}|compliance)\b"
)


def read(text: str) -> Iterator[RuleMatch]:
    for match in _TRIALS.finditer(text) if contains_any(text, _NEEDLES) else ():
        if _is_other(text, match):
            yield with_negation(
                text,
                match.start(),
                match.end(),
                "other trial",
                Exists(kind="other trial", variable="other_trial"),
            )
            return


def _is_other(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 110]
    own = match[0]
    if match["which"]:
        if re.search(
            r"\b(?:this|the) (?:present |current )?(?:\w{1,12} )?$", own[: own.rfind(match["which"])][-14:]
        ) or re.search(r"\bthis\b", own):
            return False
        vague = match["which"] in ("an", "a", "any", "clinical", "drug", "interventional", "investigational")
        if vague and _THIS_ONE.search(before[-60:] + own[:30]):
            return False
        return not re.search(r"\b(?:risk|preclude|interfere|prevent|forego)\b", before[-30:])
    if re.search(r"\b(?:another|other|any other|concurrent)\b", own):
        return not re.search(r"\bwash-?out", before)
    if own.startswith("study") or (
        _OWN.search(before) and not re.search(r"\b(?:another|other|any)\b", before[-14:])
    ):
        return (
            bool(
                re.search(
                    r"\b(?:received|treatment with|treated with|use of|using|receiving"
                    r"|taken)\b(?: \w{1,10}){0,2} ?$",
                    before,
                )
            )
            and bool(_TIMED.search(after))
            and not own.startswith("study")
        )
    return bool(_USE.search(before) or re.match(r" ?(?::? ?\d|within|during|in the|[<≤(])", after)) and bool(
        _TIMED.search(before + after) or own.startswith("use")
    )
