from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "brukerstemmen.people"

    def ready(self) -> None:
        from brukerstemmen.people import alarm, notices, reviving, tasks
        from brukerstemmen.people.chaining import chain_journal
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.people.guessing import forget_guesses
        from brukerstemmen.people.journal import enter_day_entries
        from brukerstemmen.people.ledger import complete_outside
        from brukerstemmen.people.leftovers import clear_finished_tasks, clear_sessions
        from brukerstemmen.privacy.zones import Zone

        alarm.be_ready()
        if tasks.keep_sending not in notices.ASK_WORKER:
            notices.ASK_WORKER.append(tasks.keep_sending)
        if tasks.send_what_is_left not in reviving.ASK_AGAIN:
            reviving.ASK_AGAIN.append(tasks.send_what_is_left)
        every_day(Chore("wrong guesses forgotten", Zone.Z2_MASKED, forget_guesses))
        every_day(Chore("erasures entered outside", Zone.Z5_OPERATION, complete_outside))
        every_day(Chore("journal entries chained", Zone.Z5_OPERATION, chain_journal))
        # After the chain: they carry an earlier day, and would be chained before their neighbours.
        every_day(Chore("acts by day journalled", Zone.Z5_OPERATION, enter_day_entries))
        every_day(Chore("sessions cleared", Zone.Z5_OPERATION, clear_sessions))
        every_day(Chore("tasks taken up again", Zone.Z5_OPERATION, reviving.take_up_again))
        every_day(Chore("what waits asked for again", Zone.Z2_MASKED, reviving.ask_again))
        every_day(Chore("tasks cleared", Zone.Z5_OPERATION, clear_finished_tasks))
