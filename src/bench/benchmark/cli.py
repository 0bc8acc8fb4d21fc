"""From the command line to the report."""

import sys

from . import contents, growth, java, machine, report, situations, wheels
from .commands import CommandFailed
from .projects import Project, WrongZip
from .results import Results
from .rounds import measure_rounds
from .selection import TOOLS, Selection, parse
from .tools import plugin
from .tools.tool import NotAvailable, Tool
from .workspace import Workspace
from .writing import measure_writing


def main() -> int:
    selection = parse()
    workspace = Workspace(selection.work, selection.python, selection.jvm)
    workspace.root.mkdir(parents=True, exist_ok=True)
    results = Results()
    try:
        _measure(selection, workspace, results)
    except (CommandFailed, WrongZip) as e:
        print(f"src/bench/run: {e}", file=sys.stderr)
        return 1
    finally:
        results.save(selection.output)
    print(results.text(report.Markdown() if selection.markdown else report.PlainText()))
    if selection.jmh:
        print(java.jmh())
    print(f"\nWritten to {selection.output}", file=sys.stderr)
    return 0


def _measure(selection: Selection, workspace: Workspace, results: Results) -> None:
    tools = _tools(selection, workspace)
    results.machine += machine.describe(tools)
    if selection.writing or selection.growth or selection.jmh:
        _tell("compiling the benchmarks of inner parts")
        java.compile_benchmarks()
    for set_name in selection.sets:
        projects = [Project(tool, set_name, workspace) for tool in tools]
        for situation in selection.situations:
            taking_part = projects
            if situation.name == situations.UNCHANGED:
                taking_part = projects + _validations(projects, set_name, workspace)
            results.measurements += measure_rounds(set_name, situation, taking_part, selection.runs)
        for project in projects:
            project.settle()
            results.sizes.append(_size(set_name, project))
            if selection.writing and project.tool.name == plugin.NAME:
                _tell(f"{set_name}: writing the layer")
                layer = project.layer()
                store = project.tool.cache.folder / "wheels"
                found = wheels.of_manifest(layer.parent / "manifest.json", store)
                results.writings.append(measure_writing(set_name, found, workspace))
    if selection.growth:
        for shape in growth.SHAPES:
            _tell(f"growth, {shape.name}")
            results.growths.append(growth.measure_growth(shape, selection.runs, workspace))


def _tools(selection: Selection, workspace: Workspace) -> list[Tool]:
    tools = []
    for name in selection.tools:
        _tell(f"preparing {name}")
        try:
            tools.append(TOOLS[name](workspace))
        except (NotAvailable, CommandFailed) as e:
            _tell(f"left out: {name}: {e}")
            if name == plugin.NAME:
                raise
    return tools


def _validations(projects: list[Project], set_name: str, workspace: Workspace) -> list[Project]:
    """Maven alone, beside the plugin."""
    return [
        Project(plugin.validate(project.tool), set_name, workspace)
        for project in projects
        if project.tool.name == plugin.NAME
    ]


def _size(set_name: str, project: Project) -> tuple[str, str, str, str, str]:
    layer = project.layer()
    return (
        set_name,
        project.tool.name,
        str(len(contents.packages(layer))),
        f"{layer.stat().st_size / 1e6:.1f} MB",
        f"{contents.unzipped_bytes(layer) / 1e6:.1f} MB",
    )


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
