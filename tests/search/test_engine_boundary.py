"""Nothing outside its package knows which engine answers."""

import ast
from pathlib import Path

import pytest

from trialway.search.engine.backends import BACKEND
from trialway.search.engine.base import Engine, EngineBackend, MatchRequest
from trialway.search.engine.reader import index_version, open_index
from trialway.search.query.query import Query, Text

ROOT = Path(__file__).parents[2] / "trialway"
OF_TANTIVY = ROOT / "search" / "tantivy_engine"
# It uses tantivy's stemmer as a library: every engine is given the terms that it makes.
STEMMER = ROOT / "search" / "language" / "analysis.py"


def imports_of(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text())))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def files_importing(package: str) -> set[Path]:
    return {
        file
        for file in ROOT.rglob("*.py")
        if any(name == package or name.startswith(f"{package}.") for name in imports_of(file))
    }


def test_tantivy_is_imported_by_its_package_alone():
    outside = {file for file in files_importing("tantivy") if OF_TANTIVY not in file.parents}

    assert outside == {STEMMER}


def test_one_module_names_the_engine_in_use():
    found = files_importing("trialway.search.tantivy_engine")
    outside = {file for file in found if OF_TANTIVY not in file.parents}

    assert outside == {ROOT / "search" / "engine" / "backends.py"}


def members(protocol: type) -> set[str]:
    stated = {name for name in vars(protocol) if not name.startswith("_")}
    return stated | {name for name in protocol.__annotations__ if not name.startswith("_")}


def test_the_engine_in_use_has_all_that_the_protocols_ask_for(loaded_folder):
    engine = open_index(loaded_folder / "index")

    assert [name for name in members(Engine) if not hasattr(engine, name)] == []
    assert [name for name in members(EngineBackend) if not hasattr(BACKEND, name)] == []


def test_several_requests_are_answered_as_each_alone(loaded_folder):
    engine = open_index(loaded_folder / "index")
    queries = [Query(text=Text.read(words)) for words in ("asthma", "breast cancer", "zzyzx")]
    requests = [MatchRequest(query, limit=5, facets=("status",)) for query in queries]

    alone = [engine.match(query, limit=5, facets=("status",)) for query in queries]

    assert engine.match_many(requests) == alone
    assert engine.match_many([]) == []


def test_fetch_keeps_the_order_and_leaves_out_what_is_not_there(loaded_folder):
    engine = open_index(loaded_folder / "index")
    first, second, *_ = sorted(engine.numbers())

    assert list(engine.fetch([second, 10**9, first])) == [second, first]


def test_the_version_is_that_on_the_disk_and_none_without_an_index(loaded_folder, tmp_path):
    assert open_index(loaded_folder / "index").version == index_version(loaded_folder / "index")
    assert index_version(tmp_path) is None


@pytest.mark.parametrize("words", ["zzyzx", "asthma zzyzx", "asthmaa"])
def test_a_page_asks_the_engine_at_most_three_times_when_nothing_is_found(loaded_folder, words, monkeypatch):
    from trialway.search.results.answer import answer

    engine = open_index(loaded_folder / "index")
    asked = []
    for name in ("match", "match_many", "fetch", "similar", "count_values", "count_years", "map_points"):
        real = getattr(engine, name)
        monkeypatch.setattr(
            engine,
            name,
            lambda *args, _real=real, _name=name, **kw: (asked.append(_name), _real(*args, **kw))[1],
        )

    found = answer(engine, Query(text=Text.read(words)))

    assert found.total == 0
    assert len(asked) <= 3
