"""How far one search travels through the code: stays, modules, names, and calls of the engine.

    python -m bench.query_walk [--data DIR]

A stay is a call from one module into another that hands the query on (as an argument that is a Query, a
SearchPlan or another struct with one in it), counted once for each pair of calling module and called
function, while ``interpret_request`` and ``answer`` work on one address. Calls of its own methods and of
the plan's are no stays: they read it. Calls of the engine are those of its protocol that search or fetch;
looking a single term up in its dictionary is told apart.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from msgspec import Struct

from trialway.search.engine.reader import open_index
from trialway.search.interpretation.interpret_request import interpret_request
from trialway.search.query.query import Query
from trialway.search.results.answer import answer

SEARCHES = (
    "status=recruiting",
    "q=asthma",
    "q=breast+cancer",
    "q=asthma&near=Lyon&within=100km&site_status=recruiting",
    "q=her2+breast+cancer+recruiting+in+france",
    "q=hart+failure",
    "q=asthma+zzzqq+steroid",
    "q=a+b+c+d+e+f+asthma&status=recruiting",
    "q=asthma&near=Lyon&within=1km",
)
SEARCHING = {
    "match",
    "match_many",
    "similar",
    "fetch",
    "fetch_all",
    "count_values",
    "count_years",
    "map_points",
}
LOOKING_UP = {"trials_with_term", "has_name"}


class Walk:
    """A profiler hook that notes where the query goes."""

    def __init__(self) -> None:
        self.stays: Counter[tuple[str, str, str]] = Counter()
        self.names: set[str] = set()
        self.engine_calls = 0
        self.look_ups = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        module = frame.f_globals.get("__name__", "")
        if event != "call" or not module.startswith("trialway"):
            return
        caller = _calling_module(frame)
        code = frame.f_code
        if "tantivy_engine.engine" in module and caller != module:
            self.engine_calls += code.co_name in SEARCHING
            self.look_ups += code.co_name in LOOKING_UP
        if caller in {"", module} or code.co_qualname.startswith(("Query.", "SearchPlan.")):
            return
        arguments = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        carrying = [name for name in arguments if _carries_query(frame.f_locals.get(name))]
        if carrying:
            self.stays[caller, module, code.co_qualname] += 1
            self.names.update(carrying)

    @property
    def modules(self) -> set[str]:
        """All that the query enters."""
        return {module for _, module, _ in self.stays}


def _calling_module(frame: FrameType) -> str:
    back = frame.f_back
    while back is not None and not back.f_globals.get("__name__", "").startswith("trialway"):
        back = back.f_back
    return back.f_globals["__name__"] if back else ""


def _carries_query(value: object) -> bool:
    if isinstance(value, Query):
        return True
    return isinstance(value, Struct) and any(
        isinstance(getattr(value, name, None), Query) for name in value.__struct_fields__
    )


def walks(data: Path) -> Iterator[tuple[str, Walk]]:
    """One walk for each of SEARCHES, the second time that it is searched for, when all is loaded."""
    engine = open_index(data / "index")
    for address in SEARCHES:
        for walk in (Walk(), Walk()):
            sys.setprofile(walk)
            asked = interpret_request(engine, address)
            answer(engine, asked.query, problems=asked.problems, readings=asked.readings, where=asked.where)
            sys.setprofile(None)
        yield address, walk


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=Path(".demo-data"), help="a folder that trialway demo filled"
    )
    parser.add_argument("--steps", action="store_true", help="print every stay")
    chosen = parser.parse_args()
    print(f"{'stays':>6}{'modules':>9}{'names':>7}{'engine':>8}{'terms':>7}  search")
    for address, walk in walks(chosen.data):
        figures = len(walk.stays), len(walk.modules), len(walk.names), walk.engine_calls, walk.look_ups
        print("{:6}{:9}{:7}{:8}{:7}  {}".format(*figures, address))
        if chosen.steps:
            for (caller, module, name), count in walk.stays.items():
                print(f"        {count:4}  {caller} → {module}.{name}")


if __name__ == "__main__":
    main()
