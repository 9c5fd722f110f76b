"""Who may: roles per piece of work, one dictionary. The question is asked in `gates`.

Nobody stands above it: there is no superuser, and an administrator operates but reads nothing.
"""

from enum import StrEnum


class Role(StrEnum):
    """What a person is in one piece of work."""

    ADMINISTRATOR = "administrator"  # of the centre: accounts, settings, never content
    STAFF = "staff"  # of the centre: may start evaluations
    PAYROLL = "payroll"  # of the centre: who is paid how much for which day, never for what
    EDITOR = "editor"  # of the centre: writes the public site
    CO_READER = "co_reader"  # of the centre: reads it with experience of their own, and says yes
    LEAD = "lead"
    INTERVIEWER = "interviewer"
    SERVICE_CONTACT = "service_contact"
    CLIENT_LEADER = "client_leader"


class Side(StrEnum):
    """On which side of an evaluation a role stands. Nobody stands on both."""

    INSIDE = "inside"
    SERVICE = "service"


SIDES: dict[Role, Side] = {
    Role.ADMINISTRATOR: Side.INSIDE,
    Role.STAFF: Side.INSIDE,
    Role.PAYROLL: Side.INSIDE,
    Role.EDITOR: Side.INSIDE,
    Role.CO_READER: Side.INSIDE,
    Role.LEAD: Side.INSIDE,
    Role.INTERVIEWER: Side.INSIDE,
    Role.SERVICE_CONTACT: Side.SERVICE,
    Role.CLIENT_LEADER: Side.SERVICE,
}


class Permission(StrEnum):
    OPERATE = "operate"
    START_WORK = "start_work"
    SEE_RELEASED = "see_released"
    SEE_WORK = "see_work"
    LEAD_WORK = "lead_work"
    GIVE_ROLES = "give_roles"
    EDIT_GUIDE = "edit_guide"
    SEE_MATERIAL = "see_material"
    WRITE_DOWN = "write_down"
    MASK = "mask"
    SORT = "sort"
    BUILD_DRAFT = "build_draft"
    INVITE = "invite"  # slips, codes and replies
    SEE_CONTACT = "see_contact"  # names and telephone numbers, to reach somebody
    ANSWER_FOR = "answer_for"  # what a participant says by telephone, on paper or in the room
    WITHDRAW_FOR = "withdraw_for"  # nothing may stand between: it is no material
    RUN_VALIDATION = "run_validation"
    FIND = "find"  # findings, and what they rest on
    RUN_DIALOGUE = "run_dialogue"  # plan it, write in the room, get the minutes approved
    CLEAR_QUOTES = "clear_quotes"
    WRITE_REPORT = "write_report"
    APPROVE_REPORT = "approve_report"
    RELEASE = "release"  # let copies out of the house, and answer comments on them
    COMMENT = "comment"  # on facts in a report, for the service
    ANSWER = "answer"  # for the service, to findings and about measures
    ANSWER_FOR_SERVICE = "answer_for_service"  # written down by the lead
    FOLLOW_UP = "follow_up"  # ask whether measures are felt, and read what is answered
    CLOSE = "close"  # destroy the link to people, when everybody has been told
    REGISTER_PAYMENT = "register_payment"  # write down what somebody is to be paid
    SEE_PAYMENTS = "see_payments"  # and take them along to payroll
    EDIT_SITE = "edit_site"  # write pages of the public site, and answer what readers say
    CO_READ = "co_read"  # say yes or no to a page before it goes out


P = Permission
_TEAM = frozenset(
    {
        P.SEE_WORK,
        P.EDIT_GUIDE,
        P.SEE_MATERIAL,
        P.WRITE_DOWN,
        P.MASK,
        P.SORT,
        P.BUILD_DRAFT,
        P.INVITE,
        P.SEE_CONTACT,
        P.ANSWER_FOR,
        P.WITHDRAW_FOR,
        P.REGISTER_PAYMENT,
        P.FIND,
        P.RUN_DIALOGUE,
        P.CLEAR_QUOTES,
        P.WRITE_REPORT,
        P.APPROVE_REPORT,
        P.FOLLOW_UP,
    }
)
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset({P.OPERATE}),
    Role.STAFF: frozenset({P.START_WORK, P.REGISTER_PAYMENT}),
    Role.PAYROLL: frozenset({P.SEE_PAYMENTS}),
    Role.EDITOR: frozenset({P.EDIT_SITE}),
    Role.CO_READER: frozenset({P.CO_READ}),
    Role.LEAD: _TEAM
    | {
        P.LEAD_WORK,
        P.GIVE_ROLES,
        P.RUN_VALIDATION,
        P.RELEASE,
        P.ANSWER_FOR_SERVICE,
        P.CLOSE,
    },
    Role.INTERVIEWER: _TEAM,
    Role.SERVICE_CONTACT: frozenset({P.SEE_RELEASED, P.COMMENT}),
    Role.CLIENT_LEADER: frozenset({P.SEE_RELEASED, P.COMMENT, P.ANSWER}),
}
# What nobody does before ethics and pledge, and never in a conflict of interest.
MATERIAL: frozenset[Permission] = frozenset(
    {
        P.SEE_MATERIAL,
        P.WRITE_DOWN,
        P.MASK,
        P.SORT,
        P.BUILD_DRAFT,
        P.INVITE,
        P.SEE_CONTACT,
        P.ANSWER_FOR,
        P.RUN_VALIDATION,
        P.FIND,
        P.RUN_DIALOGUE,
        P.CLEAR_QUOTES,
        P.WRITE_REPORT,
        P.APPROVE_REPORT,
        P.RELEASE,
        P.ANSWER_FOR_SERVICE,
        P.FOLLOW_UP,
        P.CLOSE,
    }
)
# What needs the way to a person: nobody does it where a work is closed.
ENDS_AT_CLOSING: frozenset[Permission] = frozenset(
    {
        P.WRITE_DOWN,
        P.MASK,
        P.INVITE,
        P.SEE_CONTACT,
        P.ANSWER_FOR,
        P.WITHDRAW_FOR,
        P.RUN_VALIDATION,
    }
)


def roles_with(permission: Permission) -> frozenset[Role]:
    """The roles that hold a permission."""
    return frozenset(role for role, granted in GRANTS.items() if permission in granted)
