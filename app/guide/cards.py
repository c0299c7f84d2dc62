"""A card per role: what somebody does who was never trained.

The words of the help pages, of the hints of a first visit, and of `docs/roles/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.sentences import say

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True)
class Card:
    """`role` is the card's address, `holds` the roles it is for, `first` what to do at once.

    `first` is also shown as the hint of the first visit.
    """

    role: str
    holds: frozenset[str]
    title: str
    purpose: str
    first: tuple[str, ...]
    meanwhile: tuple[str, ...]
    at_the_end: tuple[str, ...]
    if_trouble: tuple[str, ...]
    keys: tuple[tuple[str, str], ...] = ()


MODERATOR = Card(
    "moderator",
    frozenset({"moderator"}),
    say("If you moderate a breakout room"),
    say("You lead the conversation and keep its time. Your rapporteur writes; you choose what plenary will hear."),
    (
        say("Read the question out. It stands under “Run”, with the way into the video room."),
        say("Watch the time above. “+5 min” gives your own room more, and can be taken back."),
        say("Press “For report-back” on the three to five points that plenary should hear."),
    ),
    (
        say("Your private notes are yours alone: no other browser ever receives them."),
        say("Points that participants send wait under “Record”: take them into the list or decline them."),
        say("“Ask for help” tells the co-chairs and the secretariat at once what you need."),
        say("“People” says who is here and which delegations they come from."),
    ),
    (
        say("Read the chosen points to your room and ask whether they are fair."),
        say("When the co-chairs close the round, a countdown shows on every screen. What is being written is kept."),
        say("In plenary your room is called to report: its chosen points stand on the big screen."),
    ),
    (
        say("The line is lost: go on. The time is right, and what you write is kept here and sent later."),
        say("You closed the page or changed the device: open your link again, or ask the secretariat for a new one."),
    ),
    (
        ("↑ ↓", say("from point to point")),
        ("Enter", say("edit the point you are on")),
        ("Ctrl+Z", say("undo your last act (⌘ Z on a Mac)")),
        ("?", say("all keys of the screen")),
    ),
)

RAPPORTEUR = Card(
    "rapporteur",
    frozenset({"rapporteur"}),
    say("If you are a rapporteur"),
    say("You write down what the room will report. Everybody in the room sees each point as you add it."),
    (
        say("Type a point below and press Enter. That is all you need to know."),
        say("A point is one sentence that somebody who was not there understands."),
        say("Begin a word with # to set its kind, such as #challenge, and with @ to name a delegation."),
    ),
    (
        say("Paste several lines, and they become several points if you say so."),
        say("Two points say the same? Choose both for merging; they can be parted again."),
        say("“For report-back” marks what plenary will hear. Editing such a point asks for the choice again."),
        say("Points that participants send wait beside the list: take them in or decline them."),
    ),
    (
        say("Write two or three sentences under “What was discussed”: they open your room's part of the summary."),
        say("For ten minutes after the room closes you can still add points; they are marked “after close”."),
    ),
    (
        say("“Offline: 3 waiting” means that three points are kept on this device and are sent when the line is back."),
        say("“Not accepted” gives the reason and keeps your words: change them, send again, or copy them."),
    ),
    (
        ("Enter", say("adds the point; Shift+Enter breaks the line")),
        ("#  @", say("offers the kinds; offers the delegations; Esc closes the list")),
        ("↑", say("in the empty field: edit your last point; Esc goes back")),
        ("Alt+↑ ↓", say("moves the point you are on")),
        ("Ctrl+Z", say("undo your last act (⌘ Z on a Mac)")),
        ("?", say("all keys of the screen")),
    ),
)

CO_CHAIR = Card(
    "co-chair",
    frozenset({"co_chair"}),
    say("If you co-chair the meeting"),
    say("You see every room, move everybody between plenary and rooms, and clear the summary."),
    (
        say("The board shows each room in a row: people, points, time left, and any call for help."),
        say("“Close the round” names its effect, counts down ten seconds on every screen, and can be stopped."),
        say("Under “Plenary” you start and end the parts of the session and call the rooms to report."),
    ),
    (
        say("“10 minutes more for all” moves the end of every room; the notice below takes it back."),
        say("“Announcement” puts one sentence on every screen, the big one too, until you take it away."),
        say("A row that is marked asks for help: its words say what is needed."),
    ),
    (
        say(
            "The summary is compiled from what was written. Your changes to a section outlive a change of its sources."
        ),
        say("“Before this goes out” lists what is missing. Then clear the text: your fellow co-chairs clear the same."),
        say("The export takes the mark DRAFT off once all co-chairs have cleared the same text."),
    ),
    (
        say("Started too early? Nearly every act has an Undo, and a part or a session can be opened again."),
        say("A later change of any word asks for clearance again, so nobody can alter a cleared text unseen."),
    ),
    (("?", say("all keys of the screen")),),
)

SECRETARIAT = Card(
    "secretariat",
    frozenset({"secretariat"}),
    say("If you are the secretariat"),
    say("You prepare the meeting, let people in, put them into rooms, and help whoever asks."),
    (
        say("Give each moderator, rapporteur and co-chair their own link. It opens once, in one browser."),
        say("Participants join with the code or its QR; both stand on the big screen."),
        say("Open “Big screen” from the menu with your name, on the machine that is seen by the hall."),
    ),
    (
        say("Who waits in the lobby, or is here without a room, is named above the board: press “See who”."),
        say("“People” finds anybody, moves them, gives a role, or makes a new link for whoever lost theirs."),
        say("A call for help stays on the board until you press “Help is given”."),
    ),
    (
        say("Close the session and then the meeting. Both can be opened again."),
        say("The timeline tells who did what and when."),
    ),
    (
        say("Somebody is signed out or has a new device: make them a new link; room and words are still there."),
        say("The server was restarted: open pages come back by themselves and lose nothing."),
    ),
    (("?", say("all keys of the screen")),),
)

PARTICIPANT = Card(
    "participant",
    frozenset({"participant", "observer"}),
    say("If you take part"),
    say("Your phone tells you what is happening and leads you to your room. There is nothing to install."),
    (
        say("Stay on “Now”: it changes by itself and always shows the one thing to do next."),
        say("When the rooms open, press the large button: it leads to your room."),
        say("Have a point to make? Under “My room”, send it to the rapporteur."),
    ),
    (
        say("The points of your room appear as they are written."),
        say("Name and delegation are seen by the people in this meeting; no sound or picture is recorded."),
    ),
    (
        say("“Back to plenary” means that your room has closed. Text you have not sent is kept."),
        say("The report-backs of all rooms can be read under “Now”."),
    ),
    (say("The page is gone: scan the code again and join under the same name and delegation."),),
)

CARDS = {card.role: card for card in (MODERATOR, RAPPORTEUR, CO_CHAIR, SECRETARIAT, PARTICIPANT)}
"""All cards by their address."""


def card_of(roles: Collection[str]) -> Card:
    """Give the card of somebody with these roles: the widest task first."""
    order = (SECRETARIAT, CO_CHAIR, MODERATOR, RAPPORTEUR)
    return next((card for card in order if card.holds & set(roles)), PARTICIPANT)
