"""What the plugin wants to reach, and whether it did."""

from collections.abc import Iterator
from dataclasses import dataclass

from .growth import Growth
from .summary import Row
from .tools import pex, pip, plugin, uv
from .writing import Writing


@dataclass(frozen=True)
class Verdict:
    """A goal and what was measured."""

    goal: str
    measured: str
    met: bool


@dataclass(frozen=True)
class _AtLeast:
    """A ratio that another tool's time has to have to the plugin's."""

    situation: str
    set_name: str | None
    tool: str
    ratio: float


_NOT_SLOWER = 1.0
_RATIOS = (
    _AtLeast("clean", "large", pip.NAME, 10),
    _AtLeast("clean", "large", pex.NAME, 10),
    _AtLeast("clean", "large", uv.NAME, 4),
    _AtLeast("clean", "large", uv.STORED_NAME, _NOT_SLOWER),
    _AtLeast("added", "large", uv.NAME, 3),
    _AtLeast("cold", None, pip.NAME, _NOT_SLOWER),
)
_MOST_BEYOND_VALIDATE = 0.15
_MOST_OF_CAT = 2.0
# 1 is linear; the rest is for what cannot be measured more exactly.
_MOST_EXPONENT = 1.1


def of_builds(rows: list[Row]) -> Iterator[Verdict]:
    """The goals that rows say something about."""
    for row in rows:
        for goal in _RATIOS:
            if _is_about(goal, row) and row.ratio is not None:
                text = f"{row.situation}, {row.set_name}: {row.tool} takes at least {goal.ratio:g} times as long"
                yield Verdict(text, f"{row.ratio:.2f} times, CPU {row.cpu_ratio:.2f}", row.ratio >= goal.ratio)
    yield from _beyond_validate(rows)


def _is_about(goal: _AtLeast, row: Row) -> bool:
    return (
        row.situation == goal.situation and row.tool == goal.tool and goal.set_name in (None, row.set_name)
    )


def _beyond_validate(rows: list[Row]) -> Iterator[Verdict]:
    for row in rows:
        if row.tool == plugin.VALIDATE and row.less is not None and row.cpu_less is not None:
            text = f"{row.situation}, {row.set_name}: at most {_MOST_BEYOND_VALIDATE} s beyond {plugin.VALIDATE}"
            yield Verdict(text, f"{row.less:.2f} s, CPU {row.cpu_less:.2f} s", row.less <= _MOST_BEYOND_VALIDATE)


def of_growth(growth: Growth) -> Iterator[Verdict]:
    """Whether times grow no faster than the layer."""
    for name, line in (("check", growth.check), ("write", growth.write)):
        text = f"growth of {name}, {growth.shape}: at most with the power {_MOST_EXPONENT:g} of the size"
        yield Verdict(text, f"{line.exponent:.2f}", line.exponent <= _MOST_EXPONENT)


def of_writing(writing: Writing) -> Verdict:
    """Whether a layer is written fast enough."""
    text = f"writing the layer of {writing.set_name}: at most {_MOST_OF_CAT:g} times as long as cat of its wheels"
    measured = f"{writing.ratio:.2f} times, {writing.first_ratio:.2f} in a new JVM"
    return Verdict(text, measured, writing.ratio <= _MOST_OF_CAT)
