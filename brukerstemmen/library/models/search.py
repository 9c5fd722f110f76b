"""What search looks in: for every published page its words, by their stems (`library.words`).

An index of our own, the same in SQLite and PostgreSQL: which page says which stem, and how
prominently. Everything hangs on the front page of a language, so that sites and languages are
kept apart and one number finds a word. Made by `actions.indexing`; can be made anew at any time.
"""

from typing import ClassVar

from django.db import models

from brukerstemmen.library.models.pages import HomePage, LibraryPage
from brukerstemmen.privacy.zones import Zone


class IndexedPage(models.Model):
    """A page that can be found. text: what extracts are taken from."""

    zone = Zone.Z0_PUBLIC

    page = models.OneToOneField(
        LibraryPage, on_delete=models.CASCADE, primary_key=True, related_name="indexed"
    )
    home = models.ForeignKey(HomePage, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16)
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class IndexedStem(models.Model):
    """A stem that at least one page says."""

    zone = Zone.Z0_PUBLIC

    home = models.ForeignKey(HomePage, on_delete=models.CASCADE, related_name="+")
    stem = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["home", "stem"], name="one_row_a_stem")
        ]

    def __str__(self) -> str:
        return self.stem


class IndexedWord(models.Model):
    """A word as pages spell it: what a typing error is held up against."""

    zone = Zone.Z0_PUBLIC

    stem = models.ForeignKey(IndexedStem, on_delete=models.CASCADE, related_name="words")
    word = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["stem", "word"], name="one_row_a_word")
        ]

    def __str__(self) -> str:
        return self.word


class Posting(models.Model):
    """That a page says a stem. weight: how prominently, from 1."""

    zone = Zone.Z0_PUBLIC

    # The index below holds all a search reads, so that it never goes to the rows themselves.
    stem = models.ForeignKey(
        IndexedStem, on_delete=models.CASCADE, related_name="postings", db_index=False
    )
    page = models.ForeignKey(IndexedPage, on_delete=models.CASCADE, related_name="postings")
    weight = models.PositiveSmallIntegerField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["stem", "page", "weight"], name="pages_by_stem"),
        ]

    def __str__(self) -> str:
        return f"{self.stem_id} {self.page_id}"
