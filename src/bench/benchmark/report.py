"""What is printed: as plain text, or as Markdown for the docs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from .goals import Verdict
from .growth import Growth
from .situations import ALL
from .summary import Row
from .writing import Writing

_TITLES = {situation.name: situation.title for situation in ALL}


class PlainText:
    """For a terminal."""

    def heading(self, text: str) -> str:
        return f"\n{text}\n"

    def item(self, text: str) -> str:
        return f"  {text}"

    def table(self, head: Sequence[str], rows: list[Sequence[str]]) -> str:
        widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
        lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths)) for row in [head, *rows]]
        return "\n".join(f"  {line.rstrip()}" for line in lines)


class Markdown:
    """For docs/performance.md."""

    def heading(self, text: str) -> str:
        return f"\n### {text}\n"

    def item(self, text: str) -> str:
        return f"- {text}"

    def table(self, head: Sequence[str], rows: list[Sequence[str]]) -> str:
        lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)


Format = PlainText | Markdown


def machine(form: Format, lines: list[str]) -> Iterator[str]:
    yield form.heading("Machine and versions")
    yield from map(form.item, lines)


def builds(form: Format, rows: list[Row]) -> Iterator[str]:
    """A table for each situation of each set. Ratios are a tool's time by the plugin's in the same round."""
    for set_name, group in groupby(rows, key=lambda row: row.set_name):
        of_set = list(group)
        for situation, same in groupby(of_set, key=lambda row: row.situation):
            yield form.heading(f"{set_name}: {_TITLES[situation]}")
            yield form.table(
                ("tool", "ratio", "CPU ratio", "median", "fastest", "slowest", "CPU", "runs"),
                [_build_line(row) for row in same],
            )


def _build_line(row: Row) -> Sequence[str]:
    return (
        row.tool,
        _ratio(row.ratio),
        _ratio(row.cpu_ratio),
        f"{row.median:.2f} s",
        f"{row.fastest:.2f} s",
        f"{row.slowest:.2f} s",
        f"{row.cpu_median:.2f} s",
        str(row.runs),
    )


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def sizes(form: Format, zipped: list[Sequence[str]]) -> Iterator[str]:
    yield form.heading("Layer zips")
    yield form.table(("set", "tool", "packages", "zipped", "unzipped"), zipped)


def writings(form: Format, measured: list[Writing]) -> Iterator[str]:
    yield form.heading("Writing a layer, beside `cat` of its wheels to one file")
    yield form.table(
        ("set", "times cat's", "in a new JVM", "write", "cat", "open", "open in a new JVM", "check"),
        [
            (
                one.set_name,
                f"{one.ratio:.2f}",
                f"{one.first_ratio:.2f}",
                f"{one.write:.3f} s",
                f"{one.cat:.3f} s",
                f"{one.open:.3f} s",
                f"{one.first_open:.3f} s",
                f"{one.check:.3f} s",
            )
            for one in measured
        ],
    )


def growths(form: Format, measured: list[Growth]) -> Iterator[str]:
    for growth in measured:
        yield form.heading(f"Growth, {growth.shape}")
        yield form.table(
            ("MB unzipped", "files", "check", "write", "cat"),
            [
                (f"{p.megabytes:.0f}", str(p.files), f"{p.check:.3f} s", f"{p.write:.3f} s", f"{p.cat:.3f} s")
                for p in growth.points
            ],
        )
        yield ""
        for name, line in (("check", growth.check), ("write", growth.write)):
            yield form.item(
                f"{name}: {line.start * 1000:.1f} ms + {line.slope * 1000:.2f} ms for each MB, "
                f"R² {line.explained:.4f}; grows with the power {line.exponent:.2f} of the size"
            )


def verdicts(form: Format, found: list[Verdict]) -> Iterator[str]:
    yield form.heading("Goals")
    yield form.table(
        ("goal", "measured", "met"), [(one.goal, one.measured, "yes" if one.met else "NO") for one in found]
    )
