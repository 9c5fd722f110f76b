"""The root of all addresses. Doors of packages are declared here, by name; what is not declared
answers 404."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls

from brukerstemmen.library import urls as library_urls
from brukerstemmen.people.doors import ANYONE, Door, declare
from brukerstemmen.privacy.zones import Zone

handler403 = "brukerstemmen.web.views.not_yours"
handler404 = "brukerstemmen.web.views.not_there"
handler500 = "brukerstemmen.web.views.bug"

urlpatterns = [
    path("konto/", include("allauth.account.urls")),
    path("konto/sikkerhet/", include("allauth.mfa.urls")),
    path("", include("brukerstemmen.people.urls")),
    path("", include("brukerstemmen.meetings.urls")),
    path("", include("brukerstemmen.measures.urls")),
    path("", include("brukerstemmen.evaluations.urls")),
    path("", include("brukerstemmen.voices.urls")),
    path("", include("brukerstemmen.analysis.urls")),
    path("", include("brukerstemmen.dialogues.urls")),
    path("", include("brukerstemmen.reports.urls")),
    path("", include("brukerstemmen.followups.urls")),
    path("", include("brukerstemmen.closing.urls")),
    path("", include("brukerstemmen.journey.urls")),
    path("", include("brukerstemmen.web.urls")),
    path("", include("brukerstemmen.library.urls")),
    path(library_urls.EDITING, include(wagtail_admin_urls)),
    # Pages stand last: whatever no room has taken may be one.
    path("", include((library_urls.pages, "pages"))),
    # Nobody comes as far as here: Wagtail asks for the names when it makes the address of a page.
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False),
]

declare(
    [
        "account_login",
        "account_logout",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "mfa_authenticate",
        "mfa_login_webauthn",
    ],
    Door(Zone.Z5_OPERATION, ANYONE),
)
declare(
    [
        "account_change_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_remove_webauthn",
        "mfa_edit_webauthn",
        "mfa_reauthenticate_webauthn",
    ],
    Door(Zone.Z5_OPERATION, ANYONE, account=True),
)
