"""A real server with the bundled sample, and a real Chromium that looks at it."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site.conftest import sample_folder  # noqa: F401 - a fixture
from tests.test_serve import free_port

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="package")
def address(sample_folder) -> Iterator[str]:  # noqa: F811
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "trialway",
        "serve",
        "--data",
        str(sample_folder.root),
        "--port",
        str(port),
    ]
    server = subprocess.Popen([*command, "--workers", "1"], start_new_session=True)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(url: str) -> None:
    end = time.monotonic() + 90
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except OSError:
            assert time.monotonic() < end, f"{url} does not answer"
            time.sleep(0.2)
        else:
            return


@pytest.fixture(scope="package")
def browser(address) -> Iterator[Browser]:
    """Only as long as this folder's tests: while Playwright's loop runs, Django refuses to ask the
    database."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium found; install it, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, address):
    """``visit("/about", color_scheme="dark")`` gives the open page; errors of the browser are errors of
    the test."""
    contexts, errors = [], []

    def open_page(path: str, **options):
        context = browser.new_context(base_url=address, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []
