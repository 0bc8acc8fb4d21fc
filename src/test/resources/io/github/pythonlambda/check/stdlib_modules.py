"""Prints the names of the standard library's modules, and those of them that nothing runs without.

Usage: stdlib_modules.py FILE, a JSON file with a list of the modules to try, or null for all. This makes the entries of
stdlib-modules.json, one for each Python that runs it; "seen" there is the version. Before 3.10 the names are not known
to Python itself; those of 3.10 that can be imported stand for them.

A module is needed if a fresh interpreter cannot import what a web server and Lambda's bootstrap import, and find there
what it is used for, while an empty module of that name comes first on the path.
"""

import json
import os
import subprocess
import sys
import tempfile

PROBE = """
import sys; sys.path.insert(0, sys.argv[1])
import json, logging, logging.config, http.client, urllib.request, traceback, datetime, decimal, re
import asyncio, concurrent.futures
json.dumps, logging.getLogger, logging.config.dictConfig, http.client.HTTPConnection, urllib.request.Request
traceback.format_exc, datetime.datetime, decimal.Decimal, re.compile, asyncio.run
concurrent.futures.ThreadPoolExecutor
"""


def is_needed(name):
    with tempfile.TemporaryDirectory() as folder:
        open(os.path.join(folder, name + ".py"), "w").close()
        command = [sys.executable, "-I", "-S", "-B", "-c", PROBE, folder]
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0


names = sorted(
    name for name in sys.stdlib_module_names if not name.startswith("__") and name not in ("antigravity", "this")
)
with open(sys.argv[1]) as file:
    tried = json.load(file)
needed = [name for name in (names if tried is None else tried) if is_needed(name)]
json.dump({"names": names, "needed": needed}, sys.stdout)
