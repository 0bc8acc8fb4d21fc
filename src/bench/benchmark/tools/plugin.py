"""This plugin, built from the working tree, with a local repository of its own."""

from ..commands import text_of
from ..workspace import REPOSITORY, Workspace
from .tool import Cache, NotAvailable, Tool

NAME = "plugin"
VALIDATE = "mvn validate"
_ARTIFACT = "python-lambda-maven-plugin"


def plugin(workspace: Workspace) -> Tool:
    """Builds the plugin and puts it into the repository."""
    repository = workspace.root / "maven-repository"
    text_of("mvn", "-B", "-ntp", "-q", "-Dmaven.test.skip=true", "package", folder=REPOSITORY)
    jars = sorted((REPOSITORY / "target").glob(f"{_ARTIFACT}-*.jar"), key=lambda jar: jar.stat().st_mtime)
    if not jars:
        raise NotAvailable("mvn package made no jar")
    install = ("install:install-file", f"-Dfile={jars[-1]}", "-DpomFile=pom.xml", f"-Dmaven.repo.local={repository}")
    text_of("mvn", "-B", "-ntp", "-q", *install, folder=REPOSITORY)
    commit = text_of("git", "describe", "--always", "--dirty", folder=REPOSITORY)
    return Tool(
        name=NAME,
        version=f"{jars[-1].stem.removeprefix(_ARTIFACT + '-')} of {commit}{' with ' if workspace.jvm else ''}{workspace.jvm}",
        script=f"mvn -B -ntp -Dmaven.repo.local={repository} package",
        environment=workspace.environment(MAVEN_OPTS=workspace.jvm),
        outputs=("target",),
        # The interpreter is unpacked once for a machine.
        cache=Cache(repository / ".cache" / "python-lambda", is_kept=lambda path: path.name == "cpython"),
        layer="target/python-lambda/layer-x86_64.zip",
        app="target/python-lambda/app.zip",
    )


def validate(measured: Tool) -> Tool:
    """What Maven takes to start, read the project and do nothing."""
    return Tool(
        name=VALIDATE,
        version=measured.version,
        script=measured.script.removesuffix("package") + "validate",
        environment=measured.environment,
        outputs=(),
        cache=Cache(measured.cache.folder, removed=()),
        layer=None,
        app=None,
    )
