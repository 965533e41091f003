"""Zones and calendars for the oracle: a date at a time, out of the written semantics, sharing nothing with the engine.

Instants are whole seconds since 1970 (UTC), wall times seconds since 1970 on the wall, dates whole days since then.
"""

import re
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

DAY = 86_400
HORIZON = 21_915 * DAY
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day_number(text):
    return date.fromisoformat(text).toordinal() - EPOCH.toordinal()


def merged(intervals):
    """The union, ascending and apart; empty ones are left out."""
    union = []
    for opens, closes in sorted(intervals):
        if closes <= opens:
            continue
        if union and opens <= union[-1][1]:
            union[-1] = (union[-1][0], max(union[-1][1], closes))
        else:
            union.append((opens, closes))
    return union


def without(intervals, pauses):
    """What of the intervals lies in no pause."""
    left = list(intervals)
    for begins, ends in pauses:
        left = [part for opens, closes in left
                for part in ((opens, min(closes, begins)), (max(opens, ends), closes)) if part[0] < part[1]]
    return sorted(left)


class Zone:
    """A zone's clocks, seen through what they show at an instant."""

    # No zone was ever moved twice within a day; Freetown did it within four.
    BLOCK, PROBE = 32 * DAY, DAY

    def __init__(self, name):
        self.rules = ZoneInfo(name)
        self.blocks = {}

    def offset(self, t):
        offset = (EPOCH + timedelta(seconds=t)).astimezone(self.rules).utcoffset()
        return offset.days * DAY + offset.seconds

    def wall(self, t):
        return t + self.offset(t)

    def date(self, t):
        return self.wall(t) // DAY

    def pieces(self, block):
        """(begin, end, offset): the stretches of a block of 32 days through which the clocks are not moved."""
        if block not in self.blocks:
            end = (block + 1) * self.BLOCK
            begin, made = block * self.BLOCK, []
            offset = self.offset(begin)
            for probe in range(begin + self.PROBE, end + 1, self.PROBE):
                if self.offset(probe) != offset or probe == end:
                    before, after = probe - self.PROBE, probe
                    while self.offset(probe) != offset and after - before > 1:
                        middle = (before + after) // 2
                        before, after = (middle, after) if self.offset(middle) == offset else (before, middle)
                    made.append((begin, after, offset))
                    begin, offset = after, self.offset(after)
            if begin < end:
                made.append((begin, end, offset))
            self.blocks[block] = made
        return self.blocks[block]

    def reads(self, wall):
        """The earliest instant at which the wall clock reads at least `wall` (semantics 4)."""
        block = (wall - 2 * DAY) // self.BLOCK
        while True:
            for begin, end, offset in self.pieces(block):
                t = max(begin, wall - offset)
                if t < end:
                    return t
            block += 1


zone_named = cache(Zone)


class Hours:
    """One calendar of hours by weekday; `always` is 24x7."""

    def __init__(self, zone, weekly=None, holidays=(), exceptions=None, always=False):
        self.zone, self.always = zone, always
        self.weekly = [[self.interval(pair) for pair in (weekly or {}).get(day) or ()] for day in WEEKDAYS]
        self.holidays = {day_number(day) for day in holidays or ()}
        self.exceptions = {day_number(day): [self.interval(pair) for pair in pairs]
                           for day, pairs in (exceptions or {}).items()}
        self.sets = {}

    @staticmethod
    def interval(pair):
        opens, closes = (int(text[:2]) * 3600 + int(text[3:]) * 60 for text in pair)
        if opens == closes:
            raise ValueError("opens and closes at " + pair[0])
        return opens, closes if closes > opens else closes + DAY

    def rules(self, day):
        if self.always:
            return [(0, DAY)]
        if day in self.exceptions:
            return self.exceptions[day]
        return [] if day in self.holidays else self.weekly[(day + 3) % 7]  # 1970 began on a Thursday

    def on(self, day):
        """The set of a date (semantics 1 to 4)."""
        rules = self.rules(day)
        if not rules:
            return []
        if day not in self.sets:
            reads = self.zone.reads
            exists = reads(day * DAY) < reads(day * DAY + DAY)
            self.sets[day] = merged((reads(day * DAY + opens), reads(day * DAY + closes))
                                    for opens, closes in rules) if exists else []
        return self.sets[day]


