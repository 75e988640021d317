"""What each worker of `trialway serve` runs: the server calls **load_site** once ─▶ the site.

To import this module does nothing: what runs beside the site starts when a server asks for it.
"""

import multiprocessing
import os
import threading
from multiprocessing.connection import wait
from wsgiref.types import WSGIApplication


def load_site() -> WSGIApplication:
    """The site with every page loaded, a watch that ends the worker when its server is killed, and one that
    has pages ready before somebody asks. What is broken fails here, not at the first visitor."""
    leave_the_terminal()
    from trialway.wsgi import application  # isort: skip - sets up Django, which the others need

    from django.urls import get_resolver

    from trialway.site.warm_up import stay_ready

    get_resolver().url_patterns  # noqa: B018 - loads every page
    for work in (end_with_server, lambda: stay_ready(application, threading.Event())):
        threading.Thread(target=work, daemon=True).start()
    return application


def leave_the_terminal() -> None:
    """Ctrl-C goes to the whole group of the terminal. Two signals at once, that and our own, hang a worker
    (granian 2.8, seen 2026-11); in a group of its own it hears of the end from the server alone."""
    os.setpgrp()


def end_with_server() -> None:
    """Wait for the server's end, and end this process then: an orphan would keep the port, and answer from
    the old store for ever."""
    server = multiprocessing.parent_process()
    assert server is not None, "a worker is started by a server"
    wait([server.sentinel])
    os._exit(1)
