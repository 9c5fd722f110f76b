"""Start content's small Markdown, as the rich text that editors go on with."""

from collections.abc import Callable
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

Link = Callable[[str], str]
_READER = MarkdownIt("commonmark", {"html": False})


def rich(text: str, link: Link) -> str:
    """HTML as Wagtail keeps it. link(address) gives the attributes of a link to it."""
    tokens = _READER.parse(text.strip())
    return _Renderer(link).render(tokens, _READER.options, {}).replace("\n", " ").strip()


class _Renderer(RendererHTML):
    """Wagtail's own words for what CommonMark calls strong and em, and for links to pages."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link

    def strong_open(self, *_: object) -> str:
        return "<b>"

    def strong_close(self, *_: object) -> str:
        return "</b>"

    def em_open(self, *_: object) -> str:
        return "<i>"

    def em_close(self, *_: object) -> str:
        return "</i>"

    def link_open(self, tokens: list[Token], at: int, *_: object) -> str:
        return f"<a {self.link(str(tokens[at].attrGet('href')))}>"


def to_address(address: str) -> str:
    """The attributes of a link that leads out of the site."""
    return f'href="{escape(address)}"'
