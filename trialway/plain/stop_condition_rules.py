"""The ends of a treatment in an "until" clause: **the table of plain words** ─▶ stop_conditions."""

import re

from trialway.language_rules import RuleTable
from trialway.plain.plain_words_rule import PlainWordsRule


def _whole(name: str, pattern: str, words: str, example: str, counter_example: str) -> PlainWordsRule:
    """A row that matches nothing but the whole part: a closed table, never a guess."""
    return PlainWordsRule(
        f"stop.{name}",
        f"^(?:{pattern})$",
        f"{words.capitalize()}.",
        example,
        counter_example,
        words=words,
    )


STOP_CONDITIONS_ROWS = (
    _whole(
        "progression",
        r"(?:confirmed |documented |radiographic |objective |clinical |first )*(?:disease|"
        r"tumou?r|cancer)?[ -]?progress(?:ion|es|ive disease)(?: of (?:the )?(?:disease|"
        r"cancer))?(?: per recist(?: v?(?:ersion)? ?1\.1)?)?|pd|progressive disease|"
        r"their disease progresses|the (?:disease|cancer|tumou?r) (?:progresses|gets worse)",
        "the illness gets worse",
        example="documented disease progression",
        counter_example="disease progression or death",
    ),
    _whole(
        "side-effects",
        r"(?:an? )?(?:unacceptable|intolerable|unmanageable|excessive|prohibitive|"
        r"limiting)(?: or \w+)? (?:drug[- ]related )?(?:toxicit(?:y|ies)|adverse events?|"
        r"side effects?)|intolerability|intolerance",
        "side effects become too strong",
        example="unacceptable toxicity",
        counter_example="toxicity",
    ),
    # No record of the samples has it; registries plainly use the wording.
    _whole(
        "withdrawal",
        r"(?:patient |subject |participant )?withdraw(?:al|"
        r"s)(?: of)?(?: informed)?(?: (?:consent|from (?:the )?(?:study|"
        r"trial)))?(?: by (?:the )?(?:patient|participant|subject))?|"
        r"consent (?:is )?withdraw(?:n|al)|(?:patient|participant|subject) (?:refusal|"
        r"withdrawal|decision|choice)",
        "the person wants to stop",
        example="withdrawal of consent",
        counter_example="withdrawal of the drug",
    ),
    _whole(
        "death",
        r"death|death from any cause",
        "death",
        example="death from any cause",
        counter_example="cot death",
    ),
    _whole(
        "end-of-trial",
        r"(?:study|trial) (?:termination|closure|completion|end|"
        r"discontinuation)(?: by (?:the )?sponsor)?|(?:the )?end of (?:the )?(?:study|trial)|"
        r"the (?:study|trial) (?:ends|is stopped|is terminated)|"
        r"termination of (?:the )?(?:study|trial)",
        "the trial ends",
        example="study termination by the sponsor",
        counter_example="end of the week",
    ),
    # No record of the samples has it; registries plainly use the wording.
    _whole(
        "doctor",
        r"(?:investigator|physician|doctor)(?:'s|s)? (?:decision|discretion|judgement|"
        r"judgment)(?: to (?:stop|discontinue|withdraw))?|"
        r"(?:the )?investigator decides to stop",
        "the doctor decides to stop",
        example="investigator's decision",
        counter_example="investigator visit",
    ),
    # No record of the samples has it; registries plainly use the wording.
    _whole(
        "lost",
        r"loss to follow[- ]?up|lost to follow[- ]?up",
        "the person can no longer be reached",
        example="lost to follow-up",
        counter_example="follow-up",
    ),
    # No record of the samples has it; registries plainly use the wording.
    _whole(
        "another-treatment",
        r"(?:the )?start of (?:a )?(?:new|another) (?:anti-?cancer|cancer) (?:therapy|"
        r"treatment)",
        "the person starts another treatment for the cancer",
        example="start of a new anti-cancer therapy",
        counter_example="start of therapy",
    ),
    _whole(
        "relapse",
        r"(?:disease )?(?:recurrence|relapse)(?: of disease)?",
        "the illness comes back",
        example="disease recurrence",
        counter_example="recurrence of pain",
    ),
)
STOP_CONDITIONS = RuleTable(*STOP_CONDITIONS_ROWS, flags=re.IGNORECASE)
