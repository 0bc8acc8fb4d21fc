"""The target's tags, markers and Python version in the place of the running interpreter's.

Replaced, all with the same name and use in every pip from 23.0 to 26.2:
    pip._internal.utils.compatibility_tags.get_supported
    pip._vendor.packaging.markers.default_environment
    pip._internal.resolution.resolvelib.candidates.RequiresPythonCandidate.__init__
"""


class Target:
    """A target; which one becomes known after pip was imported."""

    tags = environment = version = None

    def be(self, spec):
        from pip._vendor.packaging.tags import parse_tag

        self.tags = [next(iter(parse_tag(text))) for text in spec["tags"]]
        self.environment = spec["environment"]
        self.version = tuple(spec["python_version"])


def install(target):
    from pip._internal.utils import compatibility_tags
    from pip._vendor.packaging import markers

    require(compatibility_tags, "get_supported")
    compatibility_tags.get_supported = lambda *args, **kwargs: list(target.tags)

    require(markers, "default_environment")
    # A new dict each time, because Marker.evaluate adds "extra" to the one it gets.
    markers.default_environment = lambda: dict(target.environment)

    from pip._internal.resolution.resolvelib import candidates

    require(candidates, "RequiresPythonCandidate")
    original = candidates.RequiresPythonCandidate.__init__
    candidates.RequiresPythonCandidate.__init__ = lambda self, *args, **kwargs: original(self, target.version)


def require(module, name):
    if not callable(getattr(module, name, None)):
        raise RuntimeError("%s.%s is gone" % (module.__name__, name))


def check_effect(spec):
    """Asks the classes that pip itself will ask."""
    from pip._internal.models.target_python import TargetPython
    from pip._internal.resolution.resolvelib.candidates import RequiresPythonCandidate
    from pip._vendor.packaging.requirements import Requirement

    for key, value in spec["environment"].items():
        for marker, expected in (('%s == "%s"' % (key, value), True), ('%s == "none-such-0"' % key, False)):
            for extra in ("", "e"):
                if Requirement("x; " + marker).marker.evaluate({"extra": extra}) is not expected:
                    raise RuntimeError("markers are not the target's: " + marker)
    version = ".".join(map(str, spec["python_version"]))
    if str(RequiresPythonCandidate(None).version) != version:
        raise RuntimeError("Requires-Python is not checked for %s" % version)
    target = TargetPython(py_version_info=tuple(spec["python_version"]))
    sorted_tags = getattr(target, "get_sorted_tags", None) or target.get_tags
    if [str(tag) for tag in sorted_tags()] != spec["tags"]:
        raise RuntimeError("tags are not the target's")