class Calendar:
    def __init__(self, members, zone):
        self.members, self.zone = members, zone
        self.always = any(member.always for member in members)

    @staticmethod
    def read(value):
        if "coverage" in value:
            zone = zone_named(value.get("time_zone", "UTC"))
            return Calendar([Hours(zone, always=True)], zone)
        if "union" in value:
            calendars = [Calendar.read(member) for member in value["union"]]
            return Calendar([member for one in calendars for member in one.members], calendars[0].zone)
        zone = zone_named(value["time_zone"])
        return Calendar([Hours(zone, value.get("weekly"), value.get("holidays"), value.get("exceptions"))], zone)

    def on(self, day):
        return merged(interval for member in self.members for interval in member.on(day))

    def open_between(self, begin, end):
        if end <= begin:
            return []
        if self.always:
            return [(begin, end)]
        days = range(self.zone.date(begin) - 3, self.zone.date(end) + 4)
        whole = merged(interval for day in days for member in self.members for interval in member.on(day))
        return [(max(opens, begin), min(closes, end)) for opens, closes in whole if opens < end and closes > begin]

    def is_open(self, t):
        return self.open_between(t, t + 1) != []

    def elapsed(self, begin, end):
        return sum(closes - opens for opens, closes in self.open_between(begin, end))

    def chunks(self, start):
        """Where to look for open time from `start` on, month by month, as long as there can be any."""
        for begin in range(start, start + HORIZON, 30 * DAY):
            yesterdays = self.zone.date(begin) - 3
            if not any(one.always or any(one.weekly) or max(one.exceptions, default=yesterdays) > yesterdays
                       for one in self.members):
                return
            yield begin

    def opening(self, start):
        for begin in self.chunks(start):
            for opens, _ in self.open_between(begin, begin + 30 * DAY):
                return opens
        return None

    def reaches(self, start, seconds, pauses=()):
        """The smallest instant at which that much is counted, more than nothing."""
        for begin in self.chunks(start):
            if pauses and pauses[-1][0] < begin and pauses[-1][1] == float("inf"):
                return None
            for opens, closes in without(self.open_between(begin, begin + 30 * DAY), pauses):
                if seconds <= closes - opens:
                    return opens + seconds
                seconds -= closes - opens
        return None

    def due(self, start, target, pauses=()):
        number, unit = re.fullmatch(r"(\d+)(s|m|h|bd)", target).groups()
        number = int(number)
        if unit != "bd":
            seconds = number * {"s": 1, "m": 60, "h": 3600}[unit]
            return self.reaches(start, seconds, pauses) if seconds else self.opening(start)
        day = self.due_in_days(start, number)
        if day is None or not pauses:
            return day
        promised = self.elapsed(start, day)
        return day if self.counted(start, day, pauses) >= promised else self.reaches(start, promised, pauses)

    def due_in_days(self, start, number):
        """Semantics 12, sentence by sentence."""
        opening = self.opening(start)
        if opening is None or number == 0:
            return opening
        near = self.zone.date(opening)
        owner = next(day for day in range(near - 3, near + 2)
                     if any(opens <= opening < closes for opens, closes in self.on(day)))
        day = owner
        while number:
            day += 1
            if (day - owner) * DAY > HORIZON:
                return None
            number -= bool(self.on(day))
        same_time = self.zone.reads(day * DAY + self.zone.wall(opening) - owner * DAY)
        for opens, closes in self.on(day):
            if same_time < closes:
                return max(opens, same_time)
        return self.on(day)[-1][1]

    def counted(self, start, end, pauses):
        return sum(closes - opens for opens, closes in without(self.open_between(start, end), pauses))
