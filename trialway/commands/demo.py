"""`trialway demo`: the site with the bundled sample in it, in one command."""

import shlex
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from trialway.archive.locking import writing
from trialway.commands.common import DataOption, open_store, print_notice
from trialway.commands.indexing import catch_up
from trialway.commands.load import load_with_progress
from trialway.commands.serve import PortOption, address_of, refuse_taken, serve
from trialway.data_folder import DataFolder
from trialway.registries.known import label_of
from trialway.sample import FILES, REGISTRY, SEEN, TRIAL
from trialway.search.engine import generations

EXAMPLES = (
    "trialway demo",
    "trialway demo --port 8080 --data ~/trialway-demo",
    "trialway demo --no-serve",
)
HOST = "127.0.0.1"

NoServeOption = Annotated[
    bool, typer.Option("--no-serve", help="Load the sample and end, without serving it.", show_default=False)
]


def command(data: DataOption = None, port: PortOption = 8000, no_serve: NoServeOption = False) -> None:
    """Load the bundled sample of 373 real trials if it is not loaded, and serve it on this machine."""
    if not no_serve:
        refuse_taken(HOST, port)  # before the sample is loaded, not after
    load_sample_once(open_store(data))
    program, at = name_for_a_shell(), f" --data {shlex.quote(str(data))}" if data else ""
    print_notice(three_things_to_try(port, f'{program} search "breast cancer"{at}'))
    if no_serve:
        print_notice(f"Serve it with: {program} serve --port {port}{at}")
    else:
        serve(data, HOST, port, workers=1)


def load_sample_once(folder: DataFolder) -> None:
    if is_loaded() and is_indexed(folder):
        return
    print_notice(f"Loading the sample into {folder.root}.")
    with writing(folder):
        loaded = load_with_progress(folder, list(FILES), SEEN, REGISTRY)
        catch_up(folder)
    print_notice(f"{loaded.records:,} records of {label_of(REGISTRY)}, as of {SEEN:%d %B %Y}.")


def is_loaded() -> bool:
    """A load is noted when it has come to its end, so one that was killed is done again."""
    from trialway.archive.models import Load

    return Load.objects.filter(registry=REGISTRY, seen=SEEN).exists()


def is_indexed(folder: DataFolder) -> bool:
    from trialway.archive.trials import count_changed_after

    generation = generations.current(folder.index)
    state = generations.read_state(generation) if generation else None
    return state is not None and count_changed_after(state.upto) == 0


def three_things_to_try(port: int, command_line: str) -> str:
    site = address_of(HOST, port)
    return f"""
Three things to try:
  1. search:       {site}search?q=breast+cancer
  2. read a trial: {site}trial/{TRIAL}
  3. in a shell:   {command_line}
"""


def name_for_a_shell() -> str:
    """What to type for this very program, which may lie where the shell does not look."""
    beside_python = Path(sys.executable).parent / "trialway"
    on_the_path = shutil.which("trialway")
    return "trialway" if on_the_path and Path(on_the_path).samefile(beside_python) else str(beside_python)
