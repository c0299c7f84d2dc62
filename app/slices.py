"""The table of contents: every slice's tables, commands, audiences and pages. Nothing registers unseen."""

# ruff: noqa: F401 - what is imported here registers itself

from __future__ import annotations

import app.accounts.commands
import app.accounts.devices.commands
import app.accounts.identity.models
import app.accounts.links.commands
import app.accounts.models
import app.accounts.pairing.commands
import app.accounts.pairing.models
import app.accounts.passwords.commands
import app.accounts.second_step.commands
import app.attendance.commands
import app.attendance.figures
import app.attendance.holding
import app.attendance.importing.commands
import app.attendance.importing.live
import app.attendance.importing.models
import app.attendance.live
import app.attendance.lobby.commands
import app.attendance.lobby.live
import app.attendance.lobby.walk_ins
import app.attendance.models
import app.core.journal
import app.meetings.bans.commands
import app.meetings.commands
import app.meetings.contacts.commands
import app.meetings.contacts.live
import app.meetings.door.commands
import app.meetings.live
import app.meetings.models
import app.meetings.people.live
import app.meetings.programme.commands
import app.meetings.programme.live
import app.meetings.roster.commands
import app.meetings.roster.live
import app.plenary.commands
import app.plenary.live
import app.plenary.models
import app.realtime.models
import breakouts.assignment.commands
import breakouts.assignment.live
import breakouts.assignment.stays
import breakouts.board.live
import breakouts.notes.commands
import breakouts.notes.holding
import breakouts.notes.live
import breakouts.notes.models
import breakouts.reporting.commands
import breakouts.rooms.commands
import breakouts.rooms.live
import breakouts.rooms.models
import breakouts.rooms.plan.commands
import breakouts.rooms.plan.listening
import breakouts.rooms.plan.live
import breakouts.rounds.commands
import breakouts.rounds.live
import breakouts.rounds.models
import breakouts.setup.commands
import breakouts.takeaways.commands
import breakouts.takeaways.holding
import breakouts.takeaways.live
import breakouts.takeaways.models
import exports.archive.commands
import exports.jobs.commands
import exports.jobs.live
import exports.jobs.models
import exports.summary.commands
import exports.summary.live
import exports.summary.models
from app.accounts.devices.pages import devices
from app.accounts.pages import accounts
from app.accounts.pairing.pages import pairing
from app.accounts.passwords.own_pages import own_account
from app.accounts.passwords.pages import passwords
from app.accounts.second_step.pages import second_step
from app.attendance.importing.pages import importing
from app.guide.pages import guide
from app.meetings.delegations.pages import delegations
from app.meetings.home.pages import home
from app.meetings.pages import meetings
from app.meetings.people.pages import people
from app.plenary.pages import plenary
from app.web.asking import asking
from app.web.polling import polling
from breakouts.assignment.pages import assignment
from breakouts.board.pages import board
from breakouts.reporting.pages import reporting
from breakouts.rooms.pages import rooms
from breakouts.setup.pages import setup
from exports.archive.pages import archive
from exports.invitations.pages import invitations
from exports.jobs.pages import files
from exports.sheets.pages import sheets
from exports.summary.pages import summary

PAGES = (
    asking,
    polling,
    accounts,
    passwords,
    own_account,
    second_step,
    devices,
    pairing,
    home,
    delegations,
    meetings,
    people,
    importing,
    plenary,
    rooms,
    assignment,
    reporting,
    board,
    setup,
    summary,
    files,
    invitations,
    sheets,
    archive,
    guide,
)
