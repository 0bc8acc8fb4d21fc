"""Builds in rounds, each tool once in a round, so that a busy moment of the machine meets all of them."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from .commands import Usage
from .projects import Project
from .situations import Situation


@dataclass(frozen=True)
class Measurement:
    """One measured build."""

    set_name: str
    situation: str
    round: int
    tool: str
    usage: Usage


def measure_rounds(
    set_name: str, situation: Situation, projects: list[Project], runs: int
) -> Iterator[Measurement]:
    """Measures all projects in a situation, and checks what they built.

    Raises CommandFailed if a build fails and WrongZip if it built something else than the others.
    """
    for project in projects:
        project.settle()
    for number in range(runs if situation.most_runs is None else min(runs, situation.most_runs)):
        print(f"{set_name}, {situation.title}: round {number + 1}", file=sys.stderr)
        for project in _rotated(projects, number):
            situation.prepare(project, number)
            # What the last tool wrote must not be written to the disk in this one's time.
            os.sync()
            usage = project.build()
            project.check_zips()
            yield Measurement(set_name, situation.name, number, project.tool.name, usage)


def _rotated(projects: list[Project], by: int) -> list[Project]:
    """The same order, started elsewhere: who follows whom is the same, who is first is not."""
    start = by % len(projects)
    return projects[start:] + projects[:start]
