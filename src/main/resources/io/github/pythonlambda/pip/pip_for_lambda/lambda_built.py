"""Wheels that were built here: kept by what they were built from, so that an unchanged source is not built again.

<root>/<kind>/<key>/<file name>, where the key tells an archive by its content, a repository by URL and commit, a folder
by its files; and this interpreter's version, since a setup.py may ask for it. A folder gets its name once it is whole.
"""

import hashlib
import os
import platform
import re
import shutil
import tempfile
import time
import uuid

import lambda_last_use
import lambda_lock

COMMIT_DIGITS = 40
PURE = "-none-any.whl"
UNFINISHED = ".unfinished-"
ABANDONED_AFTER = 24 * 60 * 60
NEVER_SOURCE = frozenset(
    ".git .hg .svn __pycache__ .venv .tox .nox .mypy_cache .pytest_cache .ruff_cache .DS_Store".split()
)


class Wheel:
    """A built wheel, with what pip asks of an entry of its own cache."""

    persistent = True

    def __init__(self, path, origin):
        from pip._internal.models.link import Link
        from pip._internal.utils.urls import path_to_url
        from pip._vendor.packaging.utils import canonicalize_name

        self.path = path
        self.link = Link(path_to_url(path))
        self.origin = origin
        self.project = canonicalize_name(os.path.basename(path).partition("-")[0])


class BuiltWheels:
    def __init__(self, root, builder, offline, record):
        self.root = root
        self.builder = builder
        self.offline = offline
        self.editable = set()  # URLs and paths of folders that were required by -e
        self.record = record
        self.wheels = {}  # URL of the source -> Wheel
        self.failures = {}  # URL of the source -> why there is none, so that nothing is tried twice

    def is_wheel(self, link):
        return self.path_of(link) is not None

    def path_of(self, link):
        """The path of a built wheel, by the link that pip has for it."""
        return next((wheel.path for wheel in self.wheels.values() if wheel.link == link), None)

    def wheel(self, factory, link, name, requirement):
        """The wheel of a source, built if it was not built before."""
        from pip._internal.exceptions import PipError

        if link.url in self.failures:
            raise self.failures[link.url]
        if link.url not in self.wheels:
            preparer = factory.preparer
            work = tempfile.mkdtemp(prefix="source-")
            try:
                if link.is_vcs:
                    found = self.from_repository(factory, preparer, link, requirement, work)
                elif link.is_existing_dir():
                    found = self.from_folder(factory, preparer, link, requirement)
                else:
                    found = self.from_archive(factory, preparer, link, requirement, work)
                self.check_tags(found, link, requirement)
            except PipError as e:
                self.failures[link.url] = e
                raise
            finally:
                remove(work)
            self.wheels[link.url] = found
        return self.wheels[link.url]

    def from_repository(self, factory, preparer, link, requirement, work):
        from pip._internal.exceptions import InstallationError, VcsHashUnsupported
        from pip._internal.operations.prepare import unpack_vcs_link
        from pip._internal.utils.direct_url_helpers import direct_url_from_link
        from pip._internal.vcs import vcs

        if preparer.require_hashes:
            raise with_requirement(VcsHashUnsupported(), requirement)
        system = vcs.get_backend_for_scheme(link.scheme)
        url, revision, _ = system.get_url_rev_and_auth(link.url_without_fragment)
        place = re.sub("//[^/@]+@", "//", url)  # a token may be another one each day
        sub = link.subdirectory_fragment or ""
        if revision and len(revision) == COMMIT_DIGITS:
            path = self.find("vcs", digest_of(place, revision, sub))
            if path:
                return Wheel(path, direct_url_from_link(link, link_is_in_wheel_cache=True))
        if self.offline:
            raise InstallationError("the build is offline, so %s is not asked for" % place)
        clone = os.path.join(work, "clone")
        unpack_vcs_link(link, clone, verbosity=0)
        origin = direct_url_from_link(link, clone)
        commit = origin.to_dict()["vcs_info"]["commit_id"]
        key = digest_of(place, commit, sub)
        path = self.find_or_build("vcs", key, os.path.join(clone, sub), factory, link, requirement)
        return Wheel(path, origin)

    def from_folder(self, factory, preparer, link, requirement):
        from pip._internal.exceptions import DirectoryUrlHashUnsupported

        if preparer.require_hashes:
            raise with_requirement(DirectoryUrlHashUnsupported(), requirement)
        folder = os.path.join(link.file_path, link.subdirectory_fragment or "")
        key = tree_digest(folder)
        path = self.find_or_build("directory", key, folder, factory, link, requirement)
        info = {"editable": True} if {link.url_without_fragment, link.file_path} & self.editable else {}
        return Wheel(path, direct_url({"url": link.url_without_fragment, "dir_info": info}))

    def from_archive(self, factory, preparer, link, requirement, work):
        from pip._internal.exceptions import HashError, InstallationError, NetworkConnectionError
        from pip._internal.operations.prepare import unpack_url
        from pip._internal.utils.hashes import Hashes, MissingHashes

        kind = "sdist" if requirement.link is None else "archive"
        sub = link.subdirectory_fragment or ""
        hashes = requirement.hashes(trust_internet=False)
        if preparer.require_hashes and not hashes:
            hashes = MissingHashes()
        announced = link.hash.lower() if link.hash_name == "sha256" and link.hash else None
        if announced and (not preparer.require_hashes or link.is_hash_allowed(hashes)):
            path = self.find(kind, digest_of(announced, sub))
            if path:
                return Wheel(path, archive_url(link, announced))
        source = os.path.join(work, "source")
        os.mkdir(source)
        try:
            if link.hash_name and link.hash:
                file = unpack_url(link, source, preparer._download, 0, None, Hashes({link.hash_name: [link.hash]}))
                if hashes:
                    hashes.check_against_path(file.path)
            else:
                file = unpack_url(link, source, preparer._download, 0, None, hashes)
        except NetworkConnectionError as e:
            raise InstallationError("%s cannot be fetched: %s" % (link, e))
        except HashError as e:
            raise with_requirement(e, requirement, link)
        digest = file_digest(file.path)
        key = digest_of(digest, sub)
        path = self.find_or_build(kind, key, os.path.join(source, sub), factory, link, requirement)
        return Wheel(path, archive_url(link, digest))

    def check_tags(self, wheel, link, requirement):
        """Refuses a wheel of pure Python for another Python than the target's."""
        from pip._vendor.packaging.utils import parse_wheel_filename

        name = os.path.basename(wheel.path)
        if not parse_wheel_filename(name)[3] & self.builder.tags:
            raise self.failed(link, requirement, wheel=name)

    def failed(self, link, requirement, **details):
        from pip._internal.exceptions import InstallationError

        details["what"] = described(link, requirement.name)
        details["from"] = str(requirement.comes_from or "")
        self.record.failed_builds.append(details)
        return InstallationError("%s cannot be built" % link)

    def find(self, kind, key):
        folder = os.path.join(self.root, kind, key)
        try:
            wheels = [name for name in os.listdir(folder) if name.endswith(".whl")]
        except OSError:
            return None
        if not wheels:
            return None
        lambda_last_use.note(folder)
        return os.path.join(folder, wheels[0])

    def find_or_build(self, kind, key, source, factory, link, requirement):
        """Another target of this build, or another build, may be at it."""
        with lambda_lock.held(os.path.join(self.root, ".locks", kind + "-" + key), requirement.name or link.filename) as done:
            path = self.find(kind, key) or self.build(kind, key, source, factory, link, requirement)
            done()
            return path

    def build(self, kind, key, source, factory, link, requirement):
        os.makedirs(os.path.join(self.root, kind), exist_ok=True)
        remove_abandoned(os.path.join(self.root, kind))
        unfinished = os.path.join(self.root, kind, UNFINISHED + uuid.uuid4().hex)
        os.mkdir(unfinished)
        try:
            output = self.builder.build(source, unfinished, factory._finder)
            wheels = [name for name in os.listdir(unfinished) if name.endswith(".whl")]
            if len(wheels) != 1:
                raise self.failed(link, requirement, output=output)
            if not wheels[0].endswith(PURE):
                raise self.failed(link, requirement, wheel=wheels[0])
            target = os.path.join(self.root, kind, key)
            try:
                os.rename(unfinished, target)
            except OSError:
                if not self.find(kind, key):
                    raise
            return self.find(kind, key)
        finally:
            remove(unfinished)


