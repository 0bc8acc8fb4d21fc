"""What is done with a folder of packages once it is there."""


def zip_both(options: str, layer: str, app: str) -> str:
    """The end of a script that packs a folder which has python/ in it, and the app's folder, to build/."""
    return f"""
build=$PWD/build
(cd {layer} && zip {options} "$build/layer.zip" python)
(cd {app} && zip {options} "$build/app.zip" .)
"""
