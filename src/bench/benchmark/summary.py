"""Medians, and how they compare."""

from dataclasses import dataclass
from statistics import median

from .rounds import Measurement
from .tools import plugin


@dataclass(frozen=True)
class Row:
    """A tool in a situation. Times are seconds of the clock unless their name says CPU.

    ratio, cpu_ratio: the median of the tool's time by the plugin's of the same round; less, cpu_less: the median of the
    seconds that the tool takes less than the plugin in the same round; None without the plugin
    """

    set_name: str
    situation: str
    tool: str
    runs: int
    median: float
    fastest: float
    slowest: float
    cpu_median: float
    ratio: float | None
    cpu_ratio: float | None
    less: float | None
    cpu_less: float | None


def summarize(measurements: list[Measurement]) -> list[Row]:
    """One row for each tool in each situation, in the order of their first measurements."""
    by_key: dict[tuple[str, str, str], list[Measurement]] = {}
    for one in measurements:
        by_key.setdefault((one.set_name, one.situation, one.tool), []).append(one)
    rows = []
    for (set_name, situation, tool), group in by_key.items():
        reference = {one.round: one for one in by_key.get((set_name, situation, plugin.NAME), [])}
        rows.append(_row(set_name, situation, tool, group, reference))
    return rows


def _row(
    set_name: str, situation: str, tool: str, group: list[Measurement], reference: dict[int, Measurement]
) -> Row:
    wall = [one.usage.wall_seconds for one in group]
    pairs = [(one.usage, reference[one.round].usage) for one in group if one.round in reference]
    return Row(
        set_name=set_name,
        situation=situation,
        tool=tool,
        runs=len(group),
        median=median(wall),
        fastest=min(wall),
        slowest=max(wall),
        cpu_median=median(one.usage.cpu_seconds for one in group),
        ratio=median(own.wall_seconds / other.wall_seconds for own, other in pairs) if pairs else None,
        cpu_ratio=median(own.cpu_seconds / other.cpu_seconds for own, other in pairs) if pairs else None,
        less=median(other.wall_seconds - own.wall_seconds for own, other in pairs) if pairs else None,
        cpu_less=median(other.cpu_seconds - own.cpu_seconds for own, other in pairs) if pairs else None,
    )
