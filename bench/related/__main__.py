"""Related trials of a loaded data folder: quality against hidden headings and against lists that were read.

trialway load records.jsonl.zst --data /tmp/real
python -m bench.related --data /tmp/real
python -m bench.related --data /tmp/real --pairs --seed 1 > pairs.txt
python -m bench.related --data /tmp/real --settle verdicts.jsonl --seed 1 --round first >> judgements.jsonl
python -m bench.load --count 600000 --data /tmp/bench --keep
python -m bench.related --data /tmp/bench --speed --make
"""

import argparse
from pathlib import Path

import msgspec

from bench import machine
from bench.related.judging import pairs, settled, shown
from bench.related.speed import times
from trialway.commands.common import open_store


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--speed", action="store_true", help="how long neighbours take")
    parser.add_argument("--make", action="store_true", help="with --speed: make their columns anew first")
    parser.add_argument("--pairs", action="store_true", help="lists of two ways side by side, to be judged")
    parser.add_argument("--settle", type=Path, metavar="FILE", help="what the judge wrote of those pairs")
    parser.add_argument("--seed", type=int, default=1, help="which trials are drawn for the pairs")
    parser.add_argument("--round", default="", help="what these judgements are called")
    options = parser.parse_args()
    folder = open_store(options.data).index
    if options.pairs or options.settle:
        _judge(folder, options)
        return
    print(machine.describe())
    if options.speed:
        times(options.data, anew=options.make)
        return
    from bench.related.judgements import report
    from bench.related.quality import measure
    from bench.related.ways import today
    from trialway.archive.trials import trials_changed_after

    measure(list(trials_changed_after(0)))
    report(today(folder))


def _judge(folder: Path, options: argparse.Namespace) -> None:
    from bench.related.ways import both

    drawn = pairs(folder, both(folder), options.seed)
    if options.pairs:
        print("\n\n".join(map(shown, drawn)))
    else:
        for judgement in settled(options.round, drawn, options.settle):
            print(msgspec.json.encode(judgement).decode())


if __name__ == "__main__":
    main()
