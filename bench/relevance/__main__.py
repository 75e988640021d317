"""How well search finds what it should.

python -m bench.relevance searches --write docs/search-examples.md   # 60 searches as people type them
python -m bench.relevance headings FILE…                             # lay words for hidden subject headings
python -m bench.relevance patients --corpus … --topics … --qrels …   # descriptions of patients (SIGIR 2016)
"""

import argparse
from pathlib import Path

from bench import machine


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(dest="kind", required=True)
    searches = kinds.add_parser("searches")
    searches.add_argument("--write", type=Path, help="also write the table of hits to this file")
    headings = kinds.add_parser("headings")
    headings.add_argument(
        "files", type=Path, nargs="*", help="records; the bundled sample when none is named"
    )
    patients = kinds.add_parser("patients")
    for name in ("corpus", "topics", "qrels"):
        patients.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    print(machine.describe())
    if options.kind == "searches":
        from bench.relevance.searches import main as run

        run(options.write)
    elif options.kind == "headings":
        from bench.relevance.headings import main as run_headings

        run_headings(options.files)
    else:
        from bench.relevance.patients import main as run_patients

        run_patients(options.corpus, options.topics, options.qrels)


if __name__ == "__main__":
    main()
