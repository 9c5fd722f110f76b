"""Where Wagtail asks what this site adds: each part has its module in `library.editing`."""

from wagtail import hooks
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet

from brukerstemmen.library.editing import (
    addresses,
    gate,
    home,
    menus,
    old_reports,
    picture_words,
    reports,
)
from brukerstemmen.library.editing.changes import ChangesViewSet
from brukerstemmen.library.editing.figures import FigureViewSet
from brukerstemmen.library.editing.said import SaidViewSet
from brukerstemmen.library.models import SiteProfile

register_setting(SiteProfile, icon="site")
register_snippet(FigureViewSet)

hooks.register("register_admin_urls", addresses.own)
hooks.register("register_admin_urls", old_reports.own)
hooks.register("register_admin_menu_item", old_reports.menu_item)
hooks.register("construct_main_menu", menus.without_what_others_do)
hooks.register("construct_settings_menu", menus.without_what_others_do)
hooks.register("construct_reports_menu", menus.without_reports_nobody_reads)
hooks.register("register_admin_menu_item", menus.co_reading)
hooks.register("register_reports_menu_item", reports.to_look_at_item)
hooks.register("register_reports_menu_item", reports.outdated_item)
hooks.register("register_page_action_menu_item", gate.SmallCorrection)
hooks.register("construct_page_action_menu", gate.fit_the_menu)
hooks.register("before_create_page", gate.refuse_to_publish_new)
hooks.register("before_publish_page", picture_words.refuse_to_publish)
hooks.register("construct_page_chooser_queryset", gate.offer_ones_own)
hooks.register("register_log_actions", gate.tell_acts)
hooks.register("construct_homepage_panels", home.fit_the_first_page)
hooks.register("insert_global_admin_css", menus.look)
hooks.register("insert_editor_js", menus.script)
hooks.register("register_admin_viewset", SaidViewSet)
hooks.register("register_admin_viewset", ChangesViewSet)
