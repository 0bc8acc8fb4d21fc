"""The folder that the benchmark works in."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .commands import text_of
from .target import RUNTIME

REPOSITORY = Path(__file__).parents[3]


@dataclass(frozen=True)
class Workspace:
    """Where tools, caches and projects are.

    root: the folder; python: the interpreter that the tools run with; jvm: flags of Maven's JVM
    """

    root: Path
    python: Path
    jvm: str

    def venv(self, distribution: str) -> Path:
        """A virtual environment of its own for a tool, from pip's default index; its bin folder."""
        folder = self.root / "tools" / distribution
        binaries = folder / "bin"
        if not (folder / "installed").exists():
            text_of(self.python, "-m", "venv", "--clear", folder)
            text_of(binaries / "python", "-m", "pip", "install", "--quiet", "--upgrade", "pip", distribution)
            (folder / "installed").touch()
        return binaries

    def cache(self, name: str) -> Path:
        """The folder of a tool's cache."""
        return self.root / "caches" / name

    def environment(self, binaries: Path | None = None, **variables: object) -> dict[str, str]:
        """The variables of a tool's process: the user's, the interpreter in front of the PATH, and the tool's own."""
        folders = [str(self.python.parent), os.environ["PATH"]]
        if binaries is not None:
            folders.insert(0, str(binaries))
        return {
            **os.environ,
            "PATH": os.pathsep.join(folders),
            **{name: str(value) for name, value in variables.items()},
        }


def find_python() -> Path:
    """The runtime's own minor version if it is there, else what runs this."""
    asked = [RUNTIME, "-c", "import sys; print(sys.executable)"]
    try:
        return Path(subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip())
    except (OSError, subprocess.CalledProcessError):
        return Path(sys.executable)
