"""What the indexes offer of each project, and why a file is none that the target can have."""

NOT_FOUND = 404
SOURCE_ENDINGS = (".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".zip")
# pip's LinkType, in the record's words.
VERDICTS = {"candidate": "fits", "platform_mismatch": "tag", "requires_python_mismatch": "python"}


class Offers:
    """The files of each project that pip has looked at.

    There are thousands, and pip works out a link's file name whenever it is asked; so as little as possible is done with
    each of them before somebody wants to know.
    """

    def __init__(self, runtimes):
        self.runtimes = runtimes
        self.links = {}  # project -> {link: (pip's verdict, its detail)}
        self.versions = {}  # text -> version, or None: a release has many files
        self.files = {}  # project -> (number of links, files)

    def note(self, project, link, verdict, detail):
        self.links.setdefault(project, {})[link] = (verdict, detail)

    def of(self, project):
        """All files of a project, as (version, link, verdict)."""
        links = self.links.get(project, {})
        count, files = self.files.get(project, (0, []))
        if count != len(links):
            files = [file for file in (self.file(project, link, *noted) for link, noted in links.items()) if file]
            self.files[project] = len(links), files
        return files

    def has_local_versions(self, project):
        """Whether there may be a 1.0+local, which ==1.0 allows too."""
        return any("+" in link.url or "%2b" in link.url.lower() for link in self.links.get(project, ()))

    def file(self, project, link, verdict, detail):
        if verdict in ("candidate", "requires_python_mismatch"):
            text = detail.partition(" ")[0]
        else:
            name = link.filename
            is_wheel = name.endswith(".whl")
            # pip has a look at the index's page itself too, which is neither.
            if not is_wheel and not name.endswith(SOURCE_ENDINGS):
                return None
            text = version_text(project, name, is_wheel)
            verdict = verdict if is_wheel else "source"
        version = self.version(text)
        return version and (version, link, VERDICTS.get(verdict, "source" if verdict == "source" else "other"))

    def version(self, text):
        from pip._vendor.packaging.version import InvalidVersion, Version

        if text not in self.versions:
            try:
                self.versions[text] = Version(text)
            except InvalidVersion:
                self.versions[text] = None
        return self.versions[text]

    def native_releases(self, project):
        """The releases that have wheels, all of them for particular machines: they are not pure Python."""
        with_wheels, pure = set(), set()
        for version, link, _ in self.of(project):
            if link.is_wheel:
                (pure if link.filename.endswith("-any.whl") else with_wheels).add(version)
        return with_wheels - pure

    def describe(self, project, specifier, releases=None):
        """The files of a project for the record, those of some releases only."""
        from pip._vendor.packaging.specifiers import InvalidSpecifier, SpecifierSet

        described = []
        for version, link, verdict in self.of(project):
            if releases is not None and version not in releases:
                continue
            try:
                pythons = SpecifierSet(link.requires_python or "")
            except InvalidSpecifier:
                pythons = SpecifierSet()
            described.append(
                {
                    "file": link.filename,
                    "version": str(version),
                    "verdict": verdict,
                    "allowed": specifier.contains(version, prereleases=True),
                    "yanked": link.is_yanked,
                    "requires_python": link.requires_python or "",
                    "runtimes": [name for name, full in self.runtimes.items() if pythons.contains(full, prereleases=True)],
                }
            )
        return described


def version_text(project, name, is_wheel):
    """The version in a file's name, as it stands there; empty if there is none."""
    from pip._vendor.packaging.utils import canonicalize_name

    if is_wheel:
        parts = name.split("-", 2)
        return parts[1] if len(parts) > 1 else ""
    stem = next(name[: -len(ending)] for ending in SOURCE_ENDINGS if name.endswith(ending))
    # Old files have the name in any spelling, mostly one of the same length.
    ends = [len(project)] + [i for i, character in enumerate(stem) if character == "-"]
    named = (end for end in ends if stem[end : end + 1] == "-" and canonicalize_name(stem[:end]) == project)
    return next((stem[end + 1 :] for end in named), "")


def install(offers, record):
    from pip._internal.index import collector, package_finder

    evaluate = package_finder.LinkEvaluator.evaluate_link
    index_failed = collector._handle_get_simple_fail

    def evaluate_link(self, link):
        result = evaluate(self, link)
        offers.note(self._canonical_name, link, result[0].name, result[1])
        return result

    def handle_get_simple_fail(link, reason, meth=None):
        # A project that an index does not have is no failure of the index.
        if getattr(getattr(reason, "response", None), "status_code", None) != NOT_FOUND:
            record.index_failures.append({"url": str(link), "reason": str(reason)})
        return index_failed(link, reason, meth)

    package_finder.LinkEvaluator.evaluate_link = evaluate_link
    collector._handle_get_simple_fail = handle_get_simple_fail
