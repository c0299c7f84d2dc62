"""The judge: what people were told `ok`, against what is kept, in whose order, and whether anything is there twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.faults.judging.effects import Effects
from tests.faults.judging.found import Found
from tests.faults.judging.history import Ask, History

CREATING = {"takeaway.capture", "takeaway.merge", "takeaway.propose"}
_MARK = re.compile(r"[a-z0-9]+z\d+z")


@dataclass
class Verdict:
    """What is wrong, in sentences; nothing anywhere means that every promise was kept."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    disordered: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    """What came to no end in the time a run has: nothing is lost, but the service did not recover."""

    @property
    def well(self) -> bool:
        """Say whether nothing is wrong."""
        return not (self.lost or self.doubled or self.disordered or self.stuck)

    def add(self, other: Verdict) -> None:
        """Take in what another judgement found."""
        self.lost += other.lost
        self.doubled += other.doubled
        self.disordered += other.disordered
        self.stuck += other.stuck


def judge(history: History, found: Found, left: Iterable[str] = ()) -> Verdict:
    """Compare what happened with what was found; `left` are the asks that still wait on somebody's disk."""
    verdict = Verdict()
    _acts(history, found, verdict)
    _rows(history, found, verdict)
    _order(history, found, verdict)
    _nothing_vanished(history, set(left), verdict)
    _journal(history, found, verdict)
    _summary(found, verdict)
    verdict.lost += Effects(history, found).differences()
    return verdict


def marks(text: str) -> list[str]:
    """Give the marks in a text: each stands for the one ask that brought it."""
    return _MARK.findall(text)


def _acts(history: History, found: Found, verdict: Verdict) -> None:
    kept = {(act.person, act.ask_id): act for act in found.acts}
    times = Counter((act.person, act.ask_id.partition("~")[0]) for act in found.acts)
    verdict.doubled += [
        f"{ask_id} of person {person} was carried out {n} times" for (person, ask_id), n in times.items() if n > 1
    ]
    for ask in history.asks.values():
        act = kept.get((ask.person, ask.id))
        answered_ok = [answer["result"] for answer in ask.answers if answer["ok"]]
        if answered_ok and (act is None or act.name != ask.name):
            verdict.lost.append(f"{_about(ask)} was acknowledged and is not kept")
        if any(result != answered_ok[0] for result in answered_ok):
            verdict.doubled.append(f"{_about(ask)} was answered differently the second time: {answered_ok}")
        if act is not None and ask.fate == "refused":
            verdict.doubled.append(f"{_about(ask)} was refused and is kept all the same: {ask.answers}")


def _rows(history: History, found: Found, verdict: Verdict) -> None:
    by_mark: dict[str, list[int]] = {}
    for number, row in found.points.items():
        for mark in marks(row["proposed_text"] or row["text"])[-1:]:
            by_mark.setdefault(mark, []).append(number)
    verdict.doubled += [
        f"{mark} stands in {len(rows)} points: {rows}" for mark, rows in by_mark.items() if len(rows) > 1
    ]
    brought = {mark: ask for ask in history.asks.values() if ask.name in CREATING for mark in marks(ask.data["text"])}
    verdict.doubled += [f"{mark} was asked for by nobody" for mark in by_mark if mark not in brought]
    for mark, ask in brought.items():
        if ask.result and by_mark.get(mark, [])[:1] != [ask.result.get("id")]:
            verdict.lost.append(
                f"{_about(ask)} was acknowledged as {ask.result.get('id')}; {mark} is {by_mark.get(mark)}"
            )


def _order(history: History, found: Found, verdict: Verdict) -> None:
    last: dict[int, Ask] = {}
    for act in found.acts:
        ask = history.asks.get(act.ask_id.partition("~")[0])
        if ask is None:
            continue
        before = last.get(ask.person)
        if before is not None and ask.at < before.at:
            verdict.disordered.append(f"{_about(ask)} was asked before {_about(before)} and carried out after it")
        else:
            last[ask.person] = ask


def _nothing_vanished(history: History, left: set[str], verdict: Verdict) -> None:
    for ask in history.asks.values():
        end = ask
        while end.fate in {"joined", "again"}:
            end = history.asks[end.follows]
        if end.fate == "refused" and not end.answers[-1].get("why"):
            verdict.lost.append(f"{_about(ask)} was refused without a reason")
        if end.fate == "waiting" and end.id not in left:
            verdict.lost.append(f"{_about(ask)} vanished: neither answered nor waiting")
    verdict.stuck += [f"{_about(history.asks[ask_id])} still waits" for ask_id in left if ask_id in history.asks]


def _journal(history: History, found: Found, verdict: Verdict) -> None:
    for stream, head in found.heads.items():
        numbers = sorted(found.journal.get(stream, {}))
        if numbers != list(range(1, head + 1)):
            verdict.disordered.append(f"{stream} stands at {head} and its journal has gaps: {numbers[-5:]}")
    for told in history.told:
        if found.journal.get(told["stream"], {}).get(told["revision"]) != told["changes"]:
            verdict.lost.append(f"{told['stream']} {told['revision']} ({told['event']}) was told and is not kept so")


def _summary(found: Found, verdict: Verdict) -> None:
    for row in found.points.values():
        if row["listed"] and row["state"] == "approved":
            for mark in marks(row["text"])[-1:]:
                times = found.summary.count(mark)
                if times == 0:
                    verdict.lost.append(f"{mark} is approved and not in the summary")
                elif times > 1:
                    verdict.doubled.append(f"{mark} stands {times} times in the summary")


def _about(ask: Ask) -> str:
    words = next(
        (str(ask.data[name]) for name in ("text", "body", "narrative", "message", "takeaway") if ask.data.get(name)), ""
    )
    return f"{ask.name} {ask.id[:8]} of person {ask.person} ({words[-40:]})"
