"""A passkey: added with the browser's own means, and then enough to sign in with.

The key is Chromium's virtual one, in the browser only. Passkeys need a name for the address, so
these stories walk on `localhost`.
"""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys import first_steps
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb


def put_in_a_key(walk: Walk) -> None:
    """Let the browser have a key that says yes by itself."""
    devtools = walk.page.context.new_cdp_session(walk.page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_a_passkey_is_added_and_opens_the_door(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    here = visitor.address.replace("127.0.0.1", "localhost")
    walk = Walk(visitor)
    walk.page.goto(here)
    put_in_a_key(walk)
    first_steps.set_up_the_centre(walk, here=here)
    first_steps.make_a_second_key(walk)

    walk.go(f"{here}/konto/sikkerhet/webauthn/add/")
    walk.write("Name", "Telefonen min")
    if (alone := walk.page.locator("input[name=passwordless]")).count():
        alone.check()
    walk.arrive(walk.page.locator("#mfa_webauthn_add").click)
    walk.go(f"{here}/konto/sikkerhet/webauthn/")
    walk.reads("Telefonen min")

    walk.page.context.clear_cookies()
    walk.go(f"{here}/konto/login/")
    walk.press("Sign in with a passkey")
    expect(walk.page.get_by_role("heading", level=1)).to_have_text(nb("My page"))
