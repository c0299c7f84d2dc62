"""The directory: the people known so far while joining, found by e-mail, by delegation and name, or by a near name."""

from collections import defaultdict
from dataclasses import dataclass, field

from app.attendance.naming import is_telling
from app.attendance.nearness import clearly_different, near
from app.attendance.vocabulary import LABELS
from app.meetings.delegations.table import Delegation


@dataclass(eq=False, slots=True)
class Entry:
    """One person while joining; changes as rows and stays are read, and never leaves the joining."""

    number: int
    name: str
    delegation: Delegation | None
    affiliation: str
    in_roster: bool
    group: str
    emails: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    gender: str = ""
    breakout: str = ""
    title: str = ""
    role: str = ""


class Directory:
    """People by e-mail and by delegation and name. A `group` is a delegation's code, or empty where none is known."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.entries: list[Entry] = []
        self._by_email: dict[str, list[Entry]] = defaultdict(list)
        self._by_name: dict[tuple[str, tuple[str, ...]], list[Entry]] = defaultdict(list)
        self._by_word: dict[tuple[str, str], list[Entry]] = defaultdict(list)

    def add(self, name: str, delegation: Delegation | None, affiliation: str, *, in_roster: bool) -> Entry:
        """A new person with the next number."""
        group = delegation.code if delegation else ""
        entry = Entry(len(self.entries) + 1, name, delegation, affiliation, in_roster, group)
        self.entries.append(entry)
        return entry

    def learn(self, entry: Entry, email: str, group: str, name: list[str]) -> None:
        """Remember an e-mail and a name of this person. A name of someone else in the group is not taken over."""
        if email and email not in entry.emails:
            entry.emails.append(email)
            self._by_email[email].append(entry)
        key = tuple(sorted(name))
        if is_telling(" ".join(name)) and not self._by_name[group, key]:
            self._by_name[group, key].append(entry)
            for word in key:
                self._by_word[group, word].append(entry)
            entry.names.append(key)
        elif group == "" and entry not in self._by_name[group, key]:
            self._by_name[group, key].append(entry)

    def find(self, email: str, group: str, name: list[str]) -> tuple[Entry | None, str]:
        """The person meant, with a short reason; nobody, with an empty one, where it is nobody or unclear who."""
        key = tuple(sorted(name))
        same_mail = [entry for entry in self._by_email.get(email, []) if not _different(entry, key)] if email else []
        if len(same_mail) == 1:
            return same_mail[0], "same e-mail"
        same_name = self._by_name.get((group, key), []) if is_telling(" ".join(name)) else []
        if len(same_name) == 1 and (group or _is_full_name(key)):
            return same_name[0], "same delegation and name" if group else "same name, the only one in the roster"
        return self._near(email, group, key)

    def _near(self, email: str, group: str, key: tuple[str, ...]) -> tuple[Entry | None, str]:
        if not group:
            return None, ""
        # Near names share at least one whole word, so nobody else needs to be looked at.
        sharing = {entry: None for word in key for entry in self._by_word.get((group, word), [])}
        candidates = {
            entry: reason
            for entry in sharing
            if not (email and entry.emails) and (reason := _nearest_reason(entry, key))
        }
        if len(candidates) != 1:
            return None, ""
        entry, reason = candidates.popitem()
        return entry, f"same delegation, {reason}"


def _nearest_reason(entry: Entry, key: tuple[str, ...]) -> str:
    return next((reason for name in entry.names if (reason := near(name, key))), "")


def _different(entry: Entry, key: tuple[str, ...]) -> bool:
    return bool(key and entry.names) and all(clearly_different(name, key) for name in entry.names)


def _is_full_name(key: tuple[str, ...]) -> bool:
    return len([word for word in key if word not in LABELS and not word.isdigit()]) > 1
