"""What the build wants to know and pip's own report does not tell."""

import json


class Record:
    def __init__(self, path):
        self.path = path
        self.pip_version = ""
        self.roots = {}  # layer -> nodes of the graph that it asks for
        self.graph = {}  # node ("name" or "name[extra]") -> nodes that it depends on
        self.unfit = {}  # project -> file names that do not fit the target
        self.index_failures = []  # {"url", "reason"}
        self.refused = []  # {"what", "from"}: would have to be built from source
        self.ignored_settings = []  # names of settings that would have changed the target

    def write(self):
        with open(self.path, "w", encoding="utf-8") as f:
            json.dump({key: value for key, value in vars(self).items() if key != "path"}, f)
