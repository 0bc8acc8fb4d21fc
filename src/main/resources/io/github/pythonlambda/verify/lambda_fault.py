"""What went wrong in a module, as data."""

import os
import traceback

LINES = 25


def describe(error, program):
    """An exception's type, text and place; of its traceback what the program itself did not add."""
    chain = traceback.TracebackException.from_exception(error)
    frames = []
    here = os.path.dirname(os.path.abspath(program))
    link = error
    while link is not None:
        frames += [frame.filename for frame in traceback.extract_tb(link.__traceback__)]
        link = link.__cause__ or link.__context__
    part = chain
    while part is not None:
        part.stack = traceback.StackSummary.from_list(
            [
                frame
                for frame in part.stack
                if not frame.filename.startswith(here + os.sep)
                and not frame.filename.startswith("<frozen importlib")
                and not frame.filename.endswith(os.path.join("importlib", "__init__.py"))
            ]
        )
        part = part.__cause__ or part.__context__
    text = "".join(chain.format()).splitlines()
    return {
        "type": type(error).__name__,
        "message": str(error),
        "name": getattr(error, "name", None) if isinstance(error, ImportError) else None,
        "path": getattr(error, "path", None) if isinstance(error, ImportError) else None,
        "files": frames,
        "text": text[-LINES:],
    }
