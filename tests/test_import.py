"""Importing the package and asking for help stays light."""

import subprocess
import sys

HEAVY = ("numpy", "pandas", "spacy", "sklearn", "matplotlib", "nltk", "textstat", "scipy", "pydantic")


def loaded_by(code: str) -> set[str]:
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in answer.stdout.splitlines()[-1].split()}


def test_importing_the_package_loads_no_heavy_library():
    assert not loaded_by("import framing") & set(HEAVY)


def test_the_command_line_help_loads_no_heavy_library():
    assert not loaded_by("from framing.cli import main; main(['--help'])") & set(HEAVY)


def test_every_public_name_is_its_object_even_after_all_rooms_were_imported():
    import importlib
    import pkgutil
    from types import ModuleType

    import framing

    for module in pkgutil.iter_modules(framing.__path__):
        importlib.import_module(f"framing.{module.name}")

    for name in framing.__all__:
        assert not isinstance(getattr(framing, name), ModuleType), name
