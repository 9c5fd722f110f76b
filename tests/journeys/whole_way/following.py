"""Station 12: what the service says is done is asked about, and everybody hears what came of it."""

from playwright.sync_api import Locator, expect

from tests.journeys.dialogue_meeting import MEASURE, choose, soon
from tests.journeys.own_door import code_on
from tests.journeys.test_from_findings_to_report import reads_all
from tests.journeys.walk import Walk
from tests.journeys.whole_way.answering import NO_BECAUSE, SECOND_MEASURE, to_the_evaluation
from tests.journeys.whole_way.finding import SHARED
from tests.journeys.whole_way.people import LEADER, Everyone
from tests.journeys.whole_way.said import BY_PHONE, QUOTED, SLIP, STAY

MONTHS = "3"
ROUND = "oppfolging/1/"
BY_CODE = (SLIP, BY_PHONE)
TOLD_TO_US = tuple(number for number in STAY if number not in BY_CODE)
NOT_REACHED = STAY[-1]
NEIGHBOUR = "Kåre Tveitmoen"
FELT = ("noticed", "same")  # what those who took part say of the two measures
NOTICES = f"{NEIGHBOUR} sier at de ringer nå, og det gjør de."
NOTICES_MASKED = "[navn] sier at de ringer nå, og det gjør de."
MISSING = "Et tydelig klokkeslett."
NOTE = "De fleste merker at det blir ringt. Vi fortsetter å følge med."
LINE = "Du får en telefon mens du venter."
THANKS = "Takk for at du fortalte. Her er hva det førte til."


def measures_live(everyone: Everyone) -> None:
    """It is agreed how it is followed up; the service says how it goes, and who answers for it."""
    everyone.on_day(120)
    agree_on_following_up(everyone)
    service = everyone.leader
    to_the_measure(service, MEASURE)
    service.follow("Say who answers for it")
    service.page.get_by_label(LEADER).check()
    service.press("Save")
    service.follow("Say how it goes")
    choose(service, "status", "done")
    service.write("What is there to tell?", "Vi ringer hver fredag.")
    service.write("Who says so?", "Leder for poliklinikken")
    service.press("Save")
    service.sees("The service says: done")


def agree_on_following_up(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.go(f"{everyone.home}oppfolging/")
    lead.follow("Write down what is agreed")
    lead.write("How many months after the final report are users asked?", MONTHS)
    lead.page.get_by_label(LEADER).check()
    lead.press("Save what is agreed")


def to_the_measure(service: Walk, measure: str) -> None:
    to_the_evaluation(service)
    service.follow("The measures")
    service.arrive(service.page.get_by_role("link", name=measure).first.click)


def follow_up(everyone: Everyone) -> None:
    """Those who took part answer with their code, new users with an open slip."""
    everyone.on_day(162)
    open_the_round(everyone)
    for number in BY_CODE:
        answer_with_own_code(everyone, number)
    answer_with_a_slip(everyone)
    for number in TOLD_TO_US:
        answer_for(everyone, number)
    close_and_read(everyone)
    tell(everyone)
    service = everyone.leader
    to_the_measure(service, MEASURE)
    for words in ("The service says: done", "Users notice it"):
        service.sees(words)
    assert NOTICES_MASKED not in service.page.content()


def open_the_round(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.go(f"{everyone.home}oppfolging/")
    lead.press("Plan these")
    lead.go(f"{everyone.home}{ROUND}")
    lead.follow("Open it for answers")
    for box in lead.page.locator('input[name="measures"]').all():
        box.check()
    lead.write("The last day to answer", soon(14))
    lead.press("Open it for answers")
    lead.follow("Slips")
    lead.write("How many slips?", "8")
    lead.press("Make the slips")
    everyone.kept["slip"] = code_on(lead)


def answer_with_own_code(everyone: Everyone, number: int) -> None:
    somebody = everyone.enters(everyone.codes[number])
    somebody.arrive(somebody.page.locator('a[href="/d/merker/"]').first.click)
    somebody.follow("Answer three questions")
    answer_three_questions(somebody, FELT, NOTICES if number == SLIP else "")
    somebody.sees("Thank you. It is kept.")


def answer_with_a_slip(everyone: Everyone) -> None:
    """Somebody new; the receipt is shown once, and opens their own answer alone."""
    somebody = everyone.enters(everyone.kept["slip"])
    somebody.follow("Answer three questions")
    answer_three_questions(somebody, ("half", "worse"), "")
    receipt = code_on(somebody)
    again = everyone.enters(receipt)
    again.sees("What you have answered")
    again.reads(MISSING)


def answer_three_questions(somebody: Walk, felt: tuple[str, str], notices: str) -> None:
    """One thing at a time: each measure, what is noticed, what is missing."""
    steps = somebody.page.locator("section.step")
    for place, says in enumerate(felt):
        choice = steps.nth(place).locator(f'input[value="{says}"]')
        choice.locator("xpath=ancestor::label").click()
        expect(choice).to_be_checked()
        next_one(somebody, steps.nth(place))
    somebody.write("What do you notice?", notices)
    next_one(somebody, steps.nth(len(felt)))
    somebody.write("What is missing?", MISSING)
    somebody.press("Send")


def next_one(somebody: Walk, step: Locator) -> None:
    """One question at a time is shown; the page stays."""
    somebody.link("Next", within=step).click()
    expect(step).to_be_hidden()
    somebody.look()


def answer_for(everyone: Everyone, number: int) -> None:
    """Told by telephone, and written down on their behalf."""
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}{ROUND}pa-vegne/{number}/")
    choose(interviewer, "channel", "phone")
    for place, says in enumerate(FELT):
        interviewer.page.locator(f'input[value="{says}"]').nth(place).check()
    interviewer.press("Write it down")
    interviewer.sees("It is written down.")


def close_and_read(everyone: Everyone) -> None:
    """Nobody can answer any more; a person reads every word that was written, and masks it."""
    lead = everyone.lead
    lead.go(f"{everyone.home}{ROUND}lukk/")
    lead.press("Close the round")
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}{ROUND}")
    interviewer.follow("Read the next")
    while (button := interviewer.button("I have read it")).count():
        named = interviewer.page.locator("section.masking").filter(has_text=NEIGHBOUR)
        if named.count():
            named.get_by_role("textbox").first.fill(NOTICES_MASKED)
        interviewer.arrive(button.click)
    interviewer.go(f"{everyone.home}{ROUND}svar/")
    interviewer.reads(NOTICES_MASKED)


