"""What pip makes of requirements files: python read_with_pip.py JOB.json, from the folder that is to be pip's

JOB.json:
    files    what to read
    roots    folder with lambda_roots.py, which makes paths count from their files
    result   where to write a list: for each file its lines, or null if pip refuses it
"""

import json
import logging
import optparse
import os
import re
import sys

from pip._internal.models.link import Link
from pip._internal.network.session import PipSession
from pip._internal.req import req_file
from pip._internal.req.constructors import parse_req_from_editable, parse_req_from_line
from pip._internal.utils.urls import url_to_path

OF_REQUIREMENT = {"hashes", "config_settings"}


def option_noting_parser(noted):
    """pip's line parser, which also leaves the options of the line, in their order, in a list."""
    parse_line = req_file.get_line_parser(None)
    process = optparse.Option.process

    def noting_process(self, opt, value, values, parser):
        noted.append((self.dest, self.get_opt_string(), "" if value is None else value))
        return process(self, opt, value, values, parser)

    def noting_parse_line(line):
        noted.clear()
        return parse_line(line)

    optparse.Option.process = noting_process
    return noting_parse_line


def reference(absolute, editable, requirement, filename):
    """What the requirement names, as pip and the plugin have it."""
    requirement = absolute(requirement, os.path.dirname(filename))
    try:
        parts = parse_req_from_editable(requirement) if editable else parse_req_from_line(requirement, None)
        link = parts.link
        if link is None:
            if not parts.requirement.url:
                return ""
            link = Link(parts.requirement.url)
        if link.scheme == "file":
            path = os.path.normpath(os.path.abspath(link.file_path))
            return "path " + path if os.path.exists(path) else "invalid"
    except Exception:
        return "invalid"
    return ("vcs " if link.is_vcs else "url ") + re.sub("(?<=://)[^/?#]*@", "", link.url_without_fragment)


def path_of(filename):
    return os.path.normpath(os.path.abspath(url_to_path(filename) if filename.startswith("file:") else filename))


def read(file, session, noted, parse_line, absolute):
    lines = []
    for line in req_file.RequirementsFileParser(session, parse_line).parse(file, False):
        if line.requirement is None:
            if noted:
                lines.append(
                    {
                        "file": path_of(line.filename),
                        "line": line.lineno,
                        "options": [[option, value] for _, option, value in noted],
                    }
                )
            continue
        lines.append(
            {
                "file": path_of(line.filename),
                "line": line.lineno,
                "constraint": line.constraint,
                "editable": line.is_editable,
                "requirement": line.requirement,
                "options": [[option, value] for dest, option, value in noted if dest in OF_REQUIREMENT],
                "reference": reference(absolute, line.is_editable, line.requirement, line.filename),
            }
        )
    return lines


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        job = json.load(f)
    sys.path.insert(0, job["roots"])
    from lambda_roots import absolute

    logging.disable(logging.CRITICAL)
    noted = []
    parse_line = option_noting_parser(noted)
    results = []
    with PipSession() as session:
        for file in job["files"]:
            try:
                results.append(read(file, session, noted, parse_line, absolute))
            except Exception:
                results.append(None)
    with open(job["result"], "w", encoding="ascii") as f:
        json.dump(results, f)


main()
