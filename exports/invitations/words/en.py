"""The words of invitations in English."""

from __future__ import annotations

from exports.invitations.words.vocabulary import InvitationWords

ENGLISH = InvitationWords(
    language="en",
    roles={
        "secretariat": "Secretariat",
        "co_chair": "Co-chair",
        "moderator": "Moderator",
        "rapporteur": "Rapporteur",
        "observer": "Observer",
        "display": "Big screen",
    },
    room="room {number}: {title}",
    bare_room="room {number}",
    greeting="Dear {name},",
    yours="This is your personal link for the meeting “{title}”.",
    task="Your task: {task}",
    link="Your link: {link}",
    once="It opens once, in one browser. Open it on the device you will use in the meeting, and do not pass it on.",
    when="When:",
    video="Where the video is: {address}",
    otherwise="If the link does not open, ask the secretariat for a new one, or join with the code {code} at {address}",
    calendar="Your personal link comes in a message of its own. The code to join is {code}, at {address}",
    sheet="Links for “{title}”",
    keep="Hand each card to its owner alone. Its code opens once and lets its owner in with their task.",
    scan_yours="QR code with the personal link of {name}",
    card="Scan it with the device you will use in the meeting. It opens once.",
    join="Join the meeting",
    scan_join="QR code that opens the page to join",
    code="Code",
    in_charge="People in charge",
    undated="Date to be announced",
    steps=("Scan the code, or open the address", "Type the nine figures", "Give your name and your delegation"),
    only_here=(
        "Do not hand this out: the server’s address opens on its own computer alone. "
        "Set RAPPORT_PUBLIC_URL to the address that people open, start the server again and print anew."
    ),
    without_https=(
        "The server’s address is without https: what is sent can be read on its way. "
        "Set RAPPORT_PUBLIC_URL to an address with https, start the server again and print anew."
    ),
)
