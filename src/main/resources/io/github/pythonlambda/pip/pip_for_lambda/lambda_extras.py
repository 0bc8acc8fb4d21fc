"""Extras by their normal form (PEP 685), which pip has done by itself since 24.1.

Before, demo[fast-io] did not find the extra that demo's metadata spells fast_io, so hosts with an older pip left packages
out. Since 23.3 pip finds it, and then compares the markers that select its requirements with the normal form alone.
"""

FOUND_SINCE = (23, 3)
COMPARED_SINCE = (24, 1)


def install(pip_version):
    if pip_version < FOUND_SINCE:
        find_as_spelled()
    elif pip_version < COMPARED_SINCE:
        compare_as_spelled()


def compare_as_spelled():
    from pip._internal.resolution.resolvelib.candidates import ExtrasCandidate
    from pip._vendor.packaging.utils import canonicalize_name

    valid_extras = ExtrasCandidate._calculate_valid_requested_extras

    def valid_extras_as_spelled(self):
        valid = valid_extras(self)
        asked = {canonicalize_name(extra) for extra in valid}
        provided = self.base.dist.metadata.get_all("Provides-Extra", [])
        return valid.union(extra for extra in provided if canonicalize_name(extra) in asked)

    ExtrasCandidate._calculate_valid_requested_extras = valid_extras_as_spelled


def find_as_spelled():
    from pip._internal.metadata.importlib import _dists
    from pip._internal.resolution.resolvelib.candidates import ExtrasCandidate
    from pip._vendor.packaging.utils import canonicalize_name

    iter_dependencies = ExtrasCandidate.iter_dependencies

    def iter_dependencies_as_spelled(self, with_requires):
        asked = self.extras
        if with_requires:
            spelled = {canonicalize_name(extra): extra for extra in self.base.dist.iter_provided_extras()}
            self.extras = frozenset(spelled.get(canonicalize_name(extra), extra) for extra in asked)
        try:
            return list(iter_dependencies(self, with_requires))
        finally:
            self.extras = asked

    # The markers that select an extra's requirements spell it as the metadata do.
    _dists.safe_extra = lambda extra: extra
    ExtrasCandidate.iter_dependencies = iter_dependencies_as_spelled
