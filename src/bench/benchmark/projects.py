"""A copy of the benchmark's project for one tool."""

import shutil
from pathlib import Path

from . import contents, sets
from .commands import Usage, measure
from .tools.tool import Tool, remove
from .workspace import Workspace

_TEMPLATE = Path(__file__).parent.parent / "project"
_REQUIREMENTS = "src/layer/requirements.txt"
_APP = "src/app/main.py"


class WrongZip(Exception):
    """A zip holds something else than it should."""


class Project:
    """A tool's own folder, in which it builds."""

    def __init__(self, tool: Tool, set_name: str, workspace: Workspace) -> None:
        self.tool = tool
        self._base = sets.requirements(set_name)
        self._folder = workspace.root / "projects" / set_name / tool.name.replace(" ", "-")
        self._settled = False
        remove(self._folder)
        shutil.copytree(_TEMPLATE, self._folder)
        (self._folder / _REQUIREMENTS).parent.mkdir(parents=True)
        (self._folder / _REQUIREMENTS).write_text(self._base)

    def settle(self) -> None:
        """Brings the project to where every situation starts: unedited and built."""
        if not self._settled:
            (self._folder / _REQUIREMENTS).write_text(self._base)
            shutil.copy(_TEMPLATE / _APP, self._folder / _APP)
            self.build()
            self._settled = True

    def add_requirements(self, lines: list[str]) -> None:
        self._settled = False
        (self._folder / _REQUIREMENTS).write_text(self._base + "\n".join(lines) + "\n")

    def edit_app(self, comment: str) -> None:
        self._settled = False
        text = (_TEMPLATE / _APP).read_text()
        (self._folder / _APP).write_text(f"{text}\n# {comment}\n")

    def clean(self) -> None:
        for output in self.tool.outputs:
            remove(self._folder / output)

    def build(self) -> Usage:
        return measure(self.tool.script, self._folder, self.tool.environment)

    def check_zips(self) -> None:
        """Compares the zips with the requirements and the app."""
        if self.tool.layer is None or self.tool.app is None:
            return
        pins = [line.split("==") for line in (self._folder / _REQUIREMENTS).read_text().split()]
        expected = {(name, version) for name, version in pins}
        found = contents.packages(self._folder / self.tool.layer)
        if found != expected:
            missing = ", ".join("==".join(package) for package in sorted(expected - found)) or "none"
            foreign = ", ".join("==".join(package) for package in sorted(found - expected)) or "none"
            raise WrongZip(f"the layer of {self.tool.name} has other packages; missing: {missing}; not asked for: {foreign}")
        if not contents.holds_file(self._folder / self.tool.app, "main.py", self._folder / _APP):
            raise WrongZip(f"the app zip of {self.tool.name} has not the present main.py")

    def layer(self) -> Path | None:
        return self._folder / self.tool.layer if self.tool.layer else None
