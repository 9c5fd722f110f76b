"""Station 7: the words go back, and each decides about their own."""

from tests.journeys.whole_way import said
from tests.journeys.whole_way.people import Everyone
from tests.journeys.whole_way.said import BY_PHONE, SLIP

TOLD_BY_TELEPHONE, COUNTED_ONLY = 3, 4
DEADLINE = 14  # days people have


def validation(everyone: Everyone) -> None:
    """Station 7. By code, by telephone; what nobody answers counts, and is not quoted."""
    everyone.on_day(16)
    give_back(everyone)
    for number in (SLIP, BY_PHONE):
        say_yes_to_own_words(everyone, number)
    answer_for(everyone, TOLD_BY_TELEPHONE, "yes")
    answer_for(everyone, COUNTED_ONLY, "count_only")
    everyone.on_day(16 + DEADLINE + 1)
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}validering/")
    interviewer.sees("The deadline has passed")


def give_back(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.go(f"{everyone.home}validering/")
    lead.follow("Give the words back")
    lead.write("Answers are waited for until", everyone.day(DEADLINE))
    lead.press("Give the words back")


def say_yes_to_own_words(everyone: Everyone, number: int) -> None:
    """Only their own statements, masked as they will stand."""
    somebody = everyone.enters(everyone.codes[number])
    somebody.follow("Your words")
    for _own in said.of(number):
        shown = somebody.page.locator("#said").inner_text()
        assert [one for one in said.of(number) if one.masked in shown], shown
        somebody.press("Yes, this is what I meant")
    somebody.sees("Thank you. Nothing waits for you now.")


def answer_for(everyone: Everyone, number: int, answer: str) -> None:
    """An interviewer reads the words to them by telephone, and writes down what they say."""
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}deltakere/{number}/ord/")
    for _own in said.of(number):
        interviewer.page.locator(f'input[name="said"][value="{answer}"]').check()
        interviewer.press("Save what they say")
        interviewer.sees("Saved.")
