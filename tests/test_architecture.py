"""The house stands as it was drawn: layers, what only one room may load, small files, names that say something."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "quizapp").rglob("*.py"))
TESTS = sorted(file for file in (ROOT / "tests").rglob("*.py") if "data" not in file.relative_to(ROOT).parts)
LONGEST = 300


def test_the_layers_hold() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", [*MODULES, *TESTS], ids=_name)
def test_a_file_is_small_or_says_why_not(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if text.count("\n") > LONGEST:
        docstring = ast.get_docstring(ast.parse(text)) or ""
        assert re.search(r"\blong\b", docstring.casefold()), (
            f"more than {LONGEST} lines, and the docstring does not say why it is long"
        )


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_a_name_says_what_is_inside(file: Path) -> None:
    assert not re.search(r"util|helper|manager|common|misc", file.stem)


@pytest.mark.parametrize("file", [file for file in MODULES if file.name == "__init__.py"], ids=_name)
def test_a_package_says_what_it_is_and_the_root_imports_nothing(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    if file.parent.name == "quizapp":
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    for dependency in (*project["dependencies"], *project["optional-dependencies"]["test"]):
        assert re.search(rf'^  "{re.escape(dependency)}", +# \S', text, re.MULTILINE), dependency


def test_only_the_output_prints() -> None:
    for file in MODULES:
        if file.parts[-2:] in {("cli", "output.py"), ("quizapp", "__main__.py")}:
            continue
        names = {
            ast.unparse(node) for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute | ast.Name)
        }  # fmt: skip
        assert not names & {"print", "sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"}, file
