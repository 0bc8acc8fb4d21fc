"""sam build with its own cache and without a container; zip does what `sam package` does before an upload."""

from ..commands import CommandFailed, text_of
from ..target import RUNTIME
from ..workspace import Workspace
from .folder import zip_both
from .tool import Cache, NotAvailable, Tool

NAME = "sam build + zip"


def sam(workspace: Workspace) -> Tool:
    environment = workspace.environment()
    try:
        text_of(RUNTIME, "--version", environment=environment)
    except CommandFailed as e:
        raise NotAvailable(f"without a container it needs {RUNTIME} (--python)") from e
    binaries = workspace.venv("aws-sam-cli")
    cache = workspace.cache("sam")
    script = f"""
sam build --cached --parallel --cache-dir {cache}/builds
rm -rf build
mkdir build
"""
    return Tool(
        name=NAME,
        version=text_of(binaries / "sam", "--version"),
        script=script + zip_both("-q -r", ".aws-sam/build/Dependencies", ".aws-sam/build/Api"),
        environment=workspace.environment(
            binaries, PIP_CACHE_DIR=cache / "pip", SAM_CLI_TELEMETRY=0, AWS_DEFAULT_REGION="eu-central-1"
        ),
        # .aws-sam/build.toml says which of the cache's builds is whose.
        outputs=("build", ".aws-sam/build"),
        cache=Cache(cache),
        layer="build/layer.zip",
        app="build/app.zip",
    )
