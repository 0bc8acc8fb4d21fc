"""Of a project that is pinned exactly, only the files of that one release are looked at.

An index's page lists every file of every release, and to look at thousands of them takes longer than to fetch the page.
Where the release has no file that fits, all files are looked at after all, for what is told then is about all of them.
"""

import copy
import json
import re

CACHES = ("_all_candidates", "_best_candidates")
FIRST_NUMBERS = re.compile(r"([0-9]+)(?:\.([0-9]+))?(?![0-9!])")


class Release:
    """The files of one release, by their names."""

    def __init__(self, version):
        self.version = version
        self.first_numbers = None if version.epoch else (version.release + (0,))[:2]
        self.verdicts = {}  # text of a version -> whether it is this one: a release has many files

    def may_have(self, file_name):
        """Whether a file may be of this release, as far as its name tells: False for a wheel of another one."""
        if not file_name.endswith(".whl"):
            return True
        text = file_name.split("-", 2)[1] if "-" in file_name else ""
        if text not in self.verdicts:
            self.verdicts[text] = self.may_be(text)
        return self.verdicts[text]

    def may_be(self, text):
        from pip._vendor.packaging.version import InvalidVersion, Version

        # To parse a version takes longer than to see that it begins otherwise.
        first = FIRST_NUMBERS.match(text)
        if first and self.first_numbers and (int(first[1]), int(first[2] or 0)) != self.first_numbers:
            return False
        try:
            version = Version(text)
        except InvalidVersion:
            return True
        # ==1.0 allows 1.0+local too.
        return version == self.version or version.public == str(self.version)

    def part_of(self, page):
        """An index's page with this release's files alone; one in HTML stays as it is."""
        if not page.content_type.lower().startswith("application/vnd.pypi.simple.v1+json"):
            return page
        content = json.loads(page.content)
        content["files"] = [file for file in content.get("files", ()) if self.may_have(file.get("filename") or "")]
        text = json.dumps(content).encode()
        return type(page)(text, page.content_type, page.encoding, page.url, page.cache_link_parsing)


class Releases:
    """What is looked at of each project.

    explain: canonical name of a project of which all files are wanted; None for none
    """

    def __init__(self, explain):
        self.explain = explain
        self.known = {}  # (project, version) -> (finder, release)
        self.current = None  # the release whose files are being looked at

    def of(self, finder, project, specifier):
        """A finder that keeps what it finds for itself, and the one release that may be chosen; None if there are several."""
        from pip._vendor.packaging.utils import canonicalize_name
        from pip._vendor.packaging.version import InvalidVersion, Version

        # That another index has the project, with whatever release, is told.
        if len(finder.search_scope.index_urls) > 1 or canonicalize_name(project) == self.explain:
            return None
        pins = [part.version for part in specifier or () if part.operator == "==" and not part.version.endswith(".*")]
        if not pins:
            return None
        key = project, pins[0]
        if key not in self.known:
            try:
                self.known[key] = apart(finder), Release(Version(pins[0]))
            except InvalidVersion:
                return None
        return self.known[key]


def apart(finder):
    """A finder that shares no results with the one it is a copy of."""
    other = copy.copy(finder)
    for cache in CACHES:
        # Older pips have one cache for each finder, in find_all_candidates.
        if hasattr(other, cache):
            setattr(other, cache, {})
    return other


def install(releases):
    from pip._internal.index import package_finder
    from pip._internal.index.package_finder import PackageFinder

    find_best = PackageFinder.find_best_candidate
    evaluate_links = PackageFinder.evaluate_links
    parse_links = package_finder.parse_links

    def find_best_of_release(self, project_name, specifier=None, hashes=None):
        one = releases.of(self, project_name, specifier)
        if one is not None:
            finder, releases.current = one
            try:
                found = find_best(finder, project_name, specifier, hashes)
            finally:
                releases.current = None
            if found.best_candidate is not None:
                return found
        return find_best(self, project_name, specifier, hashes)

    def parse_wanted_links(page):
        # A page that pip keeps is one of --find-links, for all projects.
        whole = releases.current is None or page.cache_link_parsing
        return parse_links(page if whole else releases.current.part_of(page))

    def evaluate_wanted_links(self, link_evaluator, links):
        if releases.current is not None:
            links = [link for link in links if releases.current.may_have(link.filename)]
        return evaluate_links(self, link_evaluator, links)

    PackageFinder.find_best_candidate = find_best_of_release
    PackageFinder.evaluate_links = evaluate_wanted_links
    package_finder.parse_links = parse_wanted_links
