"""uv pip install --target, and zip: compressed, or stored."""

from ..commands import text_of
from ..target import PYTHON, UV_PLATFORM
from ..workspace import Workspace
from .folder import zip_both
from .tool import Cache, Tool

NAME = "uv + zip"
STORED_NAME = "uv + zip -0"


def uv_and_zip(workspace: Workspace) -> Tool:
    return _uv(workspace, NAME, "uv", "-q -r")


def uv_and_zip_stored(workspace: Workspace) -> Tool:
    return _uv(workspace, STORED_NAME, "uv-stored", "-q -0 -r")


def _uv(workspace: Workspace, name: str, cache_name: str, zip_options: str) -> Tool:
    binaries = workspace.venv("uv")
    cache = workspace.cache(cache_name)
    script = f"""
rm -rf build
mkdir -p build/layer
uv pip install --quiet --python {binaries}/python --target build/layer/python --only-binary :all: \
    --python-platform {UV_PLATFORM} --python-version {PYTHON} --requirement src/layer/requirements.txt
"""
    return Tool(
        name=name,
        version=text_of(binaries / "uv", "--version"),
        script=script + zip_both(zip_options, "build/layer", "src/app"),
        environment=workspace.environment(binaries, UV_CACHE_DIR=cache),
        outputs=("build",),
        cache=Cache(cache),
        layer="build/layer.zip",
        app="build/app.zip",
    )
