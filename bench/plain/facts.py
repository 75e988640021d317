"""Fact coverage."""


def print_facts(found: list[object]) -> None:
    pass
