"""A wheel's metadata is read once, and pip's report has no more of it than is asked for.

pip opens a wheel each time that it wants to know something of it, and large ones list thousands of files; and its report
repeats all metadata, long descriptions included.
"""

import functools


def install():
    from pip._internal.metadata import BaseDistribution, FilesystemWheel, select_backend

    backend = select_backend().Distribution
    from_wheel = backend.from_wheel
    known = {}  # (path of a wheel, name) -> its metadata

    def from_wheel_once(wheel, name):
        if not isinstance(wheel, FilesystemWheel):
            return from_wheel(wheel, name)
        key = wheel.location, name
        if key not in known:
            known[key] = from_wheel(wheel, name)
        return known[key]

    backend.from_wheel = staticmethod(from_wheel_once)
    parse_once()
    BaseDistribution.metadata_dict = property(lambda self: {"name": self.raw_name, "version": str(self.version)})


def parse_once():
    """Of a wheel's metadata, which the standard library parses whenever a name or a version is asked for."""
    try:
        from pip._internal.metadata.importlib._dists import WheelDistribution
    except ImportError:
        return  # a pip that is built otherwise; it parses more often then
    parse = WheelDistribution.metadata.fget
    parsed = functools.cached_property(lambda self: parse(self))
    parsed.__set_name__(WheelDistribution, "metadata")
    WheelDistribution.metadata = parsed
