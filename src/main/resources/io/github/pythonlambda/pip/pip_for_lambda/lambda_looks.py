"""Lets pip look at so many releases and no more, since it may go through thousands of them before it gives up."""

import contextlib


@contextlib.contextmanager
def limited_looks(limit, enough):
    """Raises what enough() returns as soon as pip looks at one release more; those that it has looked at before cost nothing."""
    from pip._internal.resolution.resolvelib.candidates import LinkCandidate

    init = LinkCandidate.__init__
    left = [limit]

    def init_within_limit(self, *args, **kwargs):
        left[0] -= 1
        if left[0] < 0:
            raise enough()
        init(self, *args, **kwargs)

    LinkCandidate.__init__ = init_within_limit
    try:
        yield
    finally:
        LinkCandidate.__init__ = init


def given_up():
    from pip._internal.exceptions import InstallationError

    return InstallationError("enough releases have been looked at")
