"""How the bench counts annotated entities that findings touch, on a made-up text with its annotations."""

import csv
import io
import tarfile
from pathlib import Path

import pytest
import zstandard

from bench.criteria.leaf import draw, match_entities, match_entity, print_tally, tally
from bench.leaf_annotations import Entity, entities
from trialway.criteria.expressions import Exists, Expression, Not
from trialway.criteria.model import Finding

TEXT = (
    "Inclusion Criteria:\n - No history of HIV infection\n - Severe asthma\n"
    "Exclusion Criteria:\n - Pregnancy\n - Previous radiotherapy\n"
)


class Narrowed(Expression, frozen=True, kw_only=True, tag="narrowed"):
    """Something that is so, as an expression with ``where`` and ``who`` says it."""

    where: tuple[str, ...] = ()
    who: str = "patient"


def note(number: int, label: str, words: str, text: str = TEXT) -> str:
    start = text.index(words)
    return f"T{number}\t{label} {start} {start + len(words)}\t{words}"


NOTES = "\n".join(
    (
        note(1, "Condition", "HIV infection"),
        note(2, "Condition", "asthma"),
        note(3, "Condition", "Pregnancy"),
        note(4, "Procedure", "radiotherapy"),
        note(5, "Negation", "No"),
        note(6, "Severity", "Severe"),
        "E1\tCondition:T1 Name:T1",
        "A1\tPolarity E1 negated",
    )
)


def pack(file: Path, **members: str) -> Path:
    """A packed tar of members, ``NCT00000001_txt="…"``."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for name, words in members.items():
            info = tarfile.TarInfo(f"lct/batch1/{name.replace('_', '.')}")
            info.size = len(words.encode())
            tar.addfile(info, io.BytesIO(words.encode()))
    file.write_bytes(zstandard.ZstdCompressor().compress(packed.getvalue()))
    return file


@pytest.fixture
def archive(tmp_path):
    return pack(
        tmp_path / "annotated.tar.zst", NCT00000001_txt=TEXT, NCT00000001_ann=NOTES, read_me="Not a text"
    )


def entity(label: str, words: str, text: str) -> Entity:
    start = text.index(words)
    return Entity("NCT00000001", text, label, start, start + len(words))


def finding(kind: str, words: str, text: str, expression: object = None) -> Finding:
    start = text.index(words)
    return Finding(
        kind=kind,
        start=start,
        end=start + len(words),
        expression=expression or Exists(kind=kind, variable="x"),
    )


def is_touched(label: str, words: str, found: Finding, text: str) -> bool:
    return match_entity(entity(label, words, text), [found]).finding is not None


def test_entities_are_those_of_the_labels_asked_for_with_their_words(archive):
    found = list(entities(archive, "Condition", "Severity"))

    assert [(one.label, one.words, one.number) for one in found] == [
        ("Condition", "HIV infection", "NCT00000001"),
        ("Condition", "asthma", "NCT00000001"),
        ("Condition", "Pregnancy", "NCT00000001"),
        ("Severity", "Severe", "NCT00000001"),
    ]


def test_an_entity_in_pieces_goes_from_the_first_to_the_last(tmp_path):
    text = "liver or kidney failure"
    file = pack(tmp_path / "pieces.tar.zst", a_txt=text, a_ann="T1\tCondition 0 5;16 23\tliver failure")

    assert [one.words for one in entities(file, "Condition")] == [text]


def test_what_is_read_of_a_text_is_counted_by_label(archive):
    total = tally(match_entities(archive))

    assert total.entities == {"Condition": 3, "Procedure": 1, "Negation": 1, "Severity": 1}
    assert (total.any_finding["Condition"], total.right["Condition"]) == (3, 3)
    assert (total.right["Procedure"], total.right["Negation"], total.right["Severity"]) == (1, 1, 1)


def test_a_finding_of_another_kind_touches_an_entity_but_not_in_its_role():
    text = "Pregnancy"
    match = match_entity(entity("Drug", "Pregnancy", text), [finding("pregnancy", "Pregnancy", text)])

    assert (match.any_finding, match.finding) == (True, None)


@pytest.mark.parametrize(("kind", "new"), [("condition", True), ("infection", False)])
def test_only_a_kind_made_for_such_entities_counts_as_new(kind, new):
    text = "HIV infection"
    match = match_entity(entity("Condition", text, text), [finding(kind, text, text)])

    assert (match.finding is not None, match.of_new_kind) == (True, new)


def test_of_several_findings_that_of_a_new_kind_is_shown():
    text = "HIV infection"
    both = [finding("infection", text, text), finding("condition", text, text)]

    assert match_entity(entity("Condition", text, text), both).finding == both[1]


@pytest.mark.parametrize(
    ("text", "where", "touched"),
    [
        ("severe asthma", ("severe",), True),
        ("severe asthma", (), False),
        ("severe, asthma", ("severe",), True),
        ("severe and long asthma", ("severe",), False),
        ("severe\n - asthma", ("severe",), False),
    ],
)
def test_a_grade_is_touched_by_the_finding_beside_it_that_says_it(text, where, touched):
    found = finding("condition", "asthma", text, Narrowed(where=where))

    assert is_touched("Severity", "severe", found, text) is touched


@pytest.mark.parametrize(
    ("text", "touched"),
    [
        ("no history of known asthma", True),
        ("no one two three four five asthma", False),
        ("asthma, but no", False),
        ("no\n - asthma", False),
    ],
)
def test_a_denial_stands_in_the_five_words_before_what_it_denies(text, touched):
    denied = finding("condition", "asthma", text, Not(part=Exists(kind="infection", variable="x")))
    stated = finding("condition", "asthma", text)

    assert is_touched("Negation", "no", denied, text) is touched
    assert not is_touched("Negation", "no", stated, text)


def test_a_contraindication_is_one_in_all_its_forms_and_may_stand_near():
    text = "asthma in which it is contraindicated"
    found = finding("condition", "asthma", text, Narrowed(where=("contraindication",)))

    assert is_touched("Contraindication", "contraindicated", found, text)
    assert not is_touched("Severity", "contraindicated", found, text)


@pytest.mark.parametrize("who", ["family", "patient"])
def test_a_relative_is_touched_by_what_is_about_the_family(who):
    text = "asthma in a brother"
    found = finding("condition", "asthma", text, Narrowed(who=who))

    assert is_touched("Family-Member", "brother", found, text) is (who == "family")


def test_the_table_has_a_line_for_each_label_that_occurs(archive, capsys):
    print_tally(tally(match_entities(archive)))
    lines = capsys.readouterr().out.splitlines()

    assert [line.split()[0] for line in lines[1:]] == ["Condition", "Procedure", "Severity", "Negation"]
    assert lines[1].split()[1:8] == ["3", "3", "(100.0%)", "3", "(100.0%)", "1", "(33.3%)"]


def test_touched_entities_are_drawn_by_a_seed_with_the_text_around_them(archive, tmp_path):
    files = [tmp_path / name for name in ("one.tsv", "two.tsv")]
    counts = [draw(match_entities(archive), 7, 1, file) for file in files]
    rows = list(csv.DictReader(io.StringIO(files[0].read_text()), delimiter="\t"))

    assert counts == [4, 4]
    assert files[0].read_text() == files[1].read_text()
    assert [row["label"] for row in rows] == ["Condition", "Procedure", "Negation", "Severity"]
    assert "Previous ⟦radiotherapy⟧" in rows[1]["text"]
    assert (rows[1]["finding"], rows[1]["verdict"]) == ("prior treatment", "")
