"""Why a resolution failed, where pip says too little or stops at the first of several reasons."""

from lambda_looks import given_up, limited_looks

LOOKS = 400
RELEASES_TOLD = 6


def install(offers, record):
    from pip._internal.exceptions import HashMismatch, HashMissing, HashUnpinned, InstallationError
    from pip._internal.resolution.resolvelib.resolver import Resolver

    resolve = Resolver.resolve

    def resolve_or_explain(self, root_reqs, *args, **kwargs):
        try:
            return resolve(self, root_reqs, *args, **kwargs)
        except HashMismatch as mismatch:
            note_hash_mismatch(offers, record, mismatch)
            raise
        except (HashMissing, HashUnpinned) as gap:
            note_unhashed(record, gap)
            raise
        except InstallationError as failure:
            try:
                note_missing(offers, record, self, list(root_reqs), failure, lambda some: resolve(self, some, *args, **kwargs))
            except Exception as e:  # an explanation that fails must not hide what it explains
                record.notes.append("%s: %s" % (type(e).__name__, e))
            raise

    Resolver.resolve = resolve_or_explain


def note_missing(offers, record, resolver, root_reqs, failure, resolve):
    """Notes all requirements that no file meets: those of the roots, and those that end each attempt without them."""
    from pip._internal.exceptions import InstallationError

    missing = Missing(offers, record, resolver.factory._finder, root_reqs)
    contradictions = conflicts(failure, missing.constraints)
    roots = [root for root in root_reqs if root.constraint or root.link or not missing.note(root)]
    if len(roots) == len(root_reqs):
        roots = missing.without_guilty(roots, failure)
    if not record.missing:
        record.conflicts = contradictions
    before = len(root_reqs)
    with limited_looks(LOOKS, given_up):
        # An index that fails takes its time again for each project.
        while not record.index_failures and len(roots) < before and not all(root.constraint for root in roots):
            before = len(roots)
            try:
                resolve(list(roots))
                return
            except InstallationError as next_failure:
                roots = missing.without_guilty(roots, next_failure)


class Missing:
    def __init__(self, offers, record, finder, root_reqs):
        from pip._vendor.packaging.specifiers import SpecifierSet
        from pip._vendor.packaging.utils import canonicalize_name

        self.offers = offers
        self.record = record
        self.finder = finder
        self.constraints = {}
        self.known = {}
        for root in root_reqs:
            if root.constraint and root.req is not None and root.match_markers():
                project = canonicalize_name(root.req.name)
                self.constraints[project] = self.constraints.get(project, SpecifierSet()) & root.req.specifier

    def without_guilty(self, roots, failure):
        """The roots without those that want, directly or not, what is missing."""
        causes = [cause.requirement.get_candidate_lookup()[1] for cause in getattr(failure.__cause__, "causes", ())]
        guilty = [top(cause) for cause in causes if cause is not None and cause.link is None and self.note(cause)]
        return [root for root in roots if not any(same(root, other) for other in guilty)]

    def note(self, requirement):
        """Notes a requirement that no file of the index meets; says whether it is one."""
        from pip._vendor.packaging.specifiers import SpecifierSet
        from pip._vendor.packaging.utils import canonicalize_name

        # pip has evaluated the markers of what a package wants, which may be about extras.
        if requirement.req is None or (is_line(requirement) and not requirement.match_markers()):
            return False
        key = str(requirement.req), str(requirement.comes_from or "")
        if key in self.known:
            return self.known[key]
        project = canonicalize_name(requirement.req.name)
        if self.record.index_failures and project not in self.offers.links:
            return False  # it may be on the index that failed
        constraint = self.constraints.get(project, SpecifierSet())
        specifier = requirement.req.specifier & constraint
        found = self.finder.find_best_candidate(project, specifier).best_candidate
        self.known[key] = found is None
        if found is None:
            self.record.missing.append(
                {
                    "project": project,
                    "requirement": without_marker(requirement.req),
                    "constraint": str(constraint),
                    "parents": parents(requirement),
                    "from": top(requirement).comes_from or "",
                    "offers": self.offers.describe(project, specifier, self.releases(project, specifier)),
                }
            )
        return found is None

    def releases(self, project, specifier):
        """The newest ones, the newest that are allowed, the newest that fits and the next one after it."""
        files = sorted(self.offers.of(project), key=lambda file: file[0], reverse=True)
        newest = list(dict.fromkeys(version for version, _, _ in files))
        allowed = [version for version in newest if specifier.contains(version, prereleases=True)]
        fitting = [version for version, link, verdict in files if verdict == "fits" and link.is_wheel and not link.is_yanked]
        stable = [version for version in fitting if not version.is_prerelease]
        told = newest[:RELEASES_TOLD] + allowed[:RELEASES_TOLD]
        for best in (stable or fitting)[:1]:
            told += [best] + [version for version in newest if version > best][-1:]
        return set(told)


