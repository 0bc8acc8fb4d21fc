"""How checking and writing a layer grow with its bytes and files."""

from dataclasses import dataclass
from statistics import median

from . import wheels
from .fit import Fit, fit
from .java import time_layers
from .workspace import Workspace

_MEGABYTE = 1_000_000
_WHEEL_MEGABYTES = 10
# 250 MB, AWS Lambda's limit, in 25 wheels.
_COUNTS = (1, 2, 5, 10, 15, 20, 25)


@dataclass(frozen=True)
class Shape:
    """A kind of wheels, by the files of each."""

    name: str
    files: int


# 25 wheels of the first shape have 30,000 files.
SHAPES = (Shape("many small files", 1200), Shape("few large files", 12))


@dataclass(frozen=True)
class Point:
    """Medians for a layer, in seconds."""

    megabytes: float
    files: int
    check: float
    write: float
    cat: float


@dataclass(frozen=True)
class Growth:
    """A series and its fits, over megabytes unzipped."""

    shape: str
    points: list[Point]
    check: Fit
    write: Fit


def measure_growth(shape: Shape, rounds: int, workspace: Workspace) -> Growth:
    made = wheels.generate(
        workspace.root / "wheels" / str(shape.files), max(_COUNTS), _WHEEL_MEGABYTES * _MEGABYTE, shape.files
    )
    # The first round is for the JVM to compile what it runs.
    times = time_layers(made, list(_COUNTS), rounds + 1, workspace.root / "layers")[len(_COUNTS) :]
    points = []
    for count in _COUNTS:
        same = [one for one in times if one.wheels == count]
        points.append(
            Point(
                megabytes=same[0].bytes / _MEGABYTE,
                files=same[0].files,
                check=median(one.check for one in same),
                write=median(one.write for one in same),
                cat=median(one.cat for one in same),
            )
        )
    amounts = [point.megabytes for point in points]
    return Growth(
        shape=shape.name,
        points=points,
        check=fit(amounts, [point.check for point in points]),
        write=fit(amounts, [point.write for point in points]),
    )
