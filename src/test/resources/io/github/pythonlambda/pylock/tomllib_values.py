"""Prints what tomllib makes of a text, which is in a file as JSON."""

import datetime
import json
import sys
import tomllib


def described(value):
    if isinstance(value, dict):
        return {key: described(item) for key, item in value.items()}
    if isinstance(value, list):
        return [described(item) for item in value]
    kind = type(value).__name__
    if isinstance(value, float):
        return f"float {value.hex()}"
    if isinstance(value, datetime.datetime):
        offset = value.utcoffset()
        seconds = "" if offset is None else f" {int(offset.total_seconds())}"
        return f"datetime {value.replace(tzinfo=None).isoformat(timespec='microseconds')}{seconds}"
    if isinstance(value, datetime.time):
        return f"time {value.isoformat(timespec='microseconds')}"
    return f"{kind} {value}"


with open(sys.argv[1], encoding="utf-8") as file:
    text = json.load(file)
print(json.dumps(described(tomllib.loads(text))))
