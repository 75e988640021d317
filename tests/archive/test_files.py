import gzip
import io
import json
import re
import zipfile
from random import Random

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from trialway.archive.files import raw_record, values
from trialway.archive.files.raw_record import RawRecord, Unreadable
from trialway.archive.files.read_files import find_files, read_file, read_stream
from trialway.archive.files.zstd_stream import ZstdStream

STUDIES = [{"nct": number, "text": 'a "quoted" \\ [bracket] {brace}, é\n'} for number in range(5)]


def lines(items) -> bytes:
    return b"\n".join(json.dumps(item).encode() for item in items)


def found(path) -> list[RawRecord | Unreadable]:
    return [consumed(item.found) for item in read_file(path)]


def consumed(piece):
    return piece if isinstance(piece, RawRecord) else piece._replace(chunks=b"".join(piece.chunks))


def read(path) -> list[dict]:
    assert not [piece for piece in found(path) if isinstance(piece, Unreadable)]
    return [json.loads(piece.raw) for piece in found(path)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("one.json", json.dumps(STUDIES[0]).encode()),
        ("pretty.json", json.dumps(STUDIES[0], indent=2).encode()),
        ("array.json", json.dumps(STUDIES).encode()),
        ("pretty_array.json", json.dumps(STUDIES, indent=2).encode()),
        ("page.json", json.dumps({"studies": STUDIES, "nextPageToken": "abc"}).encode()),
        ("pretty_page.json", json.dumps({"totalCount": 5, "studies": STUDIES}, indent=2).encode()),
        ("lines.jsonl", lines(STUDIES)),
        ("lines.ndjson", b"\n\n" + lines(STUDIES) + b"\n\n"),
        ("lines_by_looks.json", lines(STUDIES)),
        ("windows.jsonl", lines(STUDIES).replace(b"\n", b"\r\n")),
        ("pages.jsonl", lines([{"studies": STUDIES[:2]}, {"studies": STUDIES[2:]}])),
        ("enveloped.jsonl", lines([{"seen": "2024-05-01", "study": study} for study in STUDIES])),
    ],
)
@pytest.mark.parametrize("packed", ["", ".gz", ".zst"])
def test_every_form_gives_its_studies(tmp_path, name, content, packed):
    path = tmp_path / (name + packed)
    pack = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}[packed]
    path.write_bytes(pack(content))

    assert read(path) == (STUDIES[:1] if name in {"one.json", "pretty.json"} else STUDIES)


def test_the_bulk_zip_gives_one_study_a_file(tmp_path):
    path = tmp_path / "bulk.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "not a study")
        for study in STUDIES:
            archive.writestr(f"NCT{study['nct']}.json", json.dumps(study, indent=1))

    assert read(path) == STUDIES
    assert found(path)[1].position == "NCT1.json, item 1"


def test_an_envelope_tells_when_its_study_was_seen(tmp_path):
    path = tmp_path / "versions.jsonl"
    path.write_bytes(lines([{"seen": "2024-05-01", "study": STUDIES[0]}]))
    assert found(path)[0].seen == "2024-05-01"


def test_folders_are_searched_in_the_order_of_names(tmp_path):
    for name in ["b/2.json", "a/1.jsonl.zst", "a/readme.md", "c.zip"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])] == [
        "a/1.jsonl.zst",
        "b/2.json",
        "c.zip",
    ]


def test_a_damaged_line_leaves_the_others_whole(tmp_path):
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"a": 1}\n{"b": "unclosed}\n{"c": 3}')
    assert [piece.raw for piece in found(path)] == [b'{"a": 1}', b'{"b": "unclosed}', b'{"c": 3}']


def test_a_line_longer_than_any_record_is_refused_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("trialway.archive.files.lines.MAX_RECORD", 1000)
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"a": 1}\n"' + b"x" * 5000 + b'"\n{"c": 3}')

    first, long, last = found(path)

    assert (first.raw, last.raw) == (b'{"a": 1}', b'{"c": 3}')
    assert long.chunks == b'"' + b"x" * 5000 + b'"\n'
    assert long.position == "line 2"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b'[{"a": 1}, {"b": [1, 2}', "it is cut off"), (b'[{"a": 1}, nonsense]', "it is not a JSON object")],
)
def test_what_follows_a_broken_item_is_refused_as_it_stands(tmp_path, content, reason):
    path = tmp_path / "array.json"
    path.write_bytes(content)

    good, bad = found(path)

    assert good.raw == b'{"a": 1}'
    assert bad == (content[len(b'[{"a": 1}, ') :], "item 2", reason)


