"""Optional packages as if nothing had imported them yet: another test in the same process may have."""

import sys

import pytest


@pytest.fixture
def unimported(monkeypatch):
    """Forgets a package and all its modules until the test ends; what was imported before comes back, whatever is between."""
    packages = []

    def modules(package):
        return [name for name in sys.modules if name.partition(".")[0] == package]

    def forget(package):
        packages.append(package)
        for name in modules(package):
            monkeypatch.delitem(sys.modules, name)

    yield forget
    # An invented package must not stay behind where no real one was imported.
    for package in packages:
        for name in modules(package):
            del sys.modules[name]
