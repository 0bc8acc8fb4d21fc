"""Builds a wheel as pip does for this machine: by a pip in which nothing is replaced, in an isolated environment."""

import os
import subprocess
import sys
import tempfile
from urllib.parse import quote, unquote, urlsplit, urlunsplit

# 1980-02-01, before which zip files cannot tell the time in every time zone.
FIXED_TIME = "318211200"
LINES_KEPT = 40


class Builder:
    def __init__(self, tags, left_out):
        from pip._vendor.packaging.tags import parse_tag

        self.tags = frozenset(tag for text in tags for tag in parse_tag(text))
        self.left_out = left_out

    def build(self, source, wheel_folder, finder):
        """Builds a folder's wheel into another folder; gives back the end of what was printed."""
        with tempfile.TemporaryDirectory(prefix="build-") as work:
            command = [sys.executable, "-I", "-X", "utf8", "-m", "pip", "wheel", "--no-deps", "--use-pep517"]
            # The target's Python counts, not this one.
            command += ["--ignore-requires-python", "--no-input", "--disable-pip-version-check"]
            command += ["--no-color", "--progress-bar", "off", "--wheel-dir", wheel_folder, source]
            process = subprocess.Popen(
                command,
                env=self.environment(finder, work),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
            lines = []
            for line in process.stdout:
                # So that no line of a backend is taken for one of pip's.
                sys.stdout.write("  | " + line.rstrip() + "\n")
                sys.stdout.flush()
                lines = (lines + [line.rstrip()])[-LINES_KEPT:]
            process.wait()
            return lines

    def environment(self, finder, work):
        left_out = {"PIP_" + name.upper().replace("-", "_") for name in self.left_out}
        environment = {
            key: value for key, value in os.environ.items() if key not in left_out and not key.startswith("PYTHON")
        }
        environment.update(index_settings(finder, work))
        environment.update(
            SOURCE_DATE_EPOCH=FIXED_TIME,
            PYTHONHASHSEED="0",
            PYTHONDONTWRITEBYTECODE="1",
            PIP_REQUIRE_VIRTUALENV="0",
            DIST_EXTRA_CONFIG=setuptools_settings(work),
        )
        return environment


def setuptools_settings(work):
    """Where setuptools puts what it makes: not into the source's folder, whose older output would get into the wheel."""
    path = os.path.join(work, "setuptools.cfg")
    for name in ("build", "egg"):
        os.mkdir(os.path.join(work, name))
    with open(path, "w", encoding="utf-8") as f:
        f.write("[build]\nbuild_base = %s\n" % os.path.join(work, "build").replace("\\", "/"))
        f.write("[egg_info]\negg_base = %s\n" % os.path.join(work, "egg").replace("\\", "/"))
    return path


def index_settings(finder, work):
    """The indexes that pip was told of on its command line and in files; everything else is in its settings anyway.

    pip hands them on to further pips as arguments, which every user of this machine can see. So logins go to a netrc
    file.
    """
    netrc = []
    indexes = [without_login(url, netrc) for url in finder.index_urls]
    links = [without_login(link, netrc) if "://" in link else file_url(link) for link in finder.find_links]
    settings = {
        "PIP_NO_INDEX": "0" if indexes else "1",
        "PIP_EXTRA_INDEX_URL": " ".join(indexes[1:]),
        "PIP_FIND_LINKS": " ".join(links),
        "PIP_TRUSTED_HOST": " ".join(finder.trusted_hosts),
    }
    if indexes:
        settings["PIP_INDEX_URL"] = indexes[0]
    if netrc:
        settings["NETRC"] = write_netrc(netrc, work)
    return {key: value for key, value in settings.items() if value}


def without_login(url, netrc):
    parts = urlsplit(url)
    if parts.username is None or parts.password is None:
        return url
    netrc.append((parts.hostname, unquote(parts.username), unquote(parts.password)))
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def write_netrc(logins, work):
    own = os.environ.get("NETRC") or os.path.join(os.path.expanduser("~"), "_netrc" if os.name == "nt" else ".netrc")
    try:
        with open(own, encoding="utf-8") as f:
            text = f.read() + "\n"
    except (OSError, UnicodeDecodeError):
        text = ""
    # Python's reader takes the last entry of a host.
    text += "".join("machine %s login %s password %s\n" % (host, token(user), token(word)) for host, user, word in logins)
    path = os.path.join(work, "netrc")
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as f:
        f.write(text)
    return path


def token(text):
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


def file_url(path):
    return "file://" + quote(os.path.abspath(path).replace(os.sep, "/")) if os.name == "posix" else path
