"""The rules of the house, and proof that the check that guards them can fail."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("pages", "ui", "reports", "data_loaders", "metrics", "storage", "reference")


def lint_imports(folder: Path) -> subprocess.CompletedProcess:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def house_copy(folder: Path) -> Path:
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_imports_go_down_only_and_the_check_fails_when_they_do_not(tmp_path):
    house = house_copy(tmp_path)
    assert lint_imports(house).returncode == 0, lint_imports(house).stdout
    (house / "metrics" / "wrong.py").write_text("import ui.palette\n")
    broken = lint_imports(house)
    assert broken.returncode != 0
    assert "metrics.wrong" in broken.stdout


def test_the_engine_outside_storage_breaks_the_check(tmp_path):
    house = house_copy(tmp_path)
    (house / "pages" / "wrong.py").write_text("import duckdb\n")
    assert "Only storage knows the engine BROKEN" in lint_imports(house).stdout


def test_the_server_is_imported_by_nobody():
    for folder in FOLDERS:
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    assert all(name.name.split(".")[0] != "app" for name in node.names), file
                if isinstance(node, ast.ImportFrom):
                    assert (node.module or "").split(".")[0] != "app", file


def test_pages_are_thin():
    long = {
        page.name: len(page.read_text(encoding="utf-8").splitlines())
        for page in (ROOT / "pages").glob("*.py")
    }
    assert {name: lines for name, lines in long.items() if lines > 60} == {}


def test_pages_use_only_disclosed_numbers():
    """Exact counts are for the shell and for Gegevens; every other page goes through the screen."""
    exact = {"metrics.metric", "metrics.standing", "storage.database"}
    for page in (ROOT / "pages").glob("*.py"):
        for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and page.name != "gegevens.py":
                assert node.module not in exact, page.name
