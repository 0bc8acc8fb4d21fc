"""The command line."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from . import sets, situations
from .tools import pex, pip, plugin, sam, uv
from .workspace import REPOSITORY, find_python

WRITING = "writing"
GROWTH = "growth"
TOOLS = {
    "plugin": plugin.plugin,
    "pip": pip.pip_and_zip,
    "uv": uv.uv_and_zip,
    "uv0": uv.uv_and_zip_stored,
    "pex": pex.pex,
    "sam": sam.sam,
}
_RUNS = 5


@dataclass(frozen=True)
class Selection:
    """What to measure, and where results go."""

    sets: list[str]
    situations: list[situations.Situation]
    tools: list[str]
    runs: int
    writing: bool
    growth: bool
    jmh: bool
    markdown: bool
    python: Path
    jvm: str
    work: Path
    output: Path


def parse() -> Selection:
    situation_names = [situation.name for situation in situations.ALL]
    parser = argparse.ArgumentParser(
        prog="src/bench/run", description="Measures the plugin beside other packagers; see docs/performance.md."
    )
    choose = _choice(parser)
    choose("--sets", list(sets.NAMES), "requirement sets")
    choose(
        "--situations",
        [*situation_names, WRITING, GROWTH],
        f"situations; {WRITING}: writing a set's layer alone, {GROWTH}: layers of more and more bytes",
    )
    choose("--tools", list(TOOLS), "what is compared")
    parser.add_argument("--runs", type=int, default=_RUNS, help=f"rounds, {_RUNS} unless given; cold ones are 3 at most")
    parser.add_argument("--jmh", action="store_true", help="run the JMH benchmarks of inner parts, too")
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--python", type=Path, help="the interpreter of the other tools; python3.13 where there is one")
    parser.add_argument("--jvm", default="", help="flags of Maven's JVM, as in .mvn/jvm.config; none unless given")
    parser.add_argument("--work", type=Path, default=REPOSITORY / "target" / "bench", help="a folder for tools and caches")
    parser.add_argument("--output", type=Path, help="a folder for results; the folder 'results' of --work unless given")
    given = parser.parse_args()
    if given.runs < 1:
        parser.error("--runs is less than 1")
    work = given.work.resolve()
    return Selection(
        sets=given.sets,
        situations=[situation for situation in situations.ALL if situation.name in given.situations],
        tools=given.tools,
        runs=given.runs,
        writing=WRITING in given.situations,
        growth=GROWTH in given.situations,
        jmh=given.jmh,
        markdown=given.markdown,
        # Not resolved: a virtual environment's interpreter is a link.
        python=given.python.absolute() if given.python else find_python(),
        jvm=given.jvm,
        work=work,
        output=given.output.resolve() if given.output else work / "results",
    )


def _choice(parser: argparse.ArgumentParser):
    """Adds options that take names with commas, all of them unless given."""

    def add(option: str, names: list[str], what: str) -> None:
        def read(text: str) -> list[str]:
            chosen = text.split(",")
            unknown = [name for name in chosen if name not in names]
            if unknown:
                raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}; there are {', '.join(names)}")
            return [name for name in names if name in chosen]

        parser.add_argument(option, type=read, default=names, metavar="NAME,...", help=f"{what}: {', '.join(names)}")

    return add
