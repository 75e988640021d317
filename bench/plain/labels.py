"""Precision on groups labelled by reading: labels.jsonl ─▶ share of the schedules read that are right."""


def print_precision(found: list[object]) -> None:
    pass
