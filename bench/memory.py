"""How much memory a command and all its processes hold at most."""

import resource
import subprocess
import threading
import time
from pathlib import Path


class Measured:
    """A command that was run: seconds, processor seconds, peak of memory in bytes, children included."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        began, spent = time.perf_counter(), _spent()
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        self.peak = 0
        watcher = threading.Thread(target=self._watch, args=(process.pid,), daemon=True)
        watcher.start()
        self.output = process.communicate()[0]
        self.seconds = time.perf_counter() - began
        self.processor_seconds = _spent() - spent
        self.exit_code = process.returncode

    def _watch(self, pid: int) -> None:
        while Path(f"/proc/{pid}").exists():
            self.peak = max(self.peak, sum(map(_proportional, _family(pid))))
            time.sleep(0.25)


def _spent() -> float:
    """Of all processes that have ended and were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        except OSError:
            continue
        found += map(int, children)
    return found


def _proportional(pid: int) -> int:
    """Private memory and the process's share of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(("Pss_Anon:", "Pss_Shmem:")))
