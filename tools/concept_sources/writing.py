"""Entries ─▶ the **compact file** (trialway/concepts/compact_file.py says what is in it) and its manifest."""

import json
import re
import struct
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import marisa_trie

from tools.concept_sources.merging import TRUSTED, Entry, natural_order
from trialway.concepts.compact_file import FLAG_BITS, IN_CAPITALS, MAGIC
from trialway.concepts.words import name_key

# What a search takes for the same; more would cost time and bring rare spellings alone.
MOST_NAMES, LONGEST_NAME = 24, 40


def write(
    path: Path,
    entries: list[Entry],
    ups: list[list[int]],
    areas: list[tuple[str, int | None]],
    capitals: Mapping[tuple[str, int], bool],
) -> None:
    """``ups``: the numbers of entries one step up, ``areas``: area and group of each; ``capitals``: names
    (key, number of the entry) that count in capital letters alone. Same input, same bytes."""
    keys: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in entry.keys:
            flags = IN_CAPITALS if capitals.get((key, number)) else 0
            keys[key].append(number << FLAG_BITS | flags)
    trie = marisa_trie.Trie(sorted(keys))
    starts, values = [0], list[int]()
    for number in range(len(trie)):
        values += sorted(keys[trie.restore_key(number)])
        starts.append(len(values))
    lines, concepts = [0], bytearray()
    name_lines, names = [0], bytearray()
    for entry, broader, (area, group) in zip(entries, ups, areas, strict=True):
        cells = (
            entry.id, entry.kind, entry.preferred, entry.lay, " ".join(map(str, broader)), entry.source, area,
            "" if group is None else str(group),
        )  # fmt: skip
        concepts += ("\t".join(re.sub(r"[\t\n]", " ", cell) for cell in cells) + "\n").encode()
        lines.append(len(concepts))
        names += "\t".join(_other_names(entry)).encode()
        name_lines.append(len(names))
    _write_sections(
        path,
        {
            "starts": _packed(starts),
            "values": _packed(values),
            "lines": _packed(lines),
            "concepts": bytes(concepts),
            "name_lines": _packed(name_lines),
            "names": bytes(names),
            "trie": trie.tobytes(),
        },
    )


def _other_names(entry: Entry) -> list[str]:
    """Names besides the preferred one that mean just this: those of two sources, and those that people wrote
    down here. One list alone has kinds of an illness among its names, and copies of a medicine."""
    own = name_key(entry.preferred)
    others = (
        " ".join((natural_order(name) or name).split())
        for key, name in entry.keys.items()
        if key != own and entry.votes[key] >= TRUSTED
    )
    return list(dict.fromkeys(name for name in others if len(name) <= LONGEST_NAME))[:MOST_NAMES]


def write_manifest(
    path: Path, sources: list[dict[str, object]], counts: Counter[str], totals: dict[str, object]
) -> None:
    """What was taken from where, under what licence, and what was dropped."""
    whole = {"sources": sources, "joining": dict(sorted(counts.items())), "totals": totals}
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def _packed(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _write_sections(path: Path, sections: dict[str, bytes]) -> None:
    where, begin = {}, 0
    for name, data in sections.items():
        where[name] = (begin, len(data), zlib.crc32(data))
        begin += len(data)
    head = json.dumps(where).encode()
    # Numbers of 32 bits are read in place: they begin at a multiple of four.
    head += b" " * (-(len(MAGIC) + len(head) + 1) % 4)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(MAGIC + head + b"\n" + b"".join(sections.values()))