def note_hash_mismatch(offers, record, mismatch):
    """Notes the file that was refused: which it is, and whose hashes the requirements list."""
    from pip._vendor.packaging.utils import canonicalize_name

    requirement = mismatch.req
    link = getattr(mismatch, "source_link", None) or requirement.link
    listed = [digest.lower() for digest in requirement.hash_options.get("sha256", ())]
    got = mismatch.gots.get("sha256")
    if got is None or link is None:
        return
    files = offers.links.get(canonicalize_name(requirement.name or ""), ())
    known = {other.hash.lower(): other.filename for other in files if other.hash_name == "sha256"}
    record.hash_mismatch = {
        "file": link.filename,
        "announced": (link.hash or "").lower() if link.hash_name == "sha256" else "",
        "got": got.hexdigest(),
        "listed": listed,
        "listed_files": [known.get(digest, "") for digest in listed],
        "from": origin(requirement),
    }


def note_unhashed(record, gap):
    """Notes the package that has no hash while others have one."""
    from pip._vendor.packaging.utils import canonicalize_name

    requirement, link = gap.req, gap.req.link
    if requirement.name is None or link is None:
        return
    announced = link.hash if link.hash_name == "sha256" else ""
    record.unhashed = {
        "project": canonicalize_name(requirement.name),
        "requirement": str(requirement.req),
        "version": link.filename.split("-")[1] if link.is_wheel else "",
        "file": link.filename,
        "sha256": (announced or getattr(gap, "gotten_hash", "")) if link.is_wheel else "",
        "from": origin(requirement),
    }


def is_line(requirement):
    """Whether it is a line of a file, or an argument, rather than what a package wants."""
    return isinstance(requirement.comes_from, (str, type(None)))


def without_marker(req):
    """The text of a requirement; that its marker is true has been found out."""
    return str(req).partition(";")[0].strip()


def top(requirement):
    while not is_line(requirement):
        requirement = requirement.comes_from
    return requirement


def same(root, other):
    return not root.constraint and (root is other or (root.name == other.name and root.comes_from == other.comes_from))


def parents(requirement):
    """The packages that want a requirement, the nearest first."""
    found = []
    while not is_line(requirement):
        requirement = requirement.comes_from
        link = requirement.link
        version = link.filename.split("-")[1] if link and link.is_wheel else ""
        found.append({"name": requirement.name or "", "version": version})
    return found


def conflicts(failure, constraints):
    """What pip cannot meet together; empty if it is not about packages alone."""
    from pip._vendor.packaging.utils import canonicalize_name

    found, projects = [], {}
    for cause in getattr(failure.__cause__, "causes", ()):
        candidate, requirement = cause.requirement.get_candidate_lookup()
        if candidate is not None:
            requirement = candidate.get_install_requirement()
        if requirement is None or requirement.name is None:
            return []
        root = top(requirement)
        projects[canonicalize_name(requirement.name)] = None
        found.append(
            {
                "project": canonicalize_name(requirement.name),
                "requirement": without_marker(requirement.req),
                "parents": parents(requirement),
                "root": str(root.req or root.name or ""),
                "from": root.comes_from or "",
            }
        )
    for project in projects:
        if constraints.get(project):
            text = "%s%s" % (project, constraints[project])
            found.append({"project": project, "requirement": text, "parents": [], "root": text, "from": "a constraint"})
    return found


def origin(requirement):
    """Where a requirement stands: a line of a file, or a package and where that was asked for."""
    places = ["required by %s" % parent["name"] for parent in parents(requirement)]
    return ", ".join(places + [top(requirement).comes_from or ""]) if places else requirement.comes_from or ""
