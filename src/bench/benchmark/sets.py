"""The requirement sets: every package pinned, dependencies included, so that all tools have to pack the same."""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "requirements"
NAMES = ("small", "medium", "large", "limit")


def requirements(name: str) -> str:
    """The lines of a set."""
    return (FOLDER / f"{name}.txt").read_text()


def additions() -> list[str]:
    """Lines of packages that no set has and that need no other, to be added one after the other."""
    return (FOLDER / "added.txt").read_text().splitlines()
