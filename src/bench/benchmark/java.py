"""The Java part, src/bench/java: compiled by Maven's profile `bench`, run against the plugin's classes."""

import json
from dataclasses import dataclass
from pathlib import Path

from .commands import text_of
from .workspace import REPOSITORY

_OUTPUT = REPOSITORY / "target" / "bench-classes"
_CLASS_PATH = REPOSITORY / "target" / "bench-class-path"


@dataclass(frozen=True)
class LayerTimes:
    """One round of io.github.pythonlambda.bench.LayerTiming: times in seconds.

    open: to open the wheels and lay them out; write: the zip alone, its digest included
    """

    wheels: int
    bytes: int
    files: int
    open: float
    check: float
    write: float
    cat: float


def compile_benchmarks() -> None:
    text_of("mvn", "-B", "-ntp", "-q", "-Pbench", "process-classes", folder=REPOSITORY)


def time_layers(wheels: list[Path], counts: list[int], rounds: int, folder: Path) -> list[LayerTimes]:
    """Lets a JVM check and write layers of the first so many of some wheels, in rounds."""
    folder.mkdir(parents=True, exist_ok=True)
    options = (rounds, ",".join(map(str, counts)), folder, *wheels)
    printed = text_of(*_java(), "io.github.pythonlambda.bench.LayerTiming", *options)
    return [LayerTimes(**json.loads(line)) for line in printed.splitlines()]


def jmh(*options: str) -> str:
    """Runs the JMH benchmarks; what they print."""
    return text_of(*_java(), "org.openjdk.jmh.Main", *options)


def _java() -> tuple[str, ...]:
    class_path = f"{_OUTPUT}:{REPOSITORY / 'target' / 'classes'}:{_CLASS_PATH.read_text().strip()}"
    return ("java", "-cp", class_path)
