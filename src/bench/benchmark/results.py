"""All that one run measured, and its files."""

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path

from . import goals, plot, report
from .growth import Growth
from .rounds import Measurement
from .summary import summarize
from .writing import Writing


@dataclass
class Results:
    """Grows while the benchmark runs."""

    machine: list[str] = field(default_factory=list)
    measurements: list[Measurement] = field(default_factory=list)
    sizes: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    writings: list[Writing] = field(default_factory=list)
    growths: list[Growth] = field(default_factory=list)

    def text(self, form: report.Format) -> str:
        rows = summarize(self.measurements)
        verdicts = [*goals.of_builds(rows), *map(goals.of_writing, self.writings)]
        for growth in self.growths:
            verdicts += goals.of_growth(growth)
        parts = [*report.machine(form, self.machine)]
        if rows:
            parts += [*report.builds(form, rows), *report.sizes(form, self.sizes)]
        if self.writings:
            parts += report.writings(form, self.writings)
        parts += report.growths(form, self.growths)
        if verdicts:
            parts += report.verdicts(form, verdicts)
        return "\n".join(parts)

    def save(self, folder: Path) -> None:
        """Writes results.json, with every single measurement, results.txt, results.md and growth.svg."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "results.json").write_text(json.dumps(dataclasses.asdict(self), indent=1) + "\n")
        (folder / "results.txt").write_text(self.text(report.PlainText()) + "\n")
        (folder / "results.md").write_text(self.text(report.Markdown()) + "\n")
        if self.growths:
            (folder / "growth.svg").write_text(plot.svg(self.growths))
