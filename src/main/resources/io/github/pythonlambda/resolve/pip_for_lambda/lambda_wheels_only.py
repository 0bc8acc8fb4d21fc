"""Nothing is built from source: a host's binary in a layer is the classic failure. And what stood in the way is noted.

--only-binary=:all: alone does not do it: a --no-binary line in a requirements file defeats it, and folders, archives and
version control URLs are built for their metadata all the same.
"""


def install(record):
    from pip._internal.exceptions import InstallationError
    from pip._internal.index import collector, package_finder
    from pip._internal.models.format_control import FormatControl
    from pip._internal.operations.prepare import RequirementPreparer

    allowed_formats = FormatControl.get_allowed_formats
    prepare = RequirementPreparer.prepare_linked_requirement
    evaluate = package_finder.LinkEvaluator.evaluate_link
    index_failed = collector._handle_get_simple_fail

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
        unfit = record.unfit.setdefault(self.project_name, {"wheels": [], "sources": [], "python": []})
        fits = result[0] is True or getattr(result[0], "name", "") == "candidate"
        if not fits:
            requires_python = getattr(result[0], "name", "") == "requires_python_mismatch"
            kind = "python" if requires_python else "wheels" if link.is_wheel else "sources"
            unfit[kind].append(link.filename)
        return result

    def handle_get_simple_fail(link, reason, meth=None):
        # A project that an index does not have is no failure of the index.
        if "404" not in str(reason):
            record.index_failures.append({"url": str(link), "reason": str(reason)})
        return index_failed(link, reason, meth)

    FormatControl.get_allowed_formats = get_allowed_formats
    RequirementPreparer.prepare_linked_requirement = prepare_linked_requirement
    RequirementPreparer.prepare_editable_requirement = prepare_editable_requirement
    package_finder.LinkEvaluator.evaluate_link = evaluate_link
    collector._handle_get_simple_fail = handle_get_simple_fail