def test_a_document_longer_than_any_record_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(values, "MAX_RECORD", 1000)
    path = tmp_path / "one.json"
    path.write_bytes(b'{"a": "' + b"x" * 3_000_000 + b'"}')

    (refused,) = found(path)

    assert refused.reason.startswith("longer than")
    assert len(refused.chunks) == path.stat().st_size


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("share", [0.6, 0.9, 0.9999])
def test_a_file_that_breaks_off_gives_what_came_before_and_tells_where(tmp_path, suffix, share):
    pack = {".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}[suffix]
    noise = Random(5)
    whole = pack(lines({"number": number, "noise": noise.getrandbits(64)} for number in range(50_000)))
    path = tmp_path / f"lines.jsonl{suffix}"
    path.write_bytes(whole[: int(len(whole) * share)])

    *good, last = found(path)

    assert len(good) > 1000
    assert "unpacked" in last.reason
    assert last.chunks == path.read_bytes()


@given(parts=st.lists(st.binary(max_size=300_000), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_frames_of_zstandard_behind_one_another_are_one_stream(parts):
    packed = b"".join(map(zstandard.ZstdCompressor().compress, parts))
    assert io.BufferedReader(ZstdStream(io.BytesIO(packed))).read() == b"".join(parts)
    with pytest.raises(EOFError):
        io.BufferedReader(ZstdStream(io.BytesIO(packed[:-1]))).read()


def test_a_bomb_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("trialway.archive.files.open_file.ALWAYS_ALLOWED", 10_000_000)
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb") as file:
        file.write(b'{"a": 1}\n')
        for _ in range(40):
            file.write(b" \n" * 500_000)
    with monkeypatch.context() as patch:
        patch.setattr("trialway.archive.files.open_file.MAX_RATIO", 100)
        good, bad = found(path)

    assert good.raw == b'{"a": 1}'
    assert "unfolds" in bad.reason


def test_a_bomb_of_one_line_is_stopped_too(tmp_path, monkeypatch):
    monkeypatch.setattr("trialway.archive.files.lines.MAX_RECORD", 1_000_000)
    monkeypatch.setattr("trialway.archive.files.open_file.ALWAYS_ALLOWED", 10_000_000)
    monkeypatch.setattr("trialway.archive.files.open_file.MAX_RATIO", 100)
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb") as file:
        file.write(b'{"a": 1}\n' + b" " * 40_000_000)

    good, long, bomb = found(path)

    assert good.raw == b'{"a": 1}'
    assert long.reason.startswith("longer than")
    assert len(long.chunks) < 40_000_000
    assert "unfolds" in bomb.reason


def test_a_bomb_in_a_zip_is_refused_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("trialway.archive.files.open_file.ALWAYS_ALLOWED", 1_000_000)
    path = tmp_path / "bulk.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.json", '{"a": 1}')
        archive.writestr("2.json", '{"a": "' + "x" * 20_000_000 + '"}')
        archive.writestr("3.json", '{"c": 3}')
    monkeypatch.setattr("trialway.archive.files.open_file.MAX_RATIO", 100)

    first, bomb, last = found(path)

    assert (first.raw, last.raw) == (b'{"a": 1}', b'{"c": 3}')
    assert "unfolds" in bomb.reason


def test_a_zip_with_a_damaged_member_gives_the_others(tmp_path):
    path = tmp_path / "bulk.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.json", json.dumps({"number": number, "text": "x" * 100}))
    path.write_bytes(path.read_bytes().replace(b'"number": 1, "text": "xx', b'"number": 1, "text": "yy'))

    kinds = [type(piece) for piece in found(path)]

    assert kinds.count(Unreadable) == 1
    assert {json.loads(piece.raw)["number"] for piece in found(path) if isinstance(piece, RawRecord)} >= {
        0,
        2,
    }


def test_what_is_no_zip_is_refused(tmp_path):
    path = tmp_path / "bulk.zip"
    path.write_bytes(b"PK\x03\x04 not really")
    (refused,) = found(path)
    assert refused.chunks == path.read_bytes()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=8), inside, max_size=4),
    max_leaves=12,
)
OBJECTS = st.lists(st.dictionaries(st.sampled_from(["a", "b", 'c"', "\\"]), JSON, max_size=4), max_size=6)


@settings(max_examples=200)
@given(OBJECTS, st.sampled_from([None, 1, 3]), st.integers(1, 50))
def test_splitting_gives_back_what_was_joined(items, indent, chunk):
    """However the bytes arrive, a few at a time or all at once."""
    text = json.dumps(items, indent=indent).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(values, "CHUNK", chunk)
        split = list(values.read_values(io.BytesIO(text)))
    assert [json.loads(piece.raw) for piece in split] == items


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_no_bytes_at_all_stop_the_reading(content):
    for name in ["a.jsonl", "a.json"]:
        for piece in read_stream(io.BufferedReader(io.BytesIO(content)), name):
            consumed(piece)


def test_the_limit_leaves_room_for_every_real_record():
    assert raw_record.MAX_RECORD > 20 * 1_300_000


def test_the_pattern_repeats_no_group_possessively():
    """Python before 3.11.5 loses its place there in some documents, and would cut records in the middle."""

    def repeated(parts):
        for operation, arguments in parts:
            if operation is re._constants.POSSESSIVE_REPEAT:
                yield from arguments[2]
            for inner in arguments if isinstance(arguments, tuple) else ():
                if isinstance(inner, re._parser.SubPattern):
                    yield from repeated(inner)

    single = {re._constants.IN, re._constants.LITERAL, re._constants.NOT_LITERAL, re._constants.ANY}
    found = [operation for operation, _ in repeated(re._parser.parse(values._PLAIN.pattern, re.DOTALL))]
    assert found
    assert set(found) <= single
