"""Compiles the modules of one package, and writes what Python itself would write to __pycache__ (PEP 552).

Arguments: the file to read, the file to write, the folder that module paths begin with on Lambda, the flags of a .pyc file.
Read are records of two parts, a path and a source; written are the magic number of .pyc files, and for each module a byte
(1 for a compiled one, 0 for one that cannot be compiled) and one part, the .pyc file or the reason. A part is its length, 4
bytes with the highest first, and its bytes.

Nothing is imported that is not in every interpreter from its start: what else was loaded could show in the result, since
marshal writes a value in another way if something else refers to it.
"""

import marshal
import sys
from _frozen_importlib_external import MAGIC_NUMBER
from _imp import source_hash


def parts(content):
    position = 0
    while position < len(content):
        start = position + 4
        position = start + int.from_bytes(content[position:start], "big")
        yield content[start:position]


def compiled(path, source, flags):
    # As importlib does it: the encoding is what the source declares, no "from __future__" of this file has an effect, and
    # asserts and docstrings stay.
    code = compile(source, path, "exec", 0, True, 0)
    key = int.from_bytes(MAGIC_NUMBER, "little")
    return MAGIC_NUMBER + flags.to_bytes(4, "little") + source_hash(key, source) + marshal.dumps(code)


def reason(error):
    if isinstance(error, SyntaxError) and error.lineno:
        return "line %d: %s" % (error.lineno, error.msg)
    return "%s: %s" % (type(error).__name__, error)


def main(sources, results, folder, flags):
    with open(sources, "rb") as file:
        content = parts(file.read())
    with open(results, "wb") as file:
        file.write(MAGIC_NUMBER)
        for path in content:
            source = next(content)
            try:
                done, result = b"\1", compiled(folder + path.decode("utf-8"), source, int(flags))
            except Exception as error:  # The compiler refuses a source in many ways: SyntaxError, ValueError, MemoryError ...
                done, result = b"\0", reason(error).encode("utf-8", "replace")
            file.write(done + len(result).to_bytes(4, "big") + result)


main(*sys.argv[1:])
