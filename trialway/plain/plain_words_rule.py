"""A row of the tables that turn a registry's wording into plain words: a rule and the words for it.

``route_rules.py``, ``outcome_measure_rules.py`` and ``stop_condition_rules.py`` hold such rows.
"""

from trialway.language_rules import LanguageRule


class PlainWordsRule(LanguageRule, frozen=True, kw_only=True):
    """``words`` are what a patient reads in place of what the pattern matches."""

    words: str
