"""Every fault of the campaign, by its name."""

from __future__ import annotations

from tests.faults.kinds.disks import DiskFails, DiskFull, Locked, PowerCut
from tests.faults.kinds.exporting import KillDuringExport
from tests.faults.kinds.fault import Fault
from tests.faults.kinds.killing import Freeze, Kill, KillBeforeTelling, Reload, Term
from tests.faults.kinds.network import BlackHole, Cut, HalfClosed, Slow
from tests.faults.kinds.people import LateText, Replayed, TenTimes, TwoReorder, TwoTabs, WrongClocks
from tests.faults.kinds.servers import BothKilled, ConnectionsCut, PostgresKilled, PostgresRestarted
from tests.faults.kinds.together import OneOfTwoKilled, RedisPaused, RedisRestarted

FAULTS: dict[str, type[Fault]] = {
    fault.name: fault
    for fault in (
        Kill,
        PowerCut,
        PostgresKilled,
        Cut,
        KillBeforeTelling,
        DiskFull,
        ConnectionsCut,
        TwoTabs,
        Term,
        DiskFails,
        BlackHole,
        RedisRestarted,
        TenTimes,
        Locked,
        PostgresRestarted,
        Replayed,
        Freeze,
        HalfClosed,
        OneOfTwoKilled,
        WrongClocks,
        BothKilled,
        Slow,
        TwoReorder,
        RedisPaused,
        Reload,
        LateText,
        KillDuringExport,
    )
}
"""In the order in which a campaign goes through them: a short one has met the different kinds."""
