"""Runs pip as if it ran on AWS Lambda: python pip_for_lambda, with an order on standard input

To import pip takes as long as to resolve a small project. So this may be started before it is known what to ask, imports
pip, and waits for its order; if standard input ends without one, it was not needed.

pip evaluates environment markers, and before 24.2 Requires-Python, for the interpreter that runs it, whatever --platform
and --python-version say (pypa/pip#11664, pypa/pip#12216). So a few of pip's own functions are replaced in memory before
its command line starts. If one of them is missing, or replacing it has no effect, this stops with exit status 97 rather
than resolve for the wrong machine.

Give --python-version with three parts too: pip filters the files of an index by it.

The order is one line of JSON:
    arguments       of pip
    variables       of the environment, on top of those that are set
    specification   what is to differ from pip on this machine

The specification:
    environment     the eleven marker values of PEP 508
    python_version  three numbers
    tags            the target's compatible tags, best first
    store           folder of the wheel store
    whole_wheels    true: download each wheel whole even where the index serves its metadata apart
    offline         true: nothing is asked for over the network
    pins            project -> version that is preferred to newer ones
    built           folder of the wheels that were built here
    sdists          what may be built: {"all": true or false, "projects": canonical names}
    runtimes        name of a Lambda runtime -> its Python version
    known           {"file", "not_before"}: what earlier resolutions know of the index (see lambda_known.py); null for nothing
    explain         canonical name of a project whose candidates are wanted; null for none
    layers          pip argument (requirements file or wheel URL) -> names of the layers that it belongs to
    result          where to write what pip's own report does not tell (see lambda_record.py)

Needs Python 3.8 and pip 23.0, and nothing else.
"""

import contextlib
import gc
import importlib
import json
import os
import runpy
import sys

import lambda_builder
import lambda_built
import lambda_confusion
import lambda_extras
import lambda_held_back
import lambda_hopeless
import lambda_index_lines
import lambda_known
import lambda_links
import lambda_metadata
import lambda_missing
import lambda_offers
import lambda_offline
import lambda_pins
import lambda_progress
import lambda_releases
import lambda_roots
import lambda_settings
import lambda_sources
import lambda_store
import lambda_target
from lambda_record import Record

CANNOT_ACT_AS_TARGET = 97
OLDEST_PIP = (23, 0)
# What pip imports in the course of its work, so that it is there before it is wanted. Not every pip has all of it.
NEEDED_BY_PIP = (
    "pip._internal.cli.main",
    "pip._internal.commands.install",
    "pip._internal.network.session",
    "pip._internal.resolution.resolvelib.resolver",
    "pip._internal.metadata.importlib",
    "pip._vendor.truststore",
    "pip._vendor.distro",
)


def prepare():
    """Does what can be done without an order, and gives pip's version and the target that pip now acts as if it ran on."""
    import pip

    version = tuple(int(part) for part in pip.__version__.split(".")[:2])
    if version < OLDEST_PIP:
        raise RuntimeError("this is pip %s, 23.0 or newer is needed" % pip.__version__)

    # First of all: other modules of pip take over names when they are imported.
    target = lambda_target.Target()
    lambda_target.install(target)

    for module in NEEDED_BY_PIP:
        with contextlib.suppress(ImportError):
            importlib.import_module(module)
    return version, target


def install(version, target, spec, record):
    import pip

    record.pip_version = pip.__version__
    target.be(spec)

    store = lambda_store.Store(spec["store"])
    offers = lambda_offers.Offers(spec["runtimes"])
    builder = lambda_builder.Builder(spec["tags"], lambda_settings.LEFT_OUT)
    built = lambda_built.BuiltWheels(spec["built"], builder, spec["offline"], record)
    lambda_settings.install(record)
    lambda_extras.install(version)
    lambda_links.install()
    lambda_metadata.install()
    lambda_offers.install(offers, record)
    lambda_index_lines.install(record)
    lambda_releases.install(lambda_releases.Releases(spec["explain"]))
    # From the innermost to the outermost of what is done around a resolution.
    lambda_hopeless.install()
    known = None
    if spec["known"]:
        known = lambda_known.Known(spec["known"]["file"], spec["known"]["not_before"], store)
        lambda_known.install(known)
    lambda_missing.install(offers, record)
    lambda_held_back.install(offers, spec["explain"], record)
    lambda_roots.install(spec["layers"], spec["environment"], built, record)
    if spec["pins"]:
        lambda_pins.install(spec["pins"])
    lambda_store.install(store, spec["whole_wheels"])
    lambda_sources.install(lambda_sources.Policy(spec["sdists"]), built, offers, record)
    if spec["offline"]:
        lambda_offline.install()
    lambda_confusion.install(record)
    if known:
        lambda_known.install_notes(known, offers, record)
    lambda_progress.install()
    lambda_target.check_effect(spec)


def main():
    fault = None
    # Of what is imported nothing becomes garbage.
    gc.disable()
    try:
        version, target = prepare()
    except Exception as e:
        fault = e
    gc.freeze()
    gc.enable()
    line = sys.stdin.readline()
    if not line:
        leave(0)
    order = json.loads(line)
    os.environ.update(order["variables"])
    # --python and PIP_PYTHON would start pip anew, without what is replaced here.
    os.environ["_PIP_RUNNING_IN_SUBPROCESS"] = "1"
    record = Record(order["specification"]["result"])
    try:
        if fault:
            raise fault
        install(version, target, order["specification"], record)
    except Exception as e:
        sys.stderr.write("pip cannot be told to act as if it ran on Lambda: %s: %s\n" % (type(e).__name__, e))
        sys.exit(CANNOT_ACT_AS_TARGET)
    # pip must not see this folder.
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != here]
    sys.argv = ["pip"] + order["arguments"]
    status = 0
    try:
        runpy.run_module("pip", run_name="__main__", alter_sys=True)
    except SystemExit as e:
        if not isinstance(e.code, int):
            raise
        status = e.code
    finally:
        record.write()
    leave(status)


def leave(status):
    """Ends the process without freeing all objects one by one, of which an index's pages have made millions."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
