"""The machine, for whoever reads the figures."""

import os
import platform
import re
from datetime import datetime, timezone

from .commands import text_of
from .tools.tool import Tool

_GIB = 1 << 30
# Some Mavens print them even to a file.
_COLOURS = re.compile("\x1b\\[[0-9;]*m")


def describe(tools: list[Tool]) -> list[str]:
    """Lines: date, shape and versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    load = os.getloadavg()[0]
    maven = _COLOURS.sub("", text_of("mvn", "-B", "--version")).splitlines()
    java = next(line for line in maven if line.startswith("Java version"))
    versions = list(dict.fromkeys(tool.version for tool in tools))
    return [
        f"{datetime.now(timezone.utc):%Y-%m-%d}, {platform.system()} {platform.release()} on {platform.machine()}, "
        f"{os.cpu_count()} cores, {memory:.0f} GiB, load {load:.1f} at the start",
        f"{maven[0].split(' (')[0]}; {java.split(', runtime')[0]}",
        "; ".join(versions),
    ]