def described(link, name):
    place = os.path.normpath(link.file_path) if link.is_existing_dir() else link.url_without_fragment
    return "%s (%s)" % (name, place) if name else place


def with_requirement(error, requirement, link=None):
    error.req = requirement
    if link is not None:
        error.source_link = link
    return error


def archive_url(link, digest):
    url = {"url": link.url_without_fragment, "archive_info": {"hash": "sha256=" + digest, "hashes": {"sha256": digest}}}
    if link.subdirectory_fragment:
        url["subdirectory"] = link.subdirectory_fragment
    return direct_url(url)


def direct_url(data):
    from pip._internal.models.direct_url import DirectUrl

    return DirectUrl.from_dict(data)


def digest_of(*parts):
    digest = hashlib.sha256(("\n".join(parts + (platform.python_version(),))).encode("utf-8"))
    return digest.hexdigest()


def file_digest(path):
    digest = hashlib.sha256()
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def tree_digest(folder):
    """Of a folder's files: their paths, content, and whether they are executable."""
    digest = hashlib.sha256()
    for path, name in sorted(source_files(folder, "", (os.path.realpath(folder),))):
        executable = "x" if os.name == "posix" and os.stat(path).st_mode & 0o100 else "-"
        digest.update(("%s %s %s\n" % (file_digest(path), executable, name)).encode("utf-8", "surrogateescape"))
    return digest_of(digest.hexdigest())


def source_files(folder, prefix, parents):
    names = os.listdir(folder)
    if "pyvenv.cfg" in names:
        return
    for name in names:
        path = os.path.join(folder, name)
        if name in NEVER_SOURCE or name.endswith((".egg-info", ".pyc")) or (not prefix and is_output(path, name, names)):
            continue
        if os.path.isdir(path):
            real = os.path.realpath(path)
            if real not in parents:  # a link to a folder above
                yield from source_files(path, prefix + name + "/", parents + (real,))
        elif os.path.isfile(path):
            yield path, prefix + name


def is_output(path, name, names):
    """build and dist hold what tools made, unless they are packages; target is Maven's."""
    if name in ("build", "dist"):
        return os.path.isdir(path) and not os.path.exists(os.path.join(path, "__init__.py"))
    return name == "target" and "pom.xml" in names


def remove_abandoned(folder):
    """Removes what killed builds have left."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        try:
            if name.startswith(UNFINISHED) and time.time() - os.stat(path).st_mtime > ABANDONED_AFTER:
                remove(path)
        except FileNotFoundError:
            continue  # another build has just removed it


def remove(folder):
    # Version control writes files that cannot be written to, which Windows does not remove.
    def make_writable(function, path, _):
        os.chmod(path, 0o700)
        function(path)

    if os.path.exists(folder):
        shutil.rmtree(folder, onerror=make_writable)
