"""Which layer asks for which requirement, what depends on what, and relative paths in requirements files."""

import os
import pathlib
import re
from urllib.parse import urljoin

# name @ file:relative/path.whl
RELATIVE_FILE_URL = re.compile(r"^(?P<head>[^@;]+@\s*)file:(?P<path>(?!/)[^;\s]+)(?P<tail>.*)$")
PATH_WITH_EXTRAS = re.compile(r"^(?P<path>[^;]+?)\s*(?P<extras>\[[^\]]*\])?\s*(;\s*(?P<marker>.*))?$")


def install(layers, environment, built, record):
    from pip._internal.cli import req_command
    from pip._internal.req import req_file
    from pip._internal.resolution.resolvelib.resolver import Resolver
    from pip._vendor.packaging.utils import canonicalize_name

    parse = req_command.parse_requirements
    from_parsed = req_command.install_req_from_parsed_requirement
    from_line = req_command.install_req_from_line
    handle = req_file.handle_requirement_line
    resolve = Resolver.resolve
    current = [()]
    unnamed = []  # (layers, requirement) of sources whose name is known once they are built

    def node(name, extras):
        extras = sorted(canonicalize_name(extra) for extra in extras)
        return canonicalize_name(name) + ("[%s]" % ",".join(extras) if extras else "")

    def identifier_node(identifier):
        name, _, extras = identifier.rstrip("]").partition("[")
        return node(name, [extra for extra in extras.split(",") if extra])

    def note(names, requirement):
        if not requirement.match_markers():
            marker = str(requirement.markers)
            values = {key: value for key, value in environment.items() if re.search(r"\b%s\b" % key, marker)}
            text = "%s; %s" % (requirement.req or requirement.link.url, marker)
            line = {"requirement": text, "from": str(requirement.comes_from or ""), "values": values}
            record.excluded += [dict(line, layer=layer) for layer in names]
        elif requirement.req is None:
            unnamed.append((names, requirement))
        else:
            add(names, requirement.req.name, requirement.req.extras)

    def add(names, project, extras):
        for layer in names:
            record.roots.setdefault(layer, []).append(node(project, extras))

    def parse_requirements(filename, *args, **kwargs):
        # Nested files are read inside of this call, so all that it yields belongs to the file's layer.
        for parsed in parse(filename, *args, **kwargs):
            current[0] = () if parsed.constraint else layers.get(filename, ())
            yield parsed

    def install_req_from_parsed_requirement(*args, **kwargs):
        requirement = from_parsed(*args, **kwargs)
        note(current[0], requirement)
        return requirement

    def install_req_from_line(line, *args, **kwargs):
        requirement = from_line(line, *args, **kwargs)
        note(layers.get(line, ()), requirement)
        return requirement

    def handle_requirement_line(line, *args, **kwargs):
        # pip counts such paths from its working directory, of which there can be only one for all files.
        parsed = handle(line, *args, **kwargs)
        requirement = absolute(parsed.requirement, os.path.dirname(line.filename), parsed.is_editable)
        if parsed.is_editable:
            # git://host/path is a repository after -e alone, for git+git://host/path.
            requirement = re.sub("(?i)^(git|hg|svn|bzr):", r"\1+\g<0>", requirement)
            # A layer holds copies, so this is the folder and no more.
            built.editable.add(requirement.partition("; ")[0].partition("[")[0])
        # Newer pips have made both read-only.
        object.__setattr__(parsed, "requirement", requirement)
        object.__setattr__(parsed, "is_editable", False)
        return parsed

    def resolve_and_record(self, *args, **kwargs):
        requirements = resolve(self, *args, **kwargs)
        for names, requirement in unnamed:
            add(names, built.wheels[requirement.link.url].project, requirement.extras)
        record.built = {
            requirement.name: built.path_of(requirement.link)
            for requirement in requirements.requirements.values()
            if built.is_wheel(requirement.link)
        }
        graph = self._result.graph
        for parent in graph:
            if parent is not None and not parent.startswith("<"):
                children = record.graph.setdefault(identifier_node(parent), [])
                children += [identifier_node(child) for child in graph.iter_children(parent) if not child.startswith("<")]
        for roots in record.roots.values():
            # An extra that its project does not have is no node of the graph.
            roots[:] = sorted({root if root in record.graph else root.partition("[")[0] for root in roots})
        return requirements

    req_command.parse_requirements = parse_requirements
    req_command.install_req_from_parsed_requirement = install_req_from_parsed_requirement
    req_command.install_req_from_line = install_req_from_line
    req_file.handle_requirement_line = handle_requirement_line
    Resolver.resolve = resolve_and_record


def absolute(requirement, folder, editable=False):
    """The requirement with a relative path, if it is one, made absolute from the folder of its file."""
    if not folder or "://" in folder:
        return requirement
    url = RELATIVE_FILE_URL.match(requirement)
    if url:
        # The file's part is a URL already; the folder's name may have spaces.
        path = urljoin(file_url(folder) + "/", url.group("path"))
        return url.group("head") + path + url.group("tail")
    if "://" in requirement or "@" in requirement:
        return requirement
    path = PATH_WITH_EXTRAS.match(requirement)
    looks_like_path = editable or requirement.startswith(".") or "/" in requirement or os.sep in requirement
    if not path or not looks_like_path:
        return requirement
    found = os.path.join(folder, path.group("path"))
    if not os.path.exists(found):
        return requirement
    # As a URL, because a folder may have a name that means something in a requirement.
    link = file_url(found)
    extras, marker = path.group("extras") or "", "; " + path.group("marker") if path.group("marker") else ""
    if not extras:
        return link + marker
    # pip takes extras from a name or a path, not from a URL.
    if os.path.isdir(found):
        return os.path.abspath(found) + extras + marker
    name = os.path.basename(found).partition("-")[0]
    return "%s%s @ %s %s" % (name, extras, link, marker)


def file_url(path):
    return pathlib.Path(os.path.abspath(path)).as_uri()
