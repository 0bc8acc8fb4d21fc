"""pip install --target, with every platform tag of the runtime, and zip."""

from ..commands import text_of
from ..target import PYTHON, PYTHON_MINOR, platforms
from ..workspace import Workspace
from .folder import zip_both
from .tool import Cache, Tool

NAME = "pip + zip"


def pip_and_zip(workspace: Workspace) -> Tool:
    binaries = workspace.venv("pip")
    cache = workspace.cache("pip")
    accepted = " ".join(f"--platform {platform}" for platform in platforms())
    abis = f"--abi cp3{PYTHON_MINOR} --abi abi3 --abi none"
    # A second install into a folder leaves packages behind that are no longer required.
    script = f"""
rm -rf build
mkdir -p build/layer
python -m pip install --quiet --disable-pip-version-check --no-compile --target build/layer/python \
    --only-binary :all: --implementation cp --python-version {PYTHON} {abis} {accepted} \
    --requirement src/layer/requirements.txt
"""
    return Tool(
        name=NAME,
        version=text_of(binaries / "python", "-m", "pip", "--version").split(" from ")[0],
        script=script + zip_both("-q -r", "build/layer", "src/app"),
        environment=workspace.environment(binaries, PIP_CACHE_DIR=cache),
        outputs=("build",),
        cache=Cache(cache),
        layer="build/layer.zip",
        app="build/app.zip",
    )
