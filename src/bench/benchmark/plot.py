"""Draws growth as SVG."""

from math import ceil, floor, log10

from .fit import Fit
from .growth import Growth

_WIDTH, _HEIGHT = 640, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 20, 40, 50
_MOST_TICKS = 6
_COLOURS = {"check": "#b5541c", "write": "#1f5fa8"}


class _Scale:
    """From amounts and seconds to places in the picture. Both begin with 0."""

    def __init__(self, amount: float, seconds: float) -> None:
        self.amount_step = _step(amount)
        self.seconds_step = _step(seconds)
        self.amount = ceil(amount / self.amount_step) * self.amount_step
        self.seconds = ceil(seconds / self.seconds_step) * self.seconds_step

    def x(self, amount: float) -> float:
        return _LEFT + amount / self.amount * (_WIDTH - _LEFT - _RIGHT)

    def y(self, seconds: float) -> float:
        return _HEIGHT - _BOTTOM - seconds / self.seconds * (_HEIGHT - _TOP - _BOTTOM)


def _step(largest: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that gives few ticks."""
    power = 10 ** floor(log10(largest / _MOST_TICKS))
    return next(factor * power for factor in (1, 2, 5, 10) if largest / (factor * power) <= _MOST_TICKS)


def svg(growths: list[Growth]) -> str:
    """One diagram above the other, one for each series."""
    diagrams = [
        f'<g transform="translate(0 {number * _HEIGHT})">\n{_diagram(growth)}\n</g>'
        for number, growth in enumerate(growths)
    ]
    height = _HEIGHT * len(growths)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        'font-family="sans-serif" font-size="12">\n'
        f'<rect width="{_WIDTH}" height="{height}" fill="white"/>\n' + "\n".join(diagrams) + "\n</svg>\n"
    )


def _diagram(growth: Growth) -> str:
    last = growth.points[-1]
    scale = _Scale(last.megabytes, max(max(point.check, point.write) for point in growth.points))
    title = f"{growth.shape}: up to {last.megabytes:.0f} MB in {last.files:,} files"
    parts = [_text(_LEFT, 24, title, weight="bold"), *_axes(scale)]
    parts += _series("check", [(p.megabytes, p.check) for p in growth.points], growth.check, scale, 0)
    parts += _series("write", [(p.megabytes, p.write) for p in growth.points], growth.write, scale, 1)
    return "\n".join(parts)


def _axes(scale: _Scale) -> list[str]:
    x0, y0 = scale.x(0), scale.y(0)
    parts = [
        f'<path d="M{x0:.1f} {_TOP} V{y0:.1f} H{_WIDTH - _RIGHT}" fill="none" stroke="black"/>',
        _text((_LEFT + _WIDTH) / 2, _HEIGHT - 12, "MB, unzipped", anchor="middle"),
    ]
    for tick in range(round(scale.amount / scale.amount_step) + 1):
        amount = tick * scale.amount_step
        parts.append(_text(scale.x(amount), y0 + 18, f"{amount:g}", anchor="middle"))
    for tick in range(round(scale.seconds / scale.seconds_step) + 1):
        seconds = tick * scale.seconds_step
        parts.append(_text(x0 - 6, scale.y(seconds) + 4, f"{seconds:g} s", anchor="end"))
    return parts


def _series(name: str, points: list[tuple[float, float]], line: Fit, scale: _Scale, row: int) -> list[str]:
    colour = _COLOURS[name]
    end = points[-1][0]
    parts = [
        f'<line x1="{scale.x(0):.1f}" y1="{scale.y(max(line.start, 0)):.1f}" x2="{scale.x(end):.1f}" '
        f'y2="{scale.y(line.start + line.slope * end):.1f}" stroke="{colour}" stroke-dasharray="4 3"/>',
        _text(_LEFT + 16, _TOP + 16 + 18 * row, f"{name}: R² {line.explained:.4f}", colour=colour),
    ]
    parts += [f'<circle cx="{scale.x(x):.1f}" cy="{scale.y(y):.1f}" r="4" fill="{colour}"/>' for x, y in points]
    return parts


def _text(x: float, y: float, text: str, anchor: str = "start", weight: str = "normal", colour: str = "black") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" fill="{colour}">{text}</text>'
    )
