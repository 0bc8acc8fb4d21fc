"""Nothing is built from source: a host's binary in a layer is the classic failure. And what stood in the way is noted.

--only-binary=:all: alone does not do it: a --no-binary line in a requirements file defeats it, and folders, archives and
version control URLs are built for their metadata all the same.
"""

NOT_FOUND = 404
SOURCE_ENDINGS = (".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".zip")


def install(record):
    from pip._internal.exceptions import InstallationError
    from pip._internal.index import collector, package_finder
    from pip._internal.models.format_control import FormatControl
    from pip._internal.operations.prepare import RequirementPreparer
    from pip._internal.resolution.resolvelib.factory import Factory

    allowed_formats = FormatControl.get_allowed_formats
    prepare = RequirementPreparer.prepare_linked_requirement
    evaluate = package_finder.LinkEvaluator.evaluate_link
    index_failed = collector._handle_get_simple_fail
    report = Factory._report_single_requirement_conflict

    def refuse(what, comes_from):
        entry = {"what": what, "from": comes_from}
        if entry not in record.refused:
            record.refused.append(entry)

    def get_allowed_formats(self, name):
        if "source" in allowed_formats(self, name):
            refuse(name, "--no-binary")
        return frozenset(["binary"])

    def prepare_linked_requirement(self, req, *args, **kwargs):
        if not req.link.is_wheel:
            refuse(str(req.link if req.name is None else "%s (%s)" % (req.name, req.link)), str(req.comes_from or ""))
            raise InstallationError("%s is not a wheel" % req.link)
        return prepare(self, req, *args, **kwargs)

    def prepare_editable_requirement(self, req):
        refuse(str(req.link), str(req.comes_from or ""))
        raise InstallationError("%s is not a wheel" % req.link)

    def evaluate_link(self, link):
        result = evaluate(self, link)
        unfit = record.unfit.setdefault(self.project_name, {"wheels": [], "sources": []})
        # What pip leaves out for its Requires-Python, it tells itself.
        if result[0].name not in ("candidate", "requires_python_mismatch"):
            # pip has a look at the index's page itself too, which is neither.
            if link.is_wheel:
                unfit["wheels"].append(link.filename)
            elif link.filename.endswith(SOURCE_ENDINGS):
                unfit["sources"].append(link.filename)
        return result

    def report_single_requirement_conflict(self, req, parent):
        error = report(self, req, parent)
        wanted = req.get_candidate_lookup()[1]
        unfit = record.unfit.get(req.project_name)
        if wanted is not None and unfit is not None:
            # Of other releases nobody wants to know that they do not fit.
            unfit["wheels"] = [name for name in unfit["wheels"] if is_release_of(name, wanted.specifier)]
        return error

    def handle_get_simple_fail(link, reason, meth=None):
        # A project that an index does not have is no failure of the index.
        if getattr(getattr(reason, "response", None), "status_code", None) != NOT_FOUND:
            record.index_failures.append({"url": str(link), "reason": str(reason)})
        return index_failed(link, reason, meth)

    FormatControl.get_allowed_formats = get_allowed_formats
    RequirementPreparer.prepare_linked_requirement = prepare_linked_requirement
    RequirementPreparer.prepare_editable_requirement = prepare_editable_requirement
    package_finder.LinkEvaluator.evaluate_link = evaluate_link
    collector._handle_get_simple_fail = handle_get_simple_fail
    Factory._report_single_requirement_conflict = report_single_requirement_conflict


def is_release_of(wheel, specifier):
    from pip._vendor.packaging.version import InvalidVersion, Version

    try:
        return specifier.contains(Version(wheel.split("-")[1]), prereleases=True)
    except InvalidVersion:
        return False
