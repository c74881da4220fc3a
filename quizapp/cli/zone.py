"""The learner's time zone."""

from datetime import UTC, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """What the system takes for local time, summer time and all."""

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        """How far local time is ahead of UTC."""
        return None if at is None else at.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, at: datetime | None) -> timedelta | None:
        """Not known apart from the offset."""
        del at
        return None

    def tzname(self, at: datetime | None) -> str | None:
        """As the system abbreviates it."""
        return None if at is None else at.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, at: datetime) -> datetime:
        """The same instant in local time."""
        return at.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)
