"""Settings of pip.conf and PIP_* variables that would change the target, or what pip is asked to do, are left out.

All others (indexes, certificates, proxies, constraints, timeouts ...) keep their meaning.
"""

LEFT_OUT = frozenset(
    """
    abi implementation platform python python-version
    target prefix root user src
    requirement requirements-from-script editable group
    no-deps ignore-requires-python ignore-installed upgrade upgrade-strategy force-reinstall
    no-binary only-binary use-deprecated
    dry-run report require-virtualenv
    quiet verbose debug log
    """.split()
)


def install(record):
    from pip._internal.cli.parser import ConfigOptionParser

    original = ConfigOptionParser._get_ordered_configuration_items

    def items(self):
        for key, value in original(self):
            if key not in LEFT_OUT:
                yield key, value
            elif key not in record.ignored_settings:
                record.ignored_settings.append(key)

    ConfigOptionParser._get_ordered_configuration_items = items
