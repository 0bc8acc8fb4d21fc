"""Tells each release that pip looks at, so that a long search is not a silent one."""

import sys


def install():
    from pip._internal.resolution.resolvelib.candidates import LinkCandidate

    init = LinkCandidate.__init__

    def init_and_tell(self, *args, **kwargs):
        init(self, *args, **kwargs)
        sys.stdout.write("@looked-at %s\n" % self.name)
        sys.stdout.flush()

    LinkCandidate.__init__ = init_and_tell
