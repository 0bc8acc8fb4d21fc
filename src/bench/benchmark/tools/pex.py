"""pex3 venv create --layout flat-zipped: pex's way to a zip for Lambda."""

from pathlib import Path

from ..commands import text_of
from ..target import complete_platform
from ..workspace import Workspace
from .tool import Cache, Tool

NAME = "pex flat-zipped"

_CACHED = ("downloads", "built_wheels", "installed_wheels/*/*", "pip/*/*/pip_cache")


def pex(workspace: Workspace) -> Tool:
    binaries = workspace.venv("pex")
    root = workspace.cache("pex")
    platform = workspace.root / "tools" / "complete-platform.json"
    platform.write_text(complete_platform())
    script = f"""
rm -rf build
mkdir build
pex3 venv create --layout flat-zipped --prefix python --scope deps --dest-dir build/layer \
    --complete-platform {platform} --wheel --no-build --requirement src/layer/requirements.txt
build=$PWD/build
(cd src/app && zip -q -r "$build/app.zip" .)
"""
    return Tool(
        name=NAME,
        version=f"pex {text_of(binaries / 'pex', '--version')}",
        script=script,
        environment=workspace.environment(binaries, PEX_ROOT=root),
        outputs=("build",),
        cache=Cache(root, removed=_CACHED, is_kept=_is_its_own_pip),
        layer="build/layer.zip",
        app="build/app.zip",
    )


def _is_its_own_pip(path: Path) -> bool:
    """What pex runs with stays in an empty cache, as the plugin's interpreter does."""
    return any(next(path.glob(f"{name}-*.whl"), None) for name in ("pip", "setuptools", "wheel"))
