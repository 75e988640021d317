"""`trialway demo`: the site with the bundled sample in it, in one command."""

from pathlib import Path
from typing import Annotated

import typer

from trialway.commands.manners import DataOption, open_store, say
from trialway.commands.serve import PortOption, address_of, refuse_taken, serve

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
    load_sample(data)
    say(three_things_to_try(port))
    if no_serve:
        say("Serve it with: trialway serve")
    else:
        serve(data, HOST, port, workers=1)


def load_sample(data: Path | None) -> None:
    open_store(data)


def three_things_to_try(port: int) -> str:
    site = address_of(HOST, port)
    return f"""
Three things to try:
  1. search:       {site}search?q=breast+cancer
  2. read a trial: {site}trial/NCT04740918/expert
  3. in a shell:   trialway search "breast cancer"
"""
