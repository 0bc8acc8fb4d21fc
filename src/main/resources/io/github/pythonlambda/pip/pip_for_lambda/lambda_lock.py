"""The turn to do what other builds may be doing, the twin of WorkLock.java: a lock on a file, which ends with its process.

It saves work, and nothing else depends on it. Where there are no locks, nobody waits.
"""

import contextlib
import errno
import os
import sys
import time

PAUSE = 0.02
LONG_WAIT = 3
PATIENCE = 10 * 60


@contextlib.contextmanager
def held(path, work):
    """Waits for the turn. Who has it looks first whether the result is there, and calls what this gives when it is.

    work: what is done, to be told if the wait is long
    """
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(path, "ab")
    except OSError:
        yield lambda: None
        return
    with file:
        wait(file, work)
        yield lambda: remove(path)


def wait(file, work):
    start = time.monotonic()
    told = False
    while is_taken(file):
        waited = time.monotonic() - start
        if waited > PATIENCE:
            return
        if waited > LONG_WAIT and not told:
            told = True
            sys.stdout.write("@waiting %s\n" % work)
            sys.stdout.flush()
        time.sleep(PAUSE)


def is_taken(file):
    """Locks the file if nobody else has; if it cannot be locked at all, nobody has."""
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            # Of the three kinds of locks, the one that Java takes.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as e:
        return e.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return False


def remove(path):
    with contextlib.suppress(OSError):
        os.remove(path)
