"""Nothing is built from source but what the policy allows: a host's binary in a layer is the classic failure.

--only-binary=:all: alone does not do it: a --no-binary line in a requirements file defeats it, and folders, archives and
version control URLs are built for their metadata all the same.

What is allowed is built whole as soon as pip looks at it, and pip goes on with the wheel as it does with those of its own
cache of built wheels. So there is one run of the build backend, not one for the metadata and one for the wheel, and
none for what was built before.
"""

import os
import re

from lambda_built import described
from lambda_looks import given_up, limited_looks

LOOKS = 200

SDIST_NAME = re.compile(r"^(?P<name>.+?)-[0-9][^-]*\.(tar\.[a-z0-9]+|tgz|zip)$")
PROJECT_TABLE = re.compile(r"^\[(project|tool\.poetry)\]\s*$(?P<table>(?:\n(?!\[).*)*)", re.MULTILINE)
SETUP_METADATA = re.compile(r"^\[metadata\]\s*$(?P<table>(?:\n(?!\[).*)*)", re.MULTILINE)
NAME_LINE = re.compile(r"^name\s*=\s*[\"']?([A-Za-z0-9._-]+)", re.MULTILINE)


class Policy:
    """What may be built: everything, or some projects by name."""

    def __init__(self, spec):
        self.all = spec["all"]
        self.projects = frozenset(spec["projects"])

    def allows(self, project):
        return self.all or (project is not None and project in self.projects)

    def allows_link(self, link, name):
        return self.all or self.allows(name or declared_name(link))


def declared_name(link):
    """The name of the project behind a link, as far as it is written down; nothing is run to find out."""
    from pip._vendor.packaging.utils import canonicalize_name

    name = link.egg_fragment
    if not name and link.is_existing_dir():
        name = named_by(link.file_path, "pyproject.toml", PROJECT_TABLE) or named_by(link.file_path, "setup.cfg", SETUP_METADATA)
    elif not name and not link.is_vcs:
        match = SDIST_NAME.match(link.filename)
        name = match and match.group("name")
    return canonicalize_name(re.split(r"[\[=<>!~; ]", name)[0]) if name else None


def named_by(folder, file, table):
    try:
        with open(os.path.join(folder, file), encoding="utf-8", errors="replace") as f:
            match = table.search(f.read())
    except OSError:
        return None
    name = match and NAME_LINE.search(match.group("table"))
    return name and name.group(1)


def install(policy, built, offers, record):
    from pip._internal.exceptions import InstallationError
    from pip._internal.index.package_finder import PackageFinder
    from pip._internal.models.format_control import FormatControl
    from pip._internal.operations.prepare import RequirementPreparer
    from pip._internal.resolution.resolvelib.candidates import LinkCandidate
    from pip._internal.resolution.resolvelib.factory import Factory
    from pip._internal.resolution.resolvelib.resolver import Resolver
    from pip._internal.utils.hashes import Hashes

    allowed_formats = FormatControl.get_allowed_formats
    find_all = PackageFinder.find_all_candidates
    init_candidate = LinkCandidate.__init__
    linked_hashes = RequirementPreparer._get_linked_req_hashes
    resolve = Resolver.resolve
    template = []  # of the candidate that is being made
    refusing = []  # something, once there are requirements that may not be built: nothing is built then

    def refuse(what, comes_from):
        entry = {"what": what, "from": comes_from}
        if entry not in record.refused:
            record.refused.append(entry)

    def check(link, name, requirement):
        if policy.allows_link(link, name):
            return True
        refuse(described(link, requirement.name), str(requirement.comes_from or ""))
        return False

    def get_allowed_formats(self, name):
        formats = allowed_formats(self, name)
        if policy.allows(name):
            if "source" in formats or name in self.only_binary:
                return formats
            return frozenset(["binary", "source"])
        if "source" in formats:
            refuse(name, "--no-binary")
        return frozenset(["binary"])

    def find_all_candidates(self, project_name):
        candidates = find_all(self, project_name)
        if not policy.all or project_name in policy.projects or project_name in self.format_control.no_binary:
            return candidates
        # Of these a build would end in a binary for this machine, often after minutes.
        native = offers.native_releases(project_name)
        return [candidate for candidate in candidates if candidate.link.is_wheel or candidate.version not in native]

    def new_candidate(self, link, requirement, *args, **kwargs):
        template.append(requirement)
        try:
            init_candidate(self, link, requirement, *args, **kwargs)
        finally:
            template.pop()

    def get_wheel_cache_entry(self, link, name):
        if link.is_wheel:
            return None
        if not check(link, name, template[-1]):
            raise InstallationError("%s is not a wheel" % link)
        if refusing:
            raise InstallationError("%s is not built, since others may not be" % link)
        wheel = built.wheel(self, link, name, template[-1])
        if not policy.allows(wheel.project):
            check(link, wheel.project, template[-1])
            raise InstallationError("%s is not a wheel" % link)
        return wheel

    def get_linked_req_hashes(self, req):
        # Those of a source were checked before it was built.
        return Hashes() if built.is_wheel(req.link) else linked_hashes(self, req)

    def resolve_what_is_allowed(self, root_reqs, *args, **kwargs):
        sources = [root for root in root_reqs if root.link and not root.link.is_wheel and root.match_markers()]
        if all([check(root.link, root.name and canonical(root.name), root) for root in sources]):
            return resolve(self, root_reqs, *args, **kwargs)
        look_at_others(self, root_reqs, sources, *args, **kwargs)
        raise InstallationError("there are requirements that are not wheels")

    def look_at_others(resolver, root_reqs, sources, *args, **kwargs):
        """Finds out what else is wrong, so that it is told in the same go; nothing is built for it."""
        projects = {canonical(root.name) if root.name else declared_name(root.link) for root in sources}
        others = [root for root in root_reqs if root not in sources]
        if None in projects or all(root.constraint for root in others):
            return
        refusing.append(True)
        try:
            with limited_looks(LOOKS, given_up):
                resolve(resolver, others, *args, **kwargs)
        finally:
            # An index may have a project of the same name, or none; that says nothing of the one that is meant.
            record.missing = [one for one in record.missing if not concerns(one, projects)]
            if any(concerns(one, projects) for one in record.conflicts):
                record.conflicts = []

    FormatControl.get_allowed_formats = get_allowed_formats
    PackageFinder.find_all_candidates = find_all_candidates
    LinkCandidate.__init__ = new_candidate
    Factory.get_wheel_cache_entry = get_wheel_cache_entry
    RequirementPreparer._get_linked_req_hashes = get_linked_req_hashes
    Resolver.resolve = resolve_what_is_allowed


def concerns(entry, projects):
    """Whether an entry of the record is about one of some projects, or about what such a one wants."""
    return not projects.isdisjoint([entry["project"]] + [canonical(parent["name"]) for parent in entry["parents"]])


def canonical(name):
    from pip._vendor.packaging.utils import canonicalize_name

    return canonicalize_name(name)
