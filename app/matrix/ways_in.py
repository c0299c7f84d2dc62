"""Who may, for ways in: links, devices, accounts, the front door."""

from __future__ import annotations

from app.matrix.signs import ACCOUNT, FRONT_DOOR, PROGRAM, only, rows

WAYS_IN = (
    # columns:              secretariat co-chair moderator rapporteur participant observer display lobby
    rows(
        """
        code.rotate                                     | M – – – – – – –
        link.issue                                      | M – – – – – – –
        link.issue_all                                  | M – – – – – – –
        link.rotate                                     | M – – – – – – –
        link.revoke                                     | M – – – – – – –
        link.revoke_all                                 | M – – – – – – –
        screen.pair                                     | M M – – – – – –
        device.invite                                   | O O O O O O – O
        session.end_other                               | M O O O O O O O
        session.end_others                              | M O O O O O O O
        session.end                                     | O O O O O O O O
        """
    )
    + only(FRONT_DOOR, "link.redeem person.join screen.show_code screen.begin")
    + only(PROGRAM, "ticket.use attendance.arrive attendance.leave tally.tell")
    + only(
        PROGRAM,
        "account.invite account.make account.make_own account.change_password account.sign_in account.see",
    )
    + only(
        ACCOUNT,
        "account.keep_meeting account.sign_out account.open account.end_session account.end_sessions"
        " step.begin step.prove step.end step.renew_codes meeting.create archive.open"
        " archive.remove",
    )
)
"""Account holders act above the meetings: their own rules are tried with accounts."""
