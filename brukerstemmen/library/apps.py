"""The public site of a centre."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "brukerstemmen.library"
    label = "library"
    verbose_name = "The public site"

    def ready(self) -> None:
        from brukerstemmen.library import later
        from brukerstemmen.library.showing import lists
        from brukerstemmen.library.showing.archive import of_publication
        from brukerstemmen.library.showing.frame import context_of

        if context_of not in later.OF_PAGES:
            later.OF_PAGES.append(context_of)
        if of_publication not in later.OF_PAGES:
            later.OF_PAGES.append(of_publication)
        later.OF_BLOCKS |= {"figures": lists.figures, "pages": lists.pages}
        keep_little_of_what_is_said()
        follow_changes()
        keep_the_archive()
        be_ready_for_editors()


def be_ready_for_editors() -> None:
    """Letters, what is asked of co-readers and what editors are told; what is due goes out."""
    from wagtail import signals

    from brukerstemmen.library import later, letters
    from brukerstemmen.library.actions import reviewing
    from brukerstemmen.library.editing.beside import beside
    from brukerstemmen.library.showing.history import history_of
    from brukerstemmen.people.daily import Chore, every_day
    from brukerstemmen.privacy.zones import Zone

    letters.be_ready()
    if beside not in later.OF_EDITING:
        later.OF_EDITING.append(beside)
    if history_of not in later.OF_PAGES:
        later.OF_PAGES.append(history_of)
    signals.task_submitted.connect(reviewing.on_asked)
    signals.task_approved.connect(reviewing.on_answered)
    signals.task_rejected.connect(reviewing.on_answered)
    every_day(Chore("co-readers reminded", Zone.Z0_PUBLIC, reviewing.remind))
    every_day(Chore("editors told what to look at", Zone.Z0_PUBLIC, reviewing.alert))
    every_day(Chore("pages let out on their day", Zone.Z0_PUBLIC, reviewing.let_out_what_is_due))


def follow_changes() -> None:
    """A reader sees something new: the index follows, and no page kept ready is used again."""
    from django.db.models.signals import post_delete, post_save
    from wagtail import signals
    from wagtail.models import Page, PageViewRestriction

    from brukerstemmen.library.actions import indexing

    signals.page_published.connect(indexing.on_published)
    signals.page_unpublished.connect(indexing.on_unpublished)
    signals.post_page_move.connect(indexing.on_moved)
    signals.page_slug_changed.connect(indexing.on_changed)
    post_delete.connect(indexing.on_changed, sender=Page)
    post_save.connect(indexing.on_restricted, sender=PageViewRestriction)
    post_delete.connect(indexing.on_restricted, sender=PageViewRestriction)


def keep_the_archive() -> None:
    """Reports lead here, words that are taken back go, and what happened is told anew by night."""
    from brukerstemmen.library import personal_data
    from brukerstemmen.library.actions import taking_out, telling_anew
    from brukerstemmen.library.showing import archiving
    from brukerstemmen.people.daily import Chore, every_day
    from brukerstemmen.privacy.zones import Zone
    from brukerstemmen.reports.showing import released

    personal_data.be_ready()
    if archiving.door_to not in released.TO_ARCHIVE:
        released.TO_ARCHIVE.append(archiving.door_to)
    if archiving.place_of not in released.IN_ARCHIVE:
        released.IN_ARCHIVE.append(archiving.place_of)
    taken_back = taking_out.take_out_what_is_taken_back
    every_day(Chore("quotes taken out of the archive", Zone.Z2_MASKED, taken_back))
    every_day(Chore("publications told anew", Zone.Z1_RELEASED, telling_anew.tell_anew))


def keep_little_of_what_is_said() -> None:
    """What readers say and nobody is shown goes by itself."""
    from brukerstemmen.library.actions.saying import forget_old_feedback
    from brukerstemmen.people.daily import Chore, every_day
    from brukerstemmen.privacy.zones import Zone

    every_day(Chore("feedback forgotten", Zone.Z0_PUBLIC, forget_old_feedback))
