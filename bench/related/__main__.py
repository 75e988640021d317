"""Related trials of a loaded data folder: quality against hidden headings; times with --speed.

trialway load records.jsonl.zst --data /tmp/real
python -m bench.related --data /tmp/real
python -m bench.load --count 600000 --data /tmp/bench --keep
python -m bench.related --data /tmp/bench --speed
"""

import argparse
from pathlib import Path

from bench import machine
from bench.related.speed import times
from trialway.commands.manners import open_store


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--speed", action="store_true", help="how long neighbours and their columns take")
    options = parser.parse_args()
    print(machine.describe())
    open_store(options.data)
    if options.speed:
        times(options.data)
        return
    from bench.related.quality import measure
    from trialway.archive.trials import trials_changed_after

    measure(list(trials_changed_after(0)))


if __name__ == "__main__":
    main()
