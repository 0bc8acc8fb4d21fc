"""Writing a layer, held against the least that copying its wheels can take."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from .java import time_layers
from .workspace import Workspace

# So many that most of them come after the JVM has compiled what they need.
_ROUNDS = 15


@dataclass(frozen=True)
class Writing:
    """How long the layer of a set takes to write. A ratio is the time by that of `cat` in the same round.

    ratio: the median; first_ratio, first_open: those of the first round, before the JVM has compiled anything
    """

    set_name: str
    open: float
    write: float
    cat: float
    check: float
    ratio: float
    first_ratio: float
    first_open: float


def measure_writing(set_name: str, wheels: list[Path], workspace: Workspace) -> Writing:
    times = time_layers(wheels, [len(wheels)], _ROUNDS, workspace.root / "layers")
    ratios = [one.write / one.cat for one in times]
    return Writing(
        set_name=set_name,
        open=median(one.open for one in times),
        write=median(one.write for one in times),
        cat=median(one.cat for one in times),
        check=median(one.check for one in times),
        ratio=median(ratios),
        first_ratio=ratios[0],
        first_open=times[0].open,
    )