def tell(everyone: Everyone) -> None:
    """Service and participants get it in the same moment, in words and no small numbers."""
    lead = everyone.lead
    lead.go(f"{everyone.home}{ROUND}notat/")
    lead.write("How it went", NOTE)
    lead.press("Save the note")
    lead.go(f"{everyone.home}{ROUND}fortell/")
    lead.press("Tell it now")
    lead.sees("It is told.")


def feedback(everyone: Everyone) -> None:
    """Everybody who wanted to hear, hears; and everybody can read what happened."""
    everyone.on_day(170)
    lead = everyone.lead
    lead.go(f"{everyone.home}tilbakemelding/linjer/")
    lead.page.get_by_label(MEASURE).fill(LINE)
    lead.press("Save the sentences")
    lead.go(f"{everyone.home}tilbakemelding/")
    lead.follow("Write the letter")
    lead.write("What you want to say first", THANKS)
    lead.press("Put the letter behind the codes")
    for number in BY_CODE:
        read_the_letter(everyone, number)
    follow_own_words(everyone)
    tell_the_others(everyone)
    poster_and_story(everyone)


def read_the_letter(everyone: Everyone, number: int) -> None:
    somebody = everyone.enters(everyone.codes[number])
    somebody.sees("There is a letter for you about what it led to.")
    somebody.arrive(somebody.page.locator('a[href="/d/brev/"]').first.click)
    reads_all(somebody, THANKS, SHARED, LINE, NO_BECAUSE)


def follow_own_words(everyone: Everyone) -> None:
    """From own words to what became of them: in at most three steps."""
    somebody = everyone.enters(everyone.codes[SLIP])
    before = somebody.views
    somebody.arrive(somebody.page.locator('a[href="/d/skjebne/"]').first.click)
    somebody.arrive(somebody.page.get_by_role("link", name=QUOTED.words).click)
    assert somebody.views - before <= 3
    reads_all(somebody, SHARED, MEASURE, SECOND_MEASURE)
    somebody.sees("Users notice it")


def tell_the_others(everyone: Everyone) -> None:
    """By telephone; one is tried and not reached."""
    lead = everyone.lead
    lead.go(f"{everyone.home}tilbakemelding/")
    for number in TOLD_TO_US:
        code = f"D{number:02d}"
        lead.field("How %(code)s is told", code=code).select_option("phone")
        what = "tried" if number == NOT_REACHED else "told"
        lead.page.locator(f'input[name="{what}"][value="{number}"]').check()
    lead.press("Save", within=lead.page.locator("section").filter(has=lead.page.locator("#who")))
    lead.sees("Everybody who wanted to hear has heard, or been tried")


def poster_and_story(everyone: Everyone) -> None:
    lead = everyone.lead
    poster = lead.link("Get the poster (PDF)").get_attribute("href") or ""
    assert lead.page.request.get(poster).body().startswith(b"%PDF-")
    lead.follow("What happened, for everybody")
    lead.follow("Publish what happened")
    lead.press("Yes, publish it")
    lead.sees("Everybody can read it now.")
