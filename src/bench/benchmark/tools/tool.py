"""A packager, as the benchmark sees it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class NotAvailable(Exception):
    """A tool cannot be used on this machine; the message says why."""


@dataclass(frozen=True)
class Cache:
    """What a tool keeps between builds.

    removed: patterns in the folder of what an empty cache does not have; is_kept: what stays nevertheless
    """

    folder: Path
    removed: tuple[str, ...] = ("*",)
    is_kept: Callable[[Path], bool] = lambda _: False

    def empty(self) -> None:
        for pattern in self.removed:
            for path in list(self.folder.glob(pattern)):
                if not self.is_kept(path):
                    remove(path)


@dataclass(frozen=True)
class Tool:
    """A tool and its script.

    version: what it says of itself; script: run by sh -e in a copy of the project; layer, app: the zips that it makes,
    in the project, or None if it makes none; outputs: what a clean removes, in the project
    """

    name: str
    version: str
    script: str
    environment: dict[str, str]
    outputs: tuple[str, ...]
    cache: Cache
    layer: str | None
    app: str | None


def remove(path: Path) -> None:
    """Removes a file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
