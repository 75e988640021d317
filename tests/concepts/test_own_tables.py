"""A table that was changed by hand and is wrong says which line and what to write."""

import pytest

from trialway.concepts.own_tables import context_rules, own_concepts, stop_names
from trialway.errors import ConceptsDamaged

HEAD = "id\tkind\tpreferred\tlay\tnames\tbroader\n"


def table(folder, name, *lines):
    (folder / f"{name}.tsv").write_text("# words\n" + "".join(lines))


def test_rows_are_read_with_their_lists(tmp_path):
    table(tmp_path, "markers", HEAD, "# more\n", "\n", "gene:x\tgene\tX\tthe X\tXX | X-1\tgene:y | gene:z\n")

    (row,) = own_concepts(tmp_path)

    assert row.names == ("XX", "X-1")
    assert row.broader == ("gene:y", "gene:z")
    assert row.members == ()


def test_a_class_may_name_its_members(tmp_path):
    table(
        tmp_path, "medicine_classes", HEAD.rstrip() + "\tmembers\n", "class:x\tclass\tX\t\t\t\t*pril | abcd\n"
    )

    assert own_concepts(tmp_path)[0].members == ("*pril", "abcd")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("gene:x\tgene\tX\n", r"markers\.tsv, line 3: 3 cells, and the table has 6 or 7; use tabs"),
        ("gene:x\tgenes\tX\t\t\t\n", r"markers\.tsv, line 3: ‘genes’ is no kind; write one of condition"),
        ("gene:x\tgene\t\t\t\t\n", r"markers\.tsv, line 3: a concept needs an id and a preferred name"),
        (
            "gene:a\tgene\tA\t\t\t\ngene:a\tgene\tB\t\t\t\n",
            r"line 4: the id ‘gene:a’ stands in markers\.tsv, line 3",
        ),
    ],
)
def test_a_wrong_row_of_concepts_is_told(tmp_path, row, message):
    table(tmp_path, "markers", HEAD, row)

    with pytest.raises(ConceptsDamaged, match=message):
        own_concepts(tmp_path)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("weight\tall\t\n", r"stop_list\.tsv, line 3: write the name, the kinds and the reason"),
        (
            "weight\tillness\tA measure\n",
            r"stop_list\.tsv, line 3: ‘illness’ is no kind; write all, or some of",
        ),
    ],
)
def test_a_wrong_row_of_the_stop_list_is_told(tmp_path, row, message):
    table(tmp_path, "stop_list", "name\tkinds\treason\n", row)

    with pytest.raises(ConceptsDamaged, match=message):
        stop_names(tmp_path)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("PD\tall\tsometimes\tPD\tpd\n", r"context\.tsv, line 3: ‘sometimes’ is no rule"),
        ("PD\tall\tnot_before:(\tPD\tpd\n", r"context\.tsv, line 3: the pattern ‘\(’ cannot be read"),
    ],
)
def test_a_wrong_rule_of_context_is_told(tmp_path, row, message):
    table(tmp_path, "context", "name\tkinds\trule\texample\tnear miss\n", row)

    with pytest.raises(ConceptsDamaged, match=message):
        context_rules(tmp_path)


def test_rules_say_for_which_kinds_or_concept_they_are(tmp_path):
    table(
        tmp_path,
        "context",
        "name\tkinds\trule\texample\tnear miss\n",
        "PD\tall\tas_typed\tPD\tpd\n",
        "PD\tcondition,gene\tas_typed\tPD\tpd\n",
        "PD\tgene:pd-1\tas_typed\tPD\tpd\n",
    )

    assert [rule.only_for for rule in context_rules(tmp_path)] == [
        frozenset(),
        frozenset({"condition", "gene"}),
        frozenset({"gene:pd-1"}),
    ]


def test_the_shipped_tables_are_whole():
    assert own_concepts()
    assert stop_names()
    assert context_rules()
