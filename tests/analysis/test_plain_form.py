"""The board as one plain form: nothing lost, nobody overrun, few pages."""

import re
import uuid

from django.test import Client

from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.models import Coding, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement, UserMeeting
from tests.analysis.board import at, lies_under
from tests.crowd import crowd


def sent_from(page: str) -> dict[str, list[str]]:
    """What the browser would send from the plain form, as it stands."""
    form = page[page.index("sort-form") :]
    data: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form[: form.index("</form>")]):
        name, value = (re.search(rf'{key}="([^"]*)"', tag)[1] for key in ("name", "value"))
        if 'type="hidden"' in tag or " checked" in tag:
            data.setdefault(name, []).append(value)
    return data


def test_a_page_is_saved_at_once(
    masked: UserMeeting, three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    one, two = masked.statements.all()
    data = sent_from(client.get(at(evaluation) + "?form=1").content.decode())
    data[f"theme-{one.pk}"] = [str(three[0].pk), str(three[1].pk)]
    data[f"theme-{two.pk}"] = [str(three[2].pk)]

    answer = client.post(at(evaluation, "save_page") + "?form=1", data)

    assert answer["Location"] == at(evaluation) + "?form=1"
    assert lies_under(one) == {three[0].pk, three[1].pk}
    assert lies_under(two) == {three[2].pk}


def test_saving_as_it_stands_changes_nothing(
    first: Statement, three: list[Theme], evaluation: Evaluation, anne: Person, client: Client
) -> None:
    themes.sort(first, three[:2], by=anne)
    steps = evaluation.coding_steps.count()

    data = sent_from(client.get(at(evaluation) + "?form=1").content.decode())
    client.post(at(evaluation, "save_page"), data)

    assert lies_under(first) == {three[0].pk, three[1].pk}
    assert evaluation.coding_steps.count() == steps


def test_what_another_did_meanwhile_stands(
    first: Statement,
    three: list[Theme],
    evaluation: Evaluation,
    anne: Person,
    frida: Person,
    client: Client,
) -> None:
    themes.sort(first, three[:1], by=anne)
    data = sent_from(client.get(at(evaluation) + "?form=1").content.decode())
    themes.give(first, three[1], by=frida)
    data[f"theme-{first.pk}"] = [str(three[2].pk)]

    client.post(at(evaluation, "save_page"), data)

    assert lies_under(first) == {three[1].pk, three[2].pk}


def test_a_page_that_was_made_up_changes_nothing(
    first: Statement, three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    data = {
        "statement": ["x", str(uuid.uuid4()), str(first.pk)],
        f"seen-{first.pk}": "x",
        f"theme-{first.pk}": ["x", str(uuid.uuid4())],
    }

    assert client.post(at(evaluation, "save_page"), data).status_code == 302
    assert not Coding.objects.exists()


def test_thirty_statements_in_three_themes_take_few_pages(
    meeting: UserMeeting, evaluation: Evaluation, anne: Person, client: Client
) -> None:
    crowd(meeting, 30, by=anne)
    client.get(at(evaluation))
    client.post(at(evaluation, "add_themes") + "?form=1", {"names": "Møtt\nInformasjon\nPlan"})
    page = client.get(at(evaluation) + "?form=1")
    data = sent_from(page.content.decode())
    made = [str(theme.pk) for theme in page.context["board"].themes]
    for place, pk in enumerate(data["statement"]):
        data[f"theme-{pk}"] = [made[place % 3]]

    client.post(at(evaluation, "save_page") + "?form=1", data)

    assert [row.count for row in client.get(at(evaluation)).context["board"].themes] == [10] * 3
