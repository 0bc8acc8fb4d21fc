"""Notes that a kept file or folder is used, once a day at most: the twin of LastUse.java."""

import os
import time

PRECISION = 24 * 60 * 60


def note(path):
    try:
        if abs(time.time() - os.stat(path).st_mtime) >= PRECISION:
            os.utime(path)
    except OSError:
        return  # not ours; at worst it has to be fetched or built again some day
