"""Pages: nothing inline, no template unused, every part says what it needs."""

import re
from pathlib import Path

import allauth
import django
import pytest
import wagtail

from tests.house.source import files, html, templates, text_of

INLINE = {
    "script": r"<script(?![^>]*\bsrc=)(?![^>]*application/json)",
    "style": r"<style\b|\sstyle\s*=",
    "handler": r"\son[a-z]+\s*=\s*[\"']",
    "address": r"javascript:",
    "htmx": r"\bhx-(?:on|vars|headers|vals\s*=\s*[\"']js:)",
    "stranger": r"(?:src|srcset|<link[^>]*href)\s*=\s*[\"'](?:https?:)?//",
    "unescaped": r"\|\s*safe\b|\bautoescape off\b",
}
NAMED = re.compile(r"[\"']([\w./-]+\.(?:html|svg|txt|css|xml))[\"']")
INCLUDE = re.compile(r"{%\s*include\s+[\"']([^\"']+)[\"']([^%]*)%}")
HTMX_TAG = re.compile(r"<(\w+)\b((?:[^<>]|<[^<>]*>)*?\bhx-(?:get|post|put|patch|delete)=[^<>]*)>")
ASKED_BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}


@pytest.mark.parametrize("kind", INLINE)
def test_nothing_stands_inline(kind):
    assert not [name for name, text in html() if re.search(INLINE[kind], text)]


def overrides(name: str) -> bool:
    """Whether a package asks for this template by name."""
    packages = (Path(module.__file__).parent for module in (allauth, django, wagtail))
    return any(next(package.rglob(f"templates/{name}"), None) for package in packages)


def test_every_template_is_used():
    named = set()
    for path in files():
        if path.suffix in {".py", ".html", ".txt", ".svg"} and "tests" not in path.parts:
            named |= set(NAMED.findall(text_of(path)))
    unused = set(templates()) - named - ASKED_BY_DJANGO

    assert not {name for name in unused if not overrides(name)}


def test_every_included_part_exists():
    missing = [
        f"{name}: {part}"
        for name, text in html()
        for part, _rest in INCLUDE.findall(text)
        if part not in templates() and not overrides(part)
    ]

    assert not missing


def test_every_part_says_what_it_needs():
    mute = []
    for name, text in html():
        if "components/" in name or name.rpartition("/")[2].startswith("_"):
            opening = "\n".join(text.splitlines()[:4])
            if not re.search(r"{#.*\b(?:Needs|Inputs|Needs nothing|No inputs)\b", opening):
                mute.append(name)

    assert not mute


def test_a_component_gets_only_what_it_is_given():
    loose = [
        f"{name}: {part}"
        for name, text in html()
        for part, rest in INCLUDE.findall(text)
        if part.startswith("components/") and not rest.rstrip().endswith("only")
    ]

    assert not loose


def test_htmx_is_never_the_only_way():
    """Every form and link works without scripts: what htmx sends has an address of its own."""
    script_only = [
        f"{name}: <{tag}>"
        for name, text in html()
        for tag, rest in HTMX_TAG.findall(text)
        if not re.search(r"\b(?:action|formaction|href)=", rest)
    ]

    assert not script_only


def test_participant_pages_load_no_htmx():
    calm = templates()["base_calm.html"].read_text(encoding="utf-8")

    assert "htmx" not in calm
