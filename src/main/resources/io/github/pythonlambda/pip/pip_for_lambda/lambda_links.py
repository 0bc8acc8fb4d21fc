"""The links of an index's page, read faster to the same result.

A project's page lists all files of all its releases, tens of thousands in one resolution, and pip takes each URL apart to
see whether something in it is to be quoted.
"""

import re

# Nothing in it that pip would quote, or write in another way.
PLAIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9_.~-]+)+(#[A-Za-z0-9=._-]+)?")


def install():
    from pip._internal.models import link

    # Not every pip has it under this name; the others read links as they always do.
    quoted = getattr(link, "_ensure_quoted_url", None)
    if callable(quoted):
        link._ensure_quoted_url = lambda url: url if PLAIN.fullmatch(url) else quoted(url)
