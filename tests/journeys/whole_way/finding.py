"""Stations 8 and 13: themes, findings, and one who withdraws though a finding rests on them."""

from playwright.sync_api import expect

from tests.journeys.dialogue_meeting import choose
from tests.journeys.whole_way import said
from tests.journeys.whole_way.people import Everyone
from tests.journeys.whole_way.said import LEAVES, LEFT_OUT, QUOTED, SINGLE, STAY, WAITING
from tests.journeys.words import nb

SHARED = "Mens folk venter, hører de ingenting."
ALONE = "En time ble byttet uten at noen sa fra."
QUESTION = "Hva skal til for at den som venter, hører fra dere?"


def themes_and_findings(everyone: Everyone) -> None:
    """Station 8. What was said is sorted, and two findings rest on it; one is one person's."""
    everyone.on_day(32)
    sort(everyone)
    several = [one.masked for one in said.ALL if one.theme == WAITING]
    write_finding(everyone, SHARED, several, theme=WAITING)
    write_finding(everyone, ALONE, [SINGLE.masked], theme=SINGLE.theme, is_single=True)
    everyone.interviewer.go(f"{everyone.home}funn/")
    for words in (SHARED, ALONE):
        everyone.interviewer.reads(words)


def sort(everyone: Everyone) -> None:
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}temaer/")
    interviewer.write("New themes", "\n".join(said.THEMES))
    interviewer.press("Add the themes")
    interviewer.follow("As a form")
    for one in said.ALL:
        card = interviewer.page.locator("li.card").filter(has_text=one.masked)
        card.get_by_label(one.theme).check()
    interviewer.press("Save the page")
    ready = len(said.ALL)
    expect(interviewer.page.locator("#sorted")).to_contain_text(
        nb("%(sorted)s of %(ready)s sorted", sorted=ready, ready=ready)
    )


def write_finding(
    everyone: Everyone, title: str, rests_on: list[str], *, theme: str, is_single: bool = False
) -> None:
    """One thing at a time: what was found, what is said, a question, and what it rests on."""
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}funn/nytt/")
    interviewer.write("What have you found?", title)
    choose(interviewer, "turn", "improve")
    interviewer.field("Theme").select_option(label=theme)
    if is_single:
        interviewer.tick("A single experience")
    interviewer.press("Save and go on")
    interviewer.write("What is not good", title)
    interviewer.write("How it could be better", "Si fra, også når det ikke er noe nytt.")
    interviewer.press("Save and go on")
    interviewer.write("A question for the dialogue", QUESTION)
    interviewer.press("Save and go on")
    for words in rests_on:
        interviewer.page.get_by_label(words).check()
    interviewer.press("Save")
    interviewer.press("We have looked, and found none")
    interviewer.sees("Nothing is missing.")


def withdrawal(everyone: Everyone) -> None:
    """Station 13. A finding rests on their words already: everything is out at once."""
    everyone.on_day(34)
    somebody = everyone.enters(everyone.codes[LEAVES])
    somebody.go("/d/opplysninger/")
    somebody.follow("I want to withdraw")
    somebody.press("Withdraw now")
    somebody.sees("You have withdrawn")
    everyone.enters(everyone.codes[LEAVES]).sees("This code opens nothing.")
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}utkast/")
    draft = interviewer.page.locator("article.report").inner_text()
    assert not [one.words for one in LEFT_OUT if one.words in draft]
    assert QUOTED.words in draft
    look_at_what_lost_something(everyone)


def look_at_what_lost_something(everyone: Everyone) -> None:
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}funn/")
    interviewer.arrive(interviewer.page.get_by_role("link", name=SHARED).click)
    interviewer.sees("Something it rests on was taken back")
    interviewer.press("I have looked")
    people = interviewer.page.get_by_role("region", name=nb("Inside the team"))
    expect(people).to_contain_text(str(len(STAY)))
