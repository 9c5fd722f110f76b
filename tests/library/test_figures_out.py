"""The figures as a table: every source has its row, and no cell is ever run as a formula."""

import csv
import io
import json

import pytest
from django.test import Client

from brukerstemmen.library.models import Figure, Freshness, HomePage


@pytest.fixture
def figures(home: HomePage) -> list[Figure]:
    Freshness.grow()
    return [
        Figure.objects.create(key="moter", value="165", counts_nb="brukermøter", source="Avis"),
        Figure.objects.create(key="moter", value="157", counts_nb="brukermøter", source="Rapport"),
        Figure.objects.create(
            key="farlig", value="=1+1", counts_nb='@SUM(A1)"; x', source="-2+3", period="2011"
        ),
    ]


def rows() -> list[dict[str, str]]:
    answer = Client().get("/tall.csv")
    assert answer.status_code == 200 and not answer.cookies
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="tall.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    told = io.StringIO(answer.content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(told, delimiter=";"))


def test_where_sources_differ_both_stand(figures: list[Figure]) -> None:
    told = {(row["value"], row["source"]) for row in rows() if row["key"] == "moter"}

    assert told == {("165", "Avis"), ("157", "Rapport")}


def test_nothing_is_run_as_a_formula(figures: list[Figure]) -> None:
    (row,) = [row for row in rows() if row["key"] == "farlig"]

    assert (row["value"], row["counts_nb"], row["source"]) == ("'=1+1", "'@SUM(A1)\"; x", "'-2+3")


def test_programmes_get_the_same_as_it_stands(figures: list[Figure]) -> None:
    answer = Client().get("/tall.json")

    told = json.loads(answer.content)["figures"]

    assert answer["Content-Type"] == "application/json" and not answer.cookies
    assert {row["value"] for row in told} == {"165", "157", "=1+1"}
    assert set(told[0]) == set(rows()[0])


def test_they_cost_one_query_once_made(figures: list[Figure], django_assert_num_queries) -> None:
    reader = Client()
    reader.get("/tall.json")

    with django_assert_num_queries(1):
        reader.get("/tall.json")
