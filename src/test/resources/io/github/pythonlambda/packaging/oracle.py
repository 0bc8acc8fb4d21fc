"""Answers questions with pypa/packaging: a line of JSON in, a line of JSON out.

A question is a list: its kind, then what it is about. An answer is a text.
"""

import functools
import json
import sys

from packaging.markers import Marker, UndefinedComparison, UndefinedEnvironmentName
from packaging.requirements import Requirement
from packaging.specifiers import Specifier, SpecifierSet
from packaging.tags import compatible_tags, cpython_tags, parse_tag
from packaging.utils import (
    canonicalize_name,
    canonicalize_version,
    is_normalized_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version


def flags(*values):
    return "".join("y" if value else "n" for value in values)


def version(text):
    v = Version(text)
    kinds = flags(v.is_prerelease, v.is_postrelease, v.is_devrelease)
    release = ".".join(map(str, v.release))
    return f"{v} {v.public} {v.epoch} {release} {v.local or ''} {kinds} {canonicalize_version(v)}"


def order(first, second):
    a, b = Version(first), Version(second)
    if (a == b) and hash(a) != hash(b):
        return "equal with different hashes"
    return "<" if a < b else ">" if a > b else "="


def specifier(text):
    s = Specifier(text)
    return f"{s.operator} {s.version} {flags(s.prereleases)}"


def contains(text, candidate):
    s = SpecifierSet(text)
    answers = [s.contains(candidate, prereleases=True), s.contains(candidate, prereleases=False)]
    try:
        parsed = Version(candidate)
    except ValueError:
        return f"{s} {flags(*answers)}"
    answers += [s.contains(parsed), s.contains(parsed, prereleases=False)]
    return f"{s} {flags(*answers)}"


def choices(text, candidates):
    return " ".join(map(str, SpecifierSet(text).filter(map(Version, candidates))))


def same(first, second):
    return flags(SpecifierSet(first) == SpecifierSet(second))


def marker(text, values, extras, groups):
    m = Marker(text)
    try:
        shown = str(m)
    except ValueError:  # A text with both kinds of quotes.
        shown = "?"
    sets = {"extras": frozenset(extras), "dependency_groups": frozenset(groups)}
    try:
        results = [m.evaluate({**values, **sets, "extra": extra}) for extra in extras or [""]]
    except (UndefinedComparison, UndefinedEnvironmentName):
        return f"{shown} refused"
    return f"{shown} {flags(any(results))}"


def requirement(text):
    r = Requirement(text)
    extras = ",".join(sorted({canonicalize_name(extra) for extra in r.extras}))
    try:
        marker = str(r.marker or "")
        shown = str(r)
    except ValueError:
        marker = shown = "?"
    return f"{r.name}|{canonicalize_name(r.name)}|{extras}|{r.specifier}|{r.url or ''}|{marker}|{shown}"


def name(text):
    try:
        valid = canonicalize_name(text, validate=True)
    except ValueError:
        valid = ""
    return f"{canonicalize_name(text)}|{valid}|{flags(is_normalized_name(text))}"


def build_text(build):
    return "".join(map(str, build))


def wheel(text):
    project, v, build, tags = parse_wheel_filename(text)
    return f"{project} {v} {build_text(build)} {' '.join(sorted(map(str, tags)))}"


def sdist(text):
    return " ".join(map(str, parse_sdist_filename(text)))


def tag(text):
    return " ".join(sorted(map(str, parse_tag(text))))


@functools.cache
def accepted(minor, *platforms):
    interpreter = f"cp3{minor}"
    tags = list(cpython_tags((3, minor), [interpreter], platforms))
    return tags + list(compatible_tags((3, minor), interpreter, platforms))


def tags(minor, platforms):
    return " ".join(map(str, accepted(minor, *platforms)))


@functools.cache
def ranks_of(minor, *platforms):
    return {tag: rank for rank, tag in reversed(list(enumerate(accepted(minor, *platforms))))}


def preferred(minor, platforms, wheels):
    ranks = ranks_of(minor, *platforms)
    best = {}
    for text in wheels:
        fitting = [ranks[tag] for tag in parse_wheel_filename(text)[3] if tag in ranks]
        if fitting:
            best[text] = min(fitting)
    return " ".join(sorted(best, key=lambda text: (best[text], wheels.index(text))))


def answer(question):
    kind, *about = question
    try:
        return globals()[kind](*about)
    except ValueError:
        return "invalid"


def main(questions, answers):
    with open(questions, encoding="utf-8") as source, open(answers, "w", encoding="utf-8") as target:
        for line in source:
            target.write(json.dumps(answer(json.loads(line))) + "\n")


main(*sys.argv[1:])
