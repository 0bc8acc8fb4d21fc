"""Wheels that an earlier resolution chose and that are pinned exactly: their index pages need not be read again.

A page lists every file of every release of a project, and to read those pages is most of what a resolution costs. Which file
of one release fits the target best depends on nothing but that release's files. So a requirement that allows this one
release gets the earlier choice as its only candidate, and all others are looked for on the index as ever.

The file that is read, and replaced after each resolution:
    {project: {"version", "url" (without credentials), "sha256", "index" (without credentials), "asked" (seconds since 1970)}}
"""

import json
import os
import time
import uuid


class Known:
    """What is known of an index from before.

    file: where it is kept; not_before: what was asked earlier counts for nothing, in seconds since 1970
    """

    def __init__(self, file, not_before, store):
        self.file = file
        self.store = store
        self.now = time.time()
        self.wheels = read(file, not_before, self.now)
        self.links = {}  # project -> link of the wheel that was offered in place of an index's page
        self.hashed = set()  # projects of which only files with certain hashes are allowed

    def candidate(self, project, specifier, hashes):
        """The only candidate of a project, if there is no need to ask for others."""
        from pip._internal.models.candidate import InstallationCandidate
        from pip._internal.models.link import Link
        from pip._vendor.packaging.utils import canonicalize_name

        name = canonicalize_name(project)
        if hashes is not None and hashes.digest_count:
            self.hashed.add(name)
            return None
        wheel = self.wheels.get(name)
        if wheel is None or not pins(specifier, wheel["version"]):
            return None
        link = Link("%s#sha256=%s" % (wheel["url"], wheel["sha256"]))
        if self.store.find(link) is None:
            return None
        self.links[name] = link
        return InstallationCandidate(project, wheel["version"], link)

    def forget(self):
        self.wheels = {}
        self.links = {}

    def note(self, requirements, finder, offers, record):
        """Tells what has come of the known wheels, and keeps what the next resolution may know."""
        from pip._vendor.packaging.utils import canonicalize_name

        held_back = {held["project"] for held in record.held_back}
        several = len(finder.search_scope.index_urls) > 1
        kept = {}
        for requirement in requirements:
            project, link = canonicalize_name(requirement.name), requirement.link
            offered = self.links.get(project)
            if offered is not None and link is not None and link.url == offered.url and project not in record.indexes:
                kept[project] = self.wheels[project]
                record.indexes[project] = kept[project]["index"]
            elif (
                project in record.indexes
                and is_plain(link)
                # Those who look for the newest release that fits, or for two indexes with one project, need the pages.
                and project not in held_back
                and not several
                and project not in self.hashed
                # ==1.0 allows 1.0+local too.
                and not offers.has_local_versions(project)
            ):
                kept[project] = self.described(link, record.indexes[project])
        if kept:
            record.known_since = int(min(wheel["asked"] for wheel in kept.values()))
        if not record.index_failures:
            write(self.file, kept)

    def described(self, link, index):
        from pip._internal.utils.misc import remove_auth_from_url

        return {
            "version": link.filename.split("-")[1],
            "url": remove_auth_from_url(link.url_without_fragment),
            "sha256": link.hash.lower(),
            "index": index,
            "asked": self.now,
        }


def install(known):
    """To come before all that looks at a resolution's result or failure: with a failure nothing counts as known."""
    from pip._internal.exceptions import InstallationError
    from pip._internal.index.package_finder import PackageFinder
    from pip._internal.resolution.resolvelib.resolver import Resolver

    find_best = PackageFinder.find_best_candidate
    resolve = Resolver.resolve

    def find_best_or_known(self, project_name, specifier=None, hashes=None):
        candidate = known.candidate(project_name, specifier, hashes)
        if candidate is None:
            return find_best(self, project_name, specifier, hashes)
        evaluator = self.make_candidate_evaluator(project_name=project_name, specifier=specifier, hashes=hashes)
        return evaluator.compute_best_candidate([candidate])

    def resolve_or_ask(self, *args, **kwargs):
        try:
            return resolve(self, *args, **kwargs)
        except InstallationError:
            if not known.links:
                raise
            # To explain a failure takes what the index offers today.
            known.forget()
            return resolve(self, *args, **kwargs)

    PackageFinder.find_best_candidate = find_best_or_known
    Resolver.resolve = resolve_or_ask


def install_notes(known, offers, record):
    """To come after all that looks at a resolution's result."""
    from pip._internal.resolution.resolvelib.resolver import Resolver

    resolve = Resolver.resolve

    def resolve_and_note(self, *args, **kwargs):
        requirements = resolve(self, *args, **kwargs)
        known.note(requirements.all_requirements, self.factory._finder, offers, record)
        return requirements

    Resolver.resolve = resolve_and_note


def pins(specifier, version):
    """Whether a specifier allows no other release, as far as ==1.0 does not allow 1.0+local."""
    from pip._vendor.packaging.version import InvalidVersion, Version

    try:
        return any(
            part.operator == "==" and not part.version.endswith(".*") and Version(part.version) == Version(version)
            for part in specifier or ()
        )
    except InvalidVersion:
        return False


def is_plain(link):
    return link is not None and link.is_wheel and link.hash_name == "sha256" and not link.is_yanked


def read(file, not_before, now):
    """What was kept; nothing, if it cannot be read."""
    try:
        with open(file, encoding="utf-8") as f:
            wheels = json.load(f)
        return {project: wheel for project, wheel in wheels.items() if not_before <= wheel["asked"] <= now}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write(file, wheels):
    os.makedirs(os.path.dirname(file), exist_ok=True)
    # Other builds may read and replace it at the same moment.
    incoming = "%s.%s.tmp" % (file, uuid.uuid4().hex)
    with open(incoming, "w", encoding="utf-8") as f:
        json.dump(wheels, f)
    os.replace(incoming, file)
