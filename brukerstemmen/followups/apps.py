from django.apps import AppConfig


class FollowupsConfig(AppConfig):
    name = "brukerstemmen.followups"

    def ready(self) -> None:
        from brukerstemmen.followups import guests, personal_data, tasks
        from brukerstemmen.followups.actions import replying, rounds
        from brukerstemmen.followups.showing import answering, own_link, published
        from brukerstemmen.people import ledger, reviving
        from brukerstemmen.people.daily import Chore, every_day
        from brukerstemmen.privacy.zones import Zone
        from brukerstemmen.voices.showing import own_kept, own_more

        personal_data.be_ready()
        guests.be_ready()
        own_more.add(answering.link_of)
        own_kept.add(own_kept.Keeper(parts=answering.parts_of, reads=answering.reads_of))
        if replying.erase_again not in ledger.ERASE_AGAIN:
            ledger.ERASE_AGAIN.append(replying.erase_again)
        if tasks.send_what_is_left not in reviving.ASK_AGAIN:
            reviving.ASK_AGAIN.append(tasks.send_what_is_left)
        after_their_day = rounds.close_rounds_after_their_day
        every_day(Chore("follow-ups closed", Zone.Z2_MASKED, after_their_day))
        own_link.be_ready()
        published.be_ready()
