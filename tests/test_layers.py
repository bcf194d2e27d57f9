"""Imports go one way, so that every part can be read, tested and replaced without those above it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "teletipo"


def layers() -> dict[str, int]:
    """Module or package -> the height of its layer, from the table of docs/tour.md, the lowest first."""
    table = (ROOT / "docs" / "tour.md").read_text("utf-8").partition("## Where things are")[2].partition("\n|---")[2]
    heights: dict[str, int] = {}
    height = -1
    for row in table.splitlines()[1:]:
        _, name, _, places, _ = row.split("|")
        height += bool(name.strip())  # a row without a name goes on with the layer above it
        heights |= dict.fromkeys(re.findall(r"`(\w+)`", places), height)
    return heights


LAYERS = layers()
#: (importer, imported): why it is allowed
EXCEPTIONS = {
    ("records", "view.page"): "a notebook asks the record itself for its page",
    ("stages.article", "languages.detect"): "a table of function words that knows no stage",
}
#: below `languages`, the only modules that know where their data are: all languages share those
FINDING_DATA = ("codebook", "gazetteer.sources")
#: third-party package -> the only modules that may know it
CONFINED = {
    "spacy": ("export.spacy", "interop.spacy"),
    "duckdb": ("store", "export", "query", "scale", "cli"),
    "rich": ("view", "cli"),
    "typer": ("cli",),
}


def modules() -> dict[str, ast.Module]:
    """Dotted name below `teletipo` -> parsed module."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        found[name.removesuffix(".__init__") if name != "__init__" else name] = ast.parse(path.read_text("utf-8"))
    return found


def imports(name: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of all that a module imports, inside functions too but not under `TYPE_CHECKING`."""
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: imports are absolute"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        todo.extend(ast.iter_child_nodes(node))


def layer(module: str) -> int:
    """The height of a module's layer; that of the package itself, which re-exports its readers, is above all."""
    return LAYERS.get(module.partition(".")[0], max(LAYERS.values()) + 1)


MODULES = modules()


def within(name: str) -> str:
    """`teletipo.stages.syntax.parse` -> `stages.syntax`: the module that an import reaches."""
    parts = name.split(".")[1:]
    while parts and ".".join(parts) not in MODULES:
        parts.pop()
    return ".".join(parts)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down(module: str) -> None:
    """No module imports from a layer above its own."""
    wrong = [
        f"src/teletipo/{module.replace('.', '/')}.py:{line} {module} -> {reached}"
        for line, name in imports(module, MODULES[module])
        if name.startswith("teletipo.")
        and (reached := within(name))
        and layer(reached) > layer(module)
        and (module, reached) not in EXCEPTIONS
    ]
    assert not wrong


def test_a_lexicon_is_opened_by_its_language_alone() -> None:
    """Below `languages` no module looks for a file itself, so that another language may bring other words."""
    below = LAYERS["languages"]
    finding = {
        module
        for module, tree in MODULES.items()
        if layer(module) < below
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == "__file__")
        or (isinstance(node, ast.ImportFrom) and node.module == "importlib.resources")
    }
    assert finding == set(FINDING_DATA)


def test_what_the_layers_name_is_there() -> None:
    """Every module and package has its layer in the tour, and nothing speaks of one that has gone or of an import that
    nobody makes."""
    tops = {module.partition(".")[0] for module in MODULES}
    assert set(LAYERS) == tops - {"__init__", "__main__"}
    made = {(m, within(name)) for m, tree in MODULES.items() for _, name in imports(m, tree)}
    assert set(EXCEPTIONS) <= made
    assert {place for places in CONFINED.values() for place in places} <= {*MODULES, *tops}


@pytest.mark.parametrize("package", CONFINED)
def test_a_dependency_stays_where_it_can_be_replaced(package: str) -> None:
    """The parser, the database and the terminal are each known to one part of the code."""
    wrong = [
        f"{module}:{line}"
        for module, tree in MODULES.items()
        for line, name in imports(module, tree)
        if name.split(".")[0] == package and not module.startswith(CONFINED[package])
    ]
    assert not wrong


def test_every_module_says_what_it_is_for() -> None:
    """A module opens with a sentence."""
    assert not [name for name, tree in MODULES.items() if not (ast.get_docstring(tree) or "").strip()]


#: the packages of the stages, each of which may know those before it
PARTS = ("repairs", "naming", "resolving", "matching", "weighing", "scoping", "merging", "timing")


@pytest.mark.parametrize("part", PARTS)
def test_the_packages_of_the_stages_know_none_that_comes_later(part: str) -> None:
    """What a stage is made of knows no stage, and of the other packages only those of earlier stages."""
    allowed = tuple(f"stages.{p}." for p in PARTS[: PARTS.index(part) + 1])
    wrong = [
        f"{module}:{line} -> {name}"
        for module, tree in MODULES.items()
        if module.startswith(f"stages.{part}.")
        for line, name in imports(module, tree)
        if name.startswith("teletipo.stages") and not name.removeprefix("teletipo.").startswith(allowed)
    ]
    assert not wrong


@pytest.mark.parametrize(
    "package", ["grammar", "phrases", "speech", "stages", "timex", *(f"stages.{part}" for part in PARTS)]
)
def test_the_map_of_a_package_names_all_its_modules(package: str) -> None:
    """The packages of many small modules say in which order to read them."""
    told = ast.get_docstring(MODULES[package]) or ""
    modules = [m.rpartition(".")[2] for m in MODULES if m.rpartition(".")[0] == package]
    assert [m for m in modules if f"`{m}`" not in told] == []


def functions() -> Iterator[tuple[str, int]]:
    """Place and length of every function."""
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_and_modules_stay_readable() -> None:
    """No function above 60 lines, no module above 400."""
    assert not [f"{place} {lines} lines" for place, lines in functions() if lines > 60]
    long = {p.name: n for p in SOURCE.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert not long


def test_no_global_and_no_broad_except() -> None:
    """State is passed, and only foreseen errors are caught."""
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Global)
        or (
            isinstance(node, ast.ExceptHandler)
            and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        )
    ]
    assert not wrong


CLOCKS = ("time", "random", "secrets", "socket", "urllib", "http", "requests")


def test_reading_knows_no_clock_no_chance_and_no_network() -> None:
    """Contract, knowledge, stages and pipeline give the same bytes everywhere."""
    pure = LAYERS["pipeline"]
    wrong = [
        f"{module}:{line} {name}"
        for module, tree in MODULES.items()
        if layer(module) <= pure
        for line, name in imports(module, tree)
        if name.split(".")[0] in CLOCKS
    ]
    assert not wrong
