"""The tags of a PDF, read as a screen reader reads them."""

from pypdf import PdfReader


class Tags:
    """The tree of tags, in the order it is read, each with the text under it."""

    def __init__(self, file: PdfReader) -> None:
        self._texts = [_marked(page) for page in file.pages]
        self._pages = {page.indirect_reference.idnum: n for n, page in enumerate(file.pages)}
        self.found: list[tuple[str, dict, str]] = []
        self._walk(file.trailer["/Root"]["/StructTreeRoot"], 0)

    def _walk(self, element, page) -> str:
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, int):
            return self._texts[page].get(element, "")
        if "/Pg" in element:
            page = self._pages[element.raw_get("/Pg").idnum]
        place = len(self.found)
        if "/S" in element:
            self.found.append((element["/S"], element, ""))
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        text = "".join(self._walk(kid, page) for kid in kids)
        if "/S" in element:
            self.found[place] = (element["/S"], element, text)
        return text

    def of(self, *kinds: str) -> list[tuple[str, dict, str]]:
        return [one for one in self.found if one[0] in kinds]


def _marked(page) -> dict[int, str]:
    """The text of each marked piece of a page, by its number."""
    texts: dict[int, str] = {}
    now: list[int | None] = [None]

    def begins(operator, operands, _cm, _tm) -> None:
        if operator == b"BDC" and isinstance(operands[1], dict):
            now[0] = operands[1].get("/MCID")
        elif operator in (b"EMC", b"BMC"):
            now[0] = None

    def told(text, *_where) -> None:
        if now[0] is not None:
            texts[now[0]] = texts.get(now[0], "") + text

    page.extract_text(visitor_operand_before=begins, visitor_text=told)
    return texts
