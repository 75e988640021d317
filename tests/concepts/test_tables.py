"""The tables of concepts that Trialway holds itself: every row is whole, every id and name stands once, and
every rule of context counts its example and keeps its near miss out."""

import re
from collections import Counter
from pathlib import Path

import pytest

TABLES = Path(__file__).parents[2] / "trialway" / "concepts" / "tables"
KINDS = {
    "markers": {"gene", "marker"},
    "procedures": {"procedure"},
    "stages": {"stage"},
    "symptoms": {"symptom"},
    "medicine_classes": {"class"},
}
ALL_KINDS = {"condition", "medicine"}.union(*KINDS.values())
COLUMNS = ["id", "kind", "preferred", "lay", "names", "broader"]


def read_table(name):
    """The rows of a table as dicts, in order; comments and the header are left out."""
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(row) == len(header) for row in rows), (
        f"{name}.tsv has a row with other columns than its header"
    )
    return [dict(zip(header, row, strict=True)) for row in rows]


def parts(cell):
    return cell.split(" | ") if cell else []


def names_of(row):
    """What stands for the concept in text: the preferred name and the others, not the lay description."""
    return [row["preferred"], *parts(row["names"])]


def folded(name):
    """How two spellings of one name come to be the same: case, dashes and spaces; a sign at the end stays."""
    return re.sub(r"[\s–‐-]+(?=.)", " ", name.casefold())


CONCEPTS = {name: read_table(name) for name in KINDS}
EVERY_CONCEPT = [row for rows in CONCEPTS.values() for row in rows]
STOPPED = read_table("stop_list")
CONTEXTS = read_table("context")
AS_TYPED = {
    (row["name"], kind) for row in CONTEXTS if row["rule"] == "as_typed" for kind in row["kinds"].split(",")
}


@pytest.mark.parametrize(
    ("name", "at_least"),
    [("markers", 300), ("procedures", 300), ("stages", 60), ("symptoms", 150), ("medicine_classes", 150)],
)
def test_a_table_has_its_columns_and_rows(name, at_least):
    rows = CONCEPTS[name]

    assert list(rows[0]) == COLUMNS + (["members"] if name == "medicine_classes" else [])
    assert len(rows) >= at_least


@pytest.mark.parametrize("name", KINDS)
def test_a_row_has_a_kind_of_its_table_and_an_id_that_says_the_kind(name):
    for row in CONCEPTS[name]:
        assert row["kind"] in KINDS[name], row
        assert re.fullmatch(rf"{row['kind']}:[a-z0-9]+(-[a-z0-9]+)*", row["id"]), row


def test_an_id_stands_once():
    assert not [key for key, count in Counter(row["id"] for row in EVERY_CONCEPT).items() if count > 1]


def test_no_cell_is_padded_and_none_that_must_be_filled_is_empty():
    for row in EVERY_CONCEPT:
        assert row["preferred"], row
        listed = [name for column in list(row)[4:] for name in parts(row[column])]
        assert all(listed), row
        cells = [row["preferred"], row["lay"], *listed]
        assert all(cell == cell.strip() and "|" not in cell for cell in cells), row


def test_a_broader_concept_exists_and_none_lies_below_itself():
    broader = {row["id"]: parts(row["broader"]) for row in EVERY_CONCEPT}
    for key, directly_above in broader.items():
        seen, above = set(), set(directly_above)
        while above:
            assert above <= broader.keys(), f"{key} names {above - broader.keys()}, which no table has"
            assert key not in above, f"{key} lies below itself"
            seen |= above
            above = {top for each in above for top in broader[each]} - seen


@pytest.mark.parametrize("name", KINDS)
def test_a_name_stands_for_one_concept_of_its_kind(name):
    owners = {}
    for row in CONCEPTS[name]:
        for spelling in {folded(each) for each in names_of(row)}:
            owners.setdefault((row["kind"], spelling), []).append(row["id"])

    assert not {key: ids for key, ids in owners.items() if len(ids) > 1}


def test_a_name_of_two_kinds_is_told_apart_by_its_letters():
    owners = {}
    for row in EVERY_CONCEPT:
        for name in names_of(row):
            owners.setdefault(folded(name), {})[row["id"]] = (name, row["kind"])
    for shared in (by_id for by_id in owners.values() if len(by_id) > 1):
        assert set(shared.values()) <= AS_TYPED, shared
        assert len({name for name, _ in shared.values()}) == len(shared), shared


def test_a_row_does_not_repeat_a_name():
    for row in EVERY_CONCEPT:
        spellings = [name.casefold() for name in names_of(row)]
        assert len(spellings) == len(set(spellings)), row


def test_a_lay_name_has_no_comma_and_is_not_the_preferred_name_again():
    for row in EVERY_CONCEPT:
        assert "," not in row["lay"], row
        assert row["lay"].casefold() != row["preferred"].casefold(), row


def test_a_member_with_a_star_has_enough_letters_to_mean_one_class():
    for row in CONCEPTS["medicine_classes"]:
        for member in parts(row["members"]):
            if "*" in member:
                assert member.count("*") == 1, row
                assert member == "*mab" or len(member.replace("*", "").strip()) > 3, row


