"""Imports modules one after the other and tells how each went.

    lambda_import.py PLAN RESULTS

PLAN is a JSON object: "path" goes in front of sys.path, "site" tells whether .pth files count, "modules" are objects with a
"name" and perhaps an "attribute". RESULTS gets one JSON object for each line: first the interpreter, then for each module
its name before it is imported, and how that went. So the last line tells which module ended the process.
"""

import json
import site
import sys
import time

from lambda_fault import describe

# Of interpreters before 3.10, which do not know it; only what a build of Python may lack counts.
OPTIONAL = (
    "_bz2 _crypt _ctypes _curses _curses_panel _dbm _decimal _elementtree _gdbm _hashlib _lzma _sqlite3 _ssl _tkinter"
    " _uuid _zoneinfo bz2 crypt ctypes curses dbm hashlib lzma nis ossaudiodev readline spwd sqlite3 ssl tkinter zlib"
)


def prepare(plan):
    """Sets sys.path as Lambda has it, without the folder of this program."""
    sys.path[0:1] = plan["path"]
    if plan["site"]:
        # As the runtime does for a plain handler.
        for folder in plan["path"]:
            site.addsitedir(folder)


def interpreter():
    return {
        "standardLibrary": sorted(getattr(sys, "stdlib_module_names", OPTIONAL.split())),
        "prefix": sys.base_prefix,
    }


def load(module):
    # importlib.import_module does not show the time of the module itself.
    __import__(module["name"])
    value = sys.modules[module["name"]]
    for part in (module.get("attribute") or "").split("."):
        if part:
            value = getattr(value, part)
    return value


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    with open(sys.argv[2], "w", encoding="utf-8") as results:

        def tell(value):
            results.write(json.dumps(value) + "\n")
            results.flush()

        tell(interpreter())
        prepare(plan)
        for module in plan["modules"]:
            tell({"module": module["name"]})
            start = time.perf_counter()
            fault = None
            try:
                load(module)
            except BaseException as error:
                fault = describe(error, __file__)
            tell({"seconds": time.perf_counter() - start, "fault": fault})
    # Threads that a module has started are not waited for.
    sys.stdout.flush()
    sys.stderr.flush()


if __name__ == "__main__":
    main()
    import os

    os._exit(0)
