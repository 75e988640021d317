"""`trialway serve`: the site, on a server that is fit for the public."""

import multiprocessing
import os
import socket
from pathlib import Path
from typing import Annotated

import typer

from trialway import data_folder, environment
from trialway.commands.announcing import EVERYWHERE, announce_when_answering
from trialway.commands.common import DataOption, open_store, print_notice
from trialway.commands.worker import load_site
from trialway.errors import AddressInUse, ServerFailed, SettingError

EXAMPLES = (
    "trialway serve",
    "trialway serve --host 0.0.0.0 --port 8080 --workers 4",
    "TRIALWAY_HOSTS=trials.example.org trialway serve --data /var/lib/trialway",
)
# Python runs one of them at a time; a few more keep it busy while others wait for the database.
THREADS_A_WORKER = 4
SECONDS_TO_FINISH = 10

HostOption = Annotated[str, typer.Option("--host", help="The address to listen on; 0.0.0.0 is every one.")]
PortOption = Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        max=256,
        help="How many processes; by default one a processor, at most 4.",
        show_default=False,
    ),
]


def command(
    data: DataOption = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    workers: WorkersOption = None,
) -> None:
    """Serve the site until Ctrl-C or SIGTERM. Key and database are made in the data folder."""
    refuse_taken(host, port)
    allow(host)
    serve(data, host, port, workers or min(os.cpu_count() or 1, 4))


def refuse_taken(host: str, port: int) -> None:
    """Say in a sentence what the server would say in a traceback."""
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError:
        raise SettingError(
            f"--host: {host!r} is no address of this machine; use 127.0.0.1 or 0.0.0.0."
        ) from None
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            raise AddressInUse(
                f"Port {port} of {host} cannot be used ({error.strerror}); choose another with --port."
            ) from None


def allow(host: str) -> None:
    """The workers read the allowed names from the environment, so the chosen address goes there too."""
    stated = environment.HOSTS.value()
    if host not in EVERYWHERE:
        os.environ["TRIALWAY_HOSTS"] = ",".join([*stated, f"[{host}]" if ":" in host else host])
    elif not stated and not environment.BASE_URL.value():
        print_notice(
            "Only requests for localhost will be answered; name the site's own names in TRIALWAY_HOSTS."
        )


def serve(data: Path | None, host: str, port: int, workers: int) -> None:
    folder = open_store(data)
    data_folder.secret_key(
        folder
    )  # made now, so that a folder that cannot hold it is refused before the start

    from django.core.management import call_command
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    call_command("collectstatic", interactive=False, verbosity=0)
    # A fork would share our threads and database connection, and is the default in some Pythons only.
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "trialway.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS_A_WORKER,
        respawn_failed_workers=True,  # otherwise one killed worker stops them all
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.warning,
    )
    serving = f"Serving {folder.root} at {address_of(host, port)} (Ctrl-C stops)."
    server.on_startup(lambda: announce_when_answering(host, port, serving))
    run(server)


def run(server: object) -> None:
    try:
        server.serve(target_loader=load_site, wrap_loader=False)  # type: ignore[attr-defined]
    except SystemExit as ended:
        if ended.code:
            raise ServerFailed(
                "The server stopped because its workers keep failing; the lines above say why."
            ) from None
    print_notice("Stopped.")


def address_of(host: str, port: int) -> str:
    name = "localhost" if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/"