@pytest.mark.parametrize(
    ("medicine", "expected", "others"),
    [
        ("telmisartan", "class:arb", "class:era"),
        ("aprocitentan", "class:era", "class:arb"),
        ("bexagliflozin", "class:sglt2-inhibitor", "class:tzd"),
        ("evogliptin", "class:dpp4-inhibitor", "class:glp1-agonist"),
        ("pembrolizumab", "class:monoclonal-antibody", "class:tki"),
    ],
)
def test_a_stem_brings_a_medicine_into_its_class(medicine, expected, others):
    classes = {
        row["id"]
        for row in CONCEPTS["medicine_classes"]
        for member in parts(row["members"])
        if re.fullmatch(re.escape(member).replace(r"\*", ".+"), medicine)
    }

    assert expected in classes
    assert others not in classes


@pytest.mark.parametrize(
    "medicine", ["cocaine", "myosin", "aripiprazole", "stanozolol", "teduglutide", "tofacitinib"]
)
def test_a_stem_does_not_take_what_only_ends_alike(medicine):
    taken = [
        row["id"]
        for row in CONCEPTS["medicine_classes"]
        for member in parts(row["members"])
        if "*" in member and re.fullmatch(re.escape(member).replace(r"\*", ".+"), medicine)
    ]

    assert taken == []


def test_a_stopped_name_stands_once_with_kinds_and_a_reason():
    assert len(STOPPED) >= 250
    assert list(STOPPED[0]) == ["name", "kinds", "reason"]
    assert len({row["name"] for row in STOPPED}) == len(STOPPED)
    for row in STOPPED:
        assert row["name"] == row["name"].strip().lower() != "", row
        assert row["kinds"] == "all" or set(row["kinds"].split(",")) <= ALL_KINDS, row
        assert len(row["reason"]) > 10, row


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("body weight", "condition"),
        ("parents", "condition"),
        ("combined", "condition"),
        ("alanine aminotransferase", "medicine"),
        ("hbsag", "medicine"),
        ("cow's milk", "medicine"),
        ("all", "condition"),
        ("no", "medicine"),
        ("mum", "medicine"),
        ("down", "condition"),
        ("numb", "procedure"),
        ("aid", "condition"),
    ],
)
def test_what_was_seen_to_be_wrong_is_stopped(name, kind):
    row = next(row for row in STOPPED if row["name"] == name)

    assert row["kinds"] == "all" or kind in row["kinds"].split(",")


def test_a_stopped_name_is_no_concept_of_that_kind_unless_its_letters_tell_it_apart():
    held = {(name.lower(), row["kind"]): name for row in EVERY_CONCEPT for name in names_of(row)}
    for row in STOPPED:
        for kind in ALL_KINDS if row["kinds"] == "all" else row["kinds"].split(","):
            name = held.get((row["name"], kind))
            assert name is None or (name, kind) in AS_TYPED, (
                f"{row['name']} is stopped as a {kind} and is one"
            )


def test_a_stopped_name_with_a_rule_of_context_has_the_rule_as_typed():
    stopped = {row["name"]: row["kinds"].split(",") for row in STOPPED}
    for row in CONTEXTS:
        for kind in row["kinds"].split(","):
            kinds = stopped.get(row["name"].lower(), [])
            assert not {"all", kind} & set(kinds) or (row["name"], kind) in AS_TYPED, row


def places_of(name, text):
    """The spans where ``name`` stands as a word of ``text``, in any case of letters; behind a sign at its end
    a letter may follow."""
    end = r"(?![A-Za-z0-9])" if name[-1].isalnum() else ""
    return list(re.finditer(rf"(?<![A-Za-z0-9]){re.escape(name)}{end}", text, re.IGNORECASE))


def holds(row, text, place):
    """Whether the row's rule lets the name count at ``place``."""
    rule, _, pattern = row["rule"].partition(":")
    if rule == "as_typed":
        return place[0] == row["name"]
    side, beside = rule.split("_")
    if beside == "before":
        found = re.match(pattern, text[place.end() :], re.IGNORECASE)
    else:
        found = re.search(f"(?:{pattern})$", text[: place.start()], re.IGNORECASE)
    return bool(found) == (side == "only")


def counts(row, text):
    """Whether the row lets its name count somewhere in ``text``."""
    return any(holds(row, text, place) for place in places_of(row["name"], text))


def test_a_rule_of_context_has_kinds_and_a_pattern_that_finds_more_than_nothing():
    assert len(CONTEXTS) >= 120
    assert list(CONTEXTS[0]) == ["name", "kinds", "rule", "example", "near_miss"]
    for row in CONTEXTS:
        rule, _, pattern = row["rule"].partition(":")
        assert set(row["kinds"].split(",")) <= ALL_KINDS, row
        assert rule in {"as_typed", "not_before", "not_after", "only_before", "only_after"}, row
        assert (rule == "as_typed") == (pattern == ""), row
        assert not pattern or not re.fullmatch(pattern, ""), row


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['name']}-{row['rule']}") for row in CONTEXTS])
def test_a_rule_of_context_counts_its_example_and_not_its_near_miss(row):
    assert counts(row, row["example"])
    assert places_of(row["name"], row["near_miss"]), "the near miss has to hold the name"
    assert not counts(row, row["near_miss"])


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['name']}-{row['rule']}") for row in CONTEXTS])
def test_an_example_counts_by_all_rules_of_its_name_and_kind(row):
    for other in CONTEXTS:
        if other["name"] == row["name"] and set(other["kinds"].split(",")) & set(row["kinds"].split(",")):
            assert counts(other, row["example"]), other["rule"]
