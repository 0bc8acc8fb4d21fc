"""What zips hold."""

import re
import zipfile
import zlib
from pathlib import Path

_DIST_INFO = re.compile(r"python/([^/]+)-([^-/]+)\.dist-info/METADATA")


def packages(layer: Path) -> frozenset[tuple[str, str]]:
    """Names, normalized, and versions of the packages of a layer, by its .dist-info folders."""
    with zipfile.ZipFile(layer) as archive:
        found = filter(None, map(_DIST_INFO.fullmatch, archive.namelist()))
        return frozenset((re.sub(r"[-_.]+", "-", match[1]).lower(), match[2]) for match in found)


def unzipped_bytes(archive: Path) -> int:
    """What AWS Lambda counts of a zip."""
    with zipfile.ZipFile(archive) as entries:
        return sum(entry.file_size for entry in entries.infolist())


def holds_file(archive: Path, name: str, file: Path) -> bool:
    """Whether an archive has a file with the content of another one."""
    with zipfile.ZipFile(archive) as entries:
        return name in entries.namelist() and entries.getinfo(name).CRC == zlib.crc32(file.read_bytes())
