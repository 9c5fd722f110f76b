"""The demo is lived through by the verbs people use: its loader makes no rows itself."""

import ast

from tests.house.source import PACKAGE, name_of, product_python, tree_of

MAKES_ROWS = {
    "aupdate",
    "bulk_create",
    "bulk_update",
    "create",
    "delete",
    "execute",
    "get_or_create",
    "save",
    "update_or_create",
}


def test_the_loader_makes_no_rows_itself():
    loader = [
        path
        for path in product_python()
        if PACKAGE / "journey" / "demo" in path.parents or path.stem == "load_demo"
    ]
    found = [
        f"{name_of(path)}:{node.lineno} {ast.unparse(node)}"
        for path in loader
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr in MAKES_ROWS
    ]

    assert len(loader) > 5
    assert not found
