"""Runs commands and measures them."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


class CommandFailed(Exception):
    """A command did not end well; the message holds the end of what it printed."""


@dataclass(frozen=True)
class Usage:
    """What a command took, with all processes that it started and waited for."""

    wall_seconds: float
    cpu_seconds: float


_SHOWN_BYTES = 4000


def measure(script: str, folder: Path, environment: dict[str, str]) -> Usage:
    """Runs a shell script, which ends at its first failing command."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            ["sh", "-ec", script],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, resources = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        # Popen must not wait for a process that is gone.
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise CommandFailed(f"{script}\nended with {process.returncode}:\n{_tail(output)}")
    return Usage(wall, resources.ru_utime + resources.ru_stime)


def _tail(output) -> str:
    size = output.seek(0, os.SEEK_END)
    output.seek(max(0, size - _SHOWN_BYTES))
    return output.read().decode(errors="replace").strip()


def text_of(*command: object, folder: Path | None = None, environment: dict[str, str] | None = None) -> str:
    """What a command prints, errors included."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as e:
        raise CommandFailed(f"{command[0]}: {e.strerror}") from e
    if done.returncode != 0:
        shown = done.stdout[-_SHOWN_BYTES:].strip()
        raise CommandFailed(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{shown}")
    return done.stdout.strip()
