"""A requirement that cannot be met even alone is found before all releases of the others have been tried beside it.

If an old package wants a dependency that has no wheel, and a package with a thousand releases wants a newer one of that
dependency, pip goes through the thousand first. So a search that is still going on after some hundred releases is
interrupted once, each requirement is tried alone, and if all can be met, the search goes on: what has been looked at
is kept.
"""

from lambda_looks import limited_looks

TOGETHER = 300
ALONE = 100


class StillSearching(Exception):
    pass


def install():
    from pip._internal.resolution.resolvelib.resolver import Resolver

    resolve = Resolver.resolve

    def resolve_unless_hopeless(self, root_reqs, *args, **kwargs):
        try:
            with limited_looks(TOGETHER, StillSearching):
                return resolve(self, root_reqs, *args, **kwargs)
        except StillSearching:
            constraints = [root for root in root_reqs if root.constraint]
            for root in root_reqs:
                if not root.constraint:
                    try_alone(self, constraints + [root], *args, **kwargs)
        return resolve(self, root_reqs, *args, **kwargs)

    def try_alone(resolver, roots, *args, **kwargs):
        try:
            with limited_looks(ALONE, StillSearching):
                resolve(resolver, roots, *args, **kwargs)
        except StillSearching:
            pass

    Resolver.resolve = resolve_unless_hopeless
