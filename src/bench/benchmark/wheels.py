"""Wheels: those of a layer, in the plugin's store, and generated ones."""

import base64
import hashlib
import json
import random
import zipfile
from pathlib import Path

_SEED = 20260101
_WORDS = 4096
_WHEEL_FILE = "Wheel-Version: 1.0\nGenerator: benchmark\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def of_manifest(manifest: Path, store: Path) -> list[Path]:
    """The wheels of the layers that a manifest describes."""
    layers = json.loads(manifest.read_text())["layers"]
    packed = [package for layer in layers for package in layer["packages"]]
    return [store / one["sha256"][:2] / one["sha256"] / one["wheel"] for one in packed]


def generate(folder: Path, count: int, unzipped_bytes: int, files: int) -> list[Path]:
    """Wheels of the same size with the same number of files each; those that are there already are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    wheels = []
    for number in range(count):
        wheel = folder / f"generated{number}-1.0-py3-none-any.whl"
        if not wheel.exists():
            temporary = wheel.with_suffix(".tmp")
            _write(temporary, f"generated{number}", unzipped_bytes, files, random.Random(_SEED + number))
            temporary.rename(wheel)
        wheels.append(wheel)
    return wheels


def _write(wheel: Path, name: str, unzipped_bytes: int, files: int, chance: random.Random) -> None:
    size = unzipped_bytes // files
    words = [f"{chance.getrandbits(32):08x}".encode() for _ in range(_WORDS)]
    record = []
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:

        def add(path: str, content: bytes) -> None:
            archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(content)}")

        for number in range(files):
            content = b" ".join(chance.choices(words, k=size // 9 + 1))[:size]
            add(f"{name}/package{number % 20}/module{number}.py", content)
        add(f"{name}-1.0.dist-info/WHEEL", _WHEEL_FILE.encode())
        add(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode())
        record.append(f"{name}-1.0.dist-info/RECORD,,")
        archive.writestr(zipfile.ZipInfo(f"{name}-1.0.dist-info/RECORD"), "\n".join(record) + "\n", zipfile.ZIP_DEFLATED)
