"""What each worker of `trialway serve` runs: the site, and a watch that ends it when its server is killed."""

import multiprocessing
import os
import threading
from multiprocessing.connection import wait

from django.urls import get_resolver

from trialway.wsgi import application

from trialway.site.readiness import stay_ready  # isort: skip - Django must be set up before

__all__ = ["application"]


def end_with_server() -> None:
    # An orphan would keep the port, and answer from the old store for ever.
    server = multiprocessing.parent_process()
    assert server is not None, "a worker is started by a server"
    wait([server.sentinel])
    os._exit(1)


get_resolver().url_patterns  # noqa: B018 - load every page now: what is broken fails here, not at the first visitor

# Ctrl-C goes to the whole group of the terminal. Two signals at once, that and our own, hang a worker
# (granian 2.8, seen 2026-11); in a group of its own it hears of the end from the server alone.
os.setpgrp()
threading.Thread(target=end_with_server, name="end-with-server", daemon=True).start()
threading.Thread(
    target=stay_ready,
    args=(application, threading.Event()),
    name="stay-ready",
    daemon=True,
).start()
