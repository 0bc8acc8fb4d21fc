"""The Lambda runtime that everything is built for: python3.13 on x86_64, Amazon Linux 2023 with glibc 2.34."""

import json

PYTHON_MINOR = 13
PYTHON = f"3.{PYTHON_MINOR}"
RUNTIME = f"python{PYTHON}"
UV_PLATFORM = "x86_64-manylinux_2_34"

_MACHINE = "x86_64"
_NEWEST_GLIBC_MINOR = 34
_OLDEST_GLIBC_MINOR = 5
# PEP 600 lists which glibc the older names stand for.
_OLDER_NAMES = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
_FIRST_STABLE_ABI = 2


def platforms() -> list[str]:
    """All platform tags of the runtime, best first."""
    names = []
    for minor in range(_NEWEST_GLIBC_MINOR, _OLDEST_GLIBC_MINOR - 1, -1):
        names.append(f"manylinux_2_{minor}_{_MACHINE}")
        if minor in _OLDER_NAMES:
            names.append(f"{_OLDER_NAMES[minor]}_{_MACHINE}")
    names.append(f"linux_{_MACHINE}")
    return names


def tags() -> list[str]:
    """All tags of the runtime, in the order of pypa/packaging."""
    interpreter = f"cp3{PYTHON_MINOR}"
    pythons = [f"py3{PYTHON_MINOR}", "py3"] + [f"py3{minor}" for minor in range(PYTHON_MINOR - 1, -1, -1)]
    prefixes = [f"{interpreter}-{abi}" for abi in (interpreter, "abi3", "none")]
    prefixes += [f"cp3{minor}-abi3" for minor in range(PYTHON_MINOR - 1, _FIRST_STABLE_ABI - 1, -1)]
    prefixes += [f"{python}-none" for python in pythons]
    with_platform = [f"{prefix}-{platform}" for prefix in prefixes for platform in platforms()]
    return with_platform + [f"{python}-none-any" for python in (interpreter, *pythons)]


def complete_platform() -> str:
    """The runtime as pex wants it described (JSON)."""
    marker_environment = {
        "implementation_name": "cpython",
        "implementation_version": f"{PYTHON}.0",
        "os_name": "posix",
        "platform_machine": _MACHINE,
        "platform_python_implementation": "CPython",
        "platform_release": "",
        "platform_system": "Linux",
        "platform_version": "",
        "python_full_version": f"{PYTHON}.0",
        "python_version": PYTHON,
        "sys_platform": "linux",
    }
    return json.dumps({"marker_environment": marker_environment, "compatible_tags": tags()})
