"""A build backend in the project's own tree, so that no index is needed."""

import base64
import hashlib
import os
import zipfile

STEM = "shop_common-1.0"


def record_line(path, content):
    data = content.encode()
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    return "%s,sha256=%s,%d\n" % (path, digest, len(data))


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    with open(os.path.join("..", "..", "builds.txt"), "a") as builds:
        builds.write("built\n")
    with open(os.path.join("shop_common", "__init__.py")) as f:
        module = f.read()
    contents = {
        "shop_common/__init__.py": module,
        STEM + ".dist-info/METADATA": "Metadata-Version: 2.1\nName: shop-common\nVersion: 1.0\n",
        STEM + ".dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = STEM + ".dist-info/RECORD"
    contents[record] = "".join(record_line(*file) for file in contents.items()) + record + ",,\n"
    name = STEM + "-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        for path, content in contents.items():
            wheel.writestr(zipfile.ZipInfo(path), content)
    return name
