from django.apps import AppConfig


class VoicesConfig(AppConfig):
    name = "brukerstemmen.voices"

    def ready(self) -> None:
        from brukerstemmen.people import ledger, reviving
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.privacy.zones import Zone
        from brukerstemmen.voices import guests, personal_data, tasks
        from brukerstemmen.voices.actions import consenting, validation, withdrawal
        from brukerstemmen.voices.actions.importing import forget_old_previews
        from brukerstemmen.voices.actions.invitations import forget_old_replies
        from brukerstemmen.voices.actions.meetings import watch_meetings

        watch_meetings()
        guests.be_ready()
        personal_data.be_ready()
        if withdrawal.erase_again not in ledger.ERASE_AGAIN:
            ledger.ERASE_AGAIN.append(withdrawal.erase_again)
        if tasks.send_what_is_left not in reviving.ASK_AGAIN:
            reviving.ASK_AGAIN.append(tasks.send_what_is_left)
        every_day(Chore("previews forgotten", Zone.Z3_RAW, forget_old_previews))
        every_day(Chore("replies forgotten", Zone.Z4_IDENTITY, forget_old_replies))
        every_day(Chore("quotes that ran out", Zone.Z2_MASKED, consenting.let_quotes_run_out))
        every_day(Chore("deadlines passed", Zone.Z2_MASKED, validation.pass_deadlines))
