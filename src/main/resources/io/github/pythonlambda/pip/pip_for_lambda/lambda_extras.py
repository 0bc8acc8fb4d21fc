"""Extras by their normal form (PEP 685), which pip has done by itself since 23.3.

Before, demo[fast-io] did not find the extra that demo's metadata spells fast_io, so hosts with an older pip left packages
out.
"""

IN_PIP_SINCE = (23, 3)


def install(pip_version):
    if pip_version >= IN_PIP_SINCE:
        return
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
