"""When items come back, in words."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

MOST = 3
"""Days told one by one; what comes later is counted together."""


def coming_back(dues: Iterable[datetime], now: datetime) -> str:
    """`3 now, 9 within a day, 2 in 4 days, 7 later`; nothing for none. A day is 24 hours, a begun one counted whole."""
    days = Counter(max(-((now - due) // timedelta(days=1)), 0) for due in dues)
    told = sorted(days.items())
    parts = [f"{count} {_when(day)}" for day, count in told[:MOST]]
    later = sum(count for _, count in told[MOST:])
    return ", ".join([*parts, f"{later} later"] if later else parts)


def _when(days: int) -> str:
    return "now" if days == 0 else "within a day" if days == 1 else f"in {days} days"
