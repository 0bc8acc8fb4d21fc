"""What has happened since the last build."""

from dataclasses import dataclass
from typing import Callable

from . import sets
from .projects import Project


@dataclass(frozen=True)
class Situation:
    """A situation.

    prepare: brings a project into it before each round, numbered from 0; most_runs: how many rounds it allows
    """

    name: str
    title: str
    prepare: Callable[[Project, int], None]
    most_runs: int | None = None


def _cold(project: Project, _: int) -> None:
    project.tool.cache.empty()
    project.clean()


def _clean(project: Project, _: int) -> None:
    project.clean()


def _added(project: Project, number: int) -> None:
    # One more in each round, so that it is in nobody's cache.
    project.add_requirements(sets.additions()[: number + 1])


def _unchanged(_: Project, __: int) -> None:
    """The last build is all that has happened."""


def _app(project: Project, number: int) -> None:
    project.edit_app(f"edited in round {number}")


# Downloads are slow and other people's; medians of three have to do.
_MOST_COLD_RUNS = 3

ALL = (
    Situation("cold", "cold: empty caches, interpreters ready", _cold, _MOST_COLD_RUNS),
    Situation("clean", "warm after clean", _clean),
    Situation("added", "one package added", _added, len(sets.additions())),
    Situation("unchanged", "nothing changed", _unchanged),
    Situation("app", "a file of the app changed", _app),
)
UNCHANGED = "unchanged"
