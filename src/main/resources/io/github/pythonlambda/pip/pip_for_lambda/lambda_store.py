"""pip takes wheels from the store and puts new ones there, so that none is fetched twice.

Most private indexes serve no metadata apart (PEP 658) and forbid caching: there pip downloads each wheel that it looks
at, in every resolve, those it then drops included.

What another build downloads at the moment is waited for.
"""

import contextlib
import hashlib
import os
import shutil
import sys
import uuid

import lambda_last_use
import lambda_lock


def install(store, whole_wheels):
    from pip._internal.network import download as downloads
    from pip._internal.operations import prepare

    fetch = prepare.get_http_url

    def get_http_url(link, download, download_dir=None, hashes=None):
        path = store.find(link)
        if path is None:
            with store.turn(link) as done:
                path = store.find(link)
                if path is None:
                    file = fetch(link, download, download_dir, hashes)
                    if link.is_wheel:
                        store.add(file.path, link)
                    done()
                    return file
        # What the store has found is the link's content; to read it again takes another hash.
        if hashes and not hashes.is_hash_allowed(link.hash_name, link.hash.lower()):
            hashes.check_against_path(path)
        return prepare.File(path, None)

    def batch_and_store(self, links, location):
        # Where the metadata came apart, pip before 25.3 downloads the wheels at the end, by another way.
        for link in links:
            with store.turn(link) as done:
                path, content_type = store.find(link), ""
                if path is None:
                    ((_, (path, content_type)),) = batch(self, [link], location)
                    if link.is_wheel:
                        store.add(path, link)
                done()
            yield link, (path, content_type)

    prepare.get_http_url = get_http_url
    owner, name = (
        (downloads.BatchDownloader, "__call__")
        if hasattr(downloads, "BatchDownloader")
        else (downloads.Downloader, "batch")
    )
    batch = getattr(owner, name, None)
    if batch:
        setattr(owner, name, batch_and_store)
    fetch_metadata = getattr(prepare.RequirementPreparer, "_fetch_metadata_only", None)
    if fetch_metadata:

        def metadata_only(self, req, *args, **kwargs):
            if req.link and req.link.is_wheel and (whole_wheels or store.find(req.link)):
                return None
            return fetch_metadata(self, req, *args, **kwargs)

        prepare.RequirementPreparer._fetch_metadata_only = metadata_only


class Store:
    """The layout of WheelStore.java: <root>/<first two digits>/<digest>/<file name>."""

    def __init__(self, root):
        self.root = root
        self.verified = set()  # paths whose content has been read: pip asks for a wheel several times

    def find(self, link):
        """The path of a link's wheel, if it is there. Its content is read, since pip does not check it again."""
        if not link.is_wheel or link.hash_name != "sha256" or not link.hash:
            return None
        path = self.path(link.hash.lower(), link.filename)
        if path in self.verified:
            return path
        try:
            if sha256_of(path) == link.hash.lower():
                self.verified.add(path)
                lambda_last_use.note(os.path.dirname(path))
                tell("@stored", link.hash.lower(), link.filename)
                return path
            os.remove(path)
        except FileNotFoundError:
            # Not there, or another build has just removed a damaged one.
            return None
        return None

    @contextlib.contextmanager
    def turn(self, link):
        """Waits for the turn to download a link's wheel, and gives what is to be called once it is in the store."""
        if not link.is_wheel or link.hash_name != "sha256" or not link.hash:
            yield lambda: None
            return
        with lambda_lock.held(os.path.join(self.root, ".locks", link.hash.lower()), link.filename) as done:
            yield done

    def add(self, source, link):
        digest = sha256_of(source)
        if link.hash_name == "sha256" and link.hash and link.hash.lower() != digest:
            return  # pip is about to refuse it
        target = self.path(digest, link.filename)
        if os.path.exists(target):
            return
        os.makedirs(os.path.dirname(target), exist_ok=True)
        # Not a ".whl" until it is whole. Containers that share the store may have the same process ids.
        incoming = os.path.join(self.root, ".incoming-%s.tmp" % uuid.uuid4().hex)
        try:
            os.link(source, incoming)
        except OSError:
            shutil.copyfile(source, incoming)
        os.replace(incoming, target)
        tell("@fetched", os.path.getsize(target), digest, link.filename)

    def path(self, digest, file_name):
        return os.path.join(self.root, digest[:2], digest, file_name)


def tell(*words):
    """Tells PipResolver.java what has come of a wheel, so that it can be opened while pip goes on."""
    sys.stdout.write("%s\n" % " ".join(map(str, words)))
    sys.stdout.flush()


def sha256_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()
