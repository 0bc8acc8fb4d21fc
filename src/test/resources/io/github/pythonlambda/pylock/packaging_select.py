"""Prints, for each lock file and each target, what packaging.pylock selects: names and files, or "refused"."""

import json
import sys
import tomllib

from packaging.pylock import Pylock, PylockSelectError
from packaging.tags import parse_tag


def file_name(source):
    return getattr(source, "filename", None) or type(source).__name__


def select(lock, target):
    tags = [tag for text in target["tags"] for tag in parse_tag(text)]
    try:
        selected = list(lock.select(environment=target["environment"], tags=tags))
    except PylockSelectError:
        return ["refused"]
    return [f"{package.name}: {file_name(source)}" for package, source in selected]


def answer(path, targets):
    with open(path, "rb") as file:
        lock = Pylock.from_dict(tomllib.load(file))
    return {
        "selections": [select(lock, target) for target in targets],
        "tool": repr(lock.tool),
        "tools": [repr(package.tool) for package in lock.packages],
    }


with open(sys.argv[1], encoding="utf-8") as file:
    question = json.load(file)
print(json.dumps([answer(path, question["targets"]) for path in question["locks"]]))
