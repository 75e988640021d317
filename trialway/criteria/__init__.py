"""Eligibility text read into criteria, and judged against answers in three values. Plain Python; no web,
no store.

criteria = read_criteria(record.eligibility)
verdict = evaluate(criteria, {"age": 54, "sex": "female", "pregnant": False})
verdict.outcome      # "may fit", "does not seem to fit" or "not sure"
verdict.against      # the rules that the answers fail, each with its quote
"""

from trialway.criteria.answers import Answer, Answers, Quantity
from trialway.criteria.evaluate import Judgement, Verdict, evaluate
from trialway.criteria.model import Conflict, Criteria, Criterion, Finding, Stated
from trialway.criteria.read_criteria import read_criteria, read_text

__all__ = [
    "Answer",
    "Answers",
    "Conflict",
    "Criteria",
    "Criterion",
    "Finding",
    "Judgement",
    "Quantity",
    "Stated",
    "Verdict",
    "evaluate",
    "read_criteria",
    "read_text",
]
