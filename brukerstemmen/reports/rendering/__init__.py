"""One document as a page, a PDF and a Word file. What is not in the document cannot come out."""

from .charts import chart_svg
from .page import as_html
from .paper import as_pdf
from .word import as_docx

__all__ = ["as_docx", "as_html", "as_pdf", "chart_svg"]
