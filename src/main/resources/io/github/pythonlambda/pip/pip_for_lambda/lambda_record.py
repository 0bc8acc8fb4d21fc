"""What the build wants to know and pip's own report does not tell."""

import json


class Record:
    def __init__(self, path):
        self.path = path
        self.pip_version = ""
        self.roots = {}  # layer -> nodes of the graph that it asks for
        self.graph = {}  # node ("name" or "name[extra]") -> nodes that it depends on
        self.excluded = []  # {"layer", "requirement", "from", "values"}: the marker is false for the target
        self.built = {}  # project -> path of a wheel that was built here, and is not in the report
        self.held_back = []  # {"project", "chosen", "newer", "offers"}
        self.explained = []  # offers of the project that is asked about
        self.missing = []  # {"project", "requirement", "constraint", "parents", "from", "offers"}: no file meets it
        self.conflicts = []  # {"project", "requirement", "parents", "root", "from"}: cannot be met together
        # {"file", "announced", "got", "listed", "listed_files", "from"}; the files in the order of the listed hashes,
        # empty for a hash that no file of the index has
        self.hash_mismatch = None
        self.unhashed = None  # {"project", "requirement", "version", "file", "sha256", "from"}; "" for what is not known
        self.index_failures = []  # {"url", "reason"}
        self.index_lines = []  # {"url", "from"}: lines of requirements files that name an index
        self.refused = []  # {"what", "from"}: would have to be built from source
        self.failed_builds = []  # {"what", "from"} and "output", or the "wheel" that is not pure Python
        self.ignored_settings = []  # names of settings that would have changed the target
        self.indexes = {}  # project -> index that offers the chosen wheel, without credentials
        self.known_since = None  # when the index was asked for the oldest of what it was not asked for now: seconds since 1970
        self.confusions = []  # {"project", "indexes"}: more than one index offers it
        self.notes = []  # for those who look closely

    def write(self):
        with open(self.path, "w", encoding="utf-8") as f:
            json.dump({key: value for key, value in vars(self).items() if key != "path"}, f)
