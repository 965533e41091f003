#!/usr/bin/env python3
"""Draws cases for check.py by chance and has the oracle answer them: hours as nobody keeps them, near changes of the
clocks in any zone and century, tickets to which much happens.

  generate.py --cases 2000 --seed 7 > cases.jsonl      one case a line; the same seed draws the same cases
"""

import argparse
import json
import random
import sys
import zoneinfo

import oracle
from oracle import written
from slow_calendar import DAY, WEEKDAYS, Calendar, zone_named

# Zones that did what engines do not expect: half an hour, two hours, none at all for a date, at midnight, summer time
# that is negative, an offset in seconds.
ODD_ZONES = ("America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Antarctica/Troll",
             "Africa/Casablanca", "Europe/Dublin", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Kwajalein",
             "Africa/Monrovia", "Asia/Tehran", "America/Caracas", "Europe/Amsterdam", "Asia/Gaza", "Africa/Cairo",
             "America/Nuuk", "Asia/Manila", "America/Juneau", "Pacific/Kiritimati", "Europe/Lisbon", "Asia/Pyongyang",
             "Antarctica/Macquarie", "Pacific/Chatham", "America/Havana", "Asia/Beirut", "UTC")
ALL_ZONES = sorted(name for name in zoneinfo.available_timezones()
                   if "/" in name and not name.startswith(("Etc/", "SystemV/", "posix/", "right/")))
YEARS = ((1850, 1899), (1900, 1969), (1970, 2036), (2000, 2030), (2011, 2026), (2037, 2040), (2298, 2304), (2390, 2410))

DAYS = ([("09:00", "17:00")], [("08:00", "12:00"), ("13:00", "17:00")], [("22:00", "06:00")], [("00:00", "24:00")],
        [("22:00", "24:00"), ("00:00", "06:00")], [("01:00", "03:00")], [("02:15", "02:45")], [("23:30", "00:30")],
        [("00:00", "01:30")], [("01:30", "05:00")], [("09:00", "13:00"), ("12:00", "18:00")], [("12:00", "11:59")],
        [("23:59", "24:00")], [("00:00", "00:01")], [("10:00", "12:00"), ("12:00", "14:00")], [])


class Draw:
    def __init__(self, seed):
        self.chance = random.Random(seed)

    def some(self, odds):
        return self.chance.random() < odds

    def center(self, zone):
        """An instant in some century, mostly one at which the zone's clocks are moved."""
        begin, end = self.chance.choice(YEARS)
        t = self.chance.randrange((begin - 1970) * 31_556_952, (end - 1969) * 31_556_952)
        if self.some(0.2):
            return t
        for block in range(t // zone.BLOCK, t // zone.BLOCK + 13):
            moved = zone.pieces(block)[1:]
            if moved:
                return self.chance.choice(moved)[0]
        return t

    def minutes(self):
        step = self.chance.choice((1, 15, 15, 60))
        minutes = self.chance.randrange(0, 1440 // step) * step
        return f"{minutes // 60:02}:{minutes % 60:02}"

    def interval(self):
        opens = self.minutes()
        closes = "24:00" if self.some(0.1) else self.minutes()
        return (opens, closes) if opens != closes else self.interval()

    def day(self):
        if self.some(0.7):
            return self.chance.choice(DAYS)
        return [self.interval() for _ in range(self.chance.randrange(1, 5))]

    def near(self, zone, center):
        away = self.chance.randrange(365, 18_000) if self.some(0.01) else self.chance.randrange(-5, 9)
        return written((zone.date(center) + away) * DAY)[:10]

    def spelt(self, t):
        """With some offset: it says which instant is meant, and nothing else."""
        if self.some(0.7):
            return written(t)
        minutes = self.chance.choice((60, -300, 330, 345, -210, self.chance.randrange(-14 * 60, 14 * 60)))
        sign = "-" if minutes < 0 else "+"
        return f"{written(t + minutes * 60)[:-1]}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"

    def hours(self, name, center):
        zone = zone_named(name)
        if self.some(0.05):
            return {"time_zone": name, "coverage": "24x7"}
        made = {"time_zone": name}
        usual, kind = self.day(), self.chance.random()
        if kind < 0.4:
            made["weekly"] = {day: usual for day in WEEKDAYS[:5]}
        elif kind < 0.6:
            made["weekly"] = {day: usual for day in WEEKDAYS}
        elif kind < 0.97:
            made["weekly"] = {day: self.day() for day in WEEKDAYS if self.some(0.8)}
        if self.some(0.5):
            made["holidays"] = sorted({self.near(zone, center) for _ in range(self.chance.randrange(4))})
        if self.some(0.4):
            made["exceptions"] = {self.near(zone, center): self.day() for _ in range(self.chance.randrange(4))}
        return made

    def calendar(self, name, center):
        if self.some(0.03):
            return {"coverage": "24x7"}
        if self.some(0.8):
            return self.hours(name, center)
        members = [self.hours(name, center) for _ in range(self.chance.randrange(1, 4))]
        return {"union": [{"union": members}, self.hours(name, center)] if self.some(0.1) else members}

    def target(self):
        kind = self.chance.random()
        if kind < 0.05:
            return self.chance.choice(("0s", "0m", "0h", "0bd"))
        if kind < 0.3:
            return f"{self.chance.randrange(1, 8)}bd"
        if kind < 0.5:
            return f"{self.chance.randrange(1, 200)}m"
        if kind < 0.65:
            return f"{self.chance.randrange(1, 100_000)}s"
        return f"{self.chance.choice((1, 2, 4, 8, 24, self.chance.randrange(1, 60), self.chance.randrange(1, 400)))}h"

    def edges(self, calendar, center):
        """Where engines err: at openings, at closings, and at the moving of the clocks."""
        read = Calendar.read(calendar)
        return [center] + [t for interval in read.open_between(center - 5 * DAY, center + 6 * DAY) for t in interval]

    def time(self, edges):
        center = edges[0]
        if self.some(0.4):
            return self.chance.choice(edges) + self.chance.choice((-1, 0, 0, 0, 1))
        return center + self.chance.randrange(-5 * DAY, 6 * DAY)

    def policy(self, name, center):
        made = {clock: self.target() for clock in ("first_reply", "next_reply", "resolution") if self.some(0.85)}
        if self.some(0.15):
            made["coverage"] = "24x7"
        elif self.some(0.2):
            made["calendar"] = self.calendar(name if self.some(0.8) else self.chance.choice(ODD_ZONES), center)
        return made

    def event(self, at, name, center):
        kind = self.chance.choices(
            ("auto_reply", "internal_note", "assigned", "human_reply", "waiting_on_client", "client_reply", "resumed",
             "resolved", "reopened", "tier_changed"), (2, 1, 1, 5, 6, 6, 3, 4, 3, 3))[0]
        made = {"at": self.spelt(at), "type": kind}
        if kind == "tier_changed":
            made["policy"] = self.policy(name, center)
        return made

    def ticket(self, name, center):
        calendar = self.calendar(name, center)
        edges = self.edges(calendar, center)
        count = self.chance.choice((2, 4, 8, 16, 40))
        times = sorted(self.time(edges) for _ in range(self.chance.randrange(1, count)))
        for i in range(1, len(times)):
            if self.some(0.15):
                times[i] = times[i - 1]
        times.sort()
        events = [{"at": self.spelt(times[0]), "type": "submitted"}]
        events += [self.event(at, name, center) for at in times[1:]]
        now = max(times[0], self.chance.choice((self.time(edges), times[-1], self.chance.choice(times),
                                                times[-1] + self.chance.randrange(0, 5 * DAY))))
        case = {"op": "sla", "calendar": calendar, "policy": self.policy(name, center), "events": events,
                "now": self.spelt(now)}
        return self.at_a_due(case, times[0]) if self.some(0.3) else case

    def at_a_due(self, case, submitted):
        """Judged on a due instant, or a second beside it."""
        clocks = oracle.clocks_of(case)
        dues = [clock["due"] for clock in [clocks.get("first_reply"), clocks.get("resolution"),
                                           *clocks.get("next_reply", [])] if clock and clock["due"]]
        if dues:
            case["now"] = self.spelt(max(submitted, self.chance.choice(dues) + self.chance.choice((-1, 0, 0, 1))))
        return case

    def case(self):
        name = self.chance.choice(ODD_ZONES if self.some(0.6) else ALL_ZONES)
        center = self.center(zone_named(name))
        op = self.chance.choices(("due", "elapsed", "is_open", "sla"), (30, 15, 10, 45))[0]
        if op == "sla":
            return self.ticket(name, center)
        calendar = self.calendar(name, center)
        edges = self.edges(calendar, center)
        case = {"op": op, "calendar": calendar}
        if op == "due":
            return {**case, "start": self.spelt(self.time(edges)), "target": self.target()}
        if op == "is_open":
            return {**case, "at": self.spelt(self.time(edges))}
        far = self.chance.randrange(0, 1500 * DAY) if self.some(0.05) else 0
        return {**case, "from": self.spelt(self.time(edges)), "to": self.spelt(self.time(edges) + far)}


EXPECTED = {"due": ("expect", "due"), "elapsed": ("expect_seconds", "seconds"), "is_open": ("expect", "open"),
            "sla": ("expect", "sla")}


def cases(count, seed):
    draw = Draw(seed)
    for number in range(count):
        case = draw.case()
        key, answered = EXPECTED[case["op"]]
        yield {"id": f"oracle-{seed}-{number}", "source": "oracle " + case["op"], **case,
               key: oracle.answer(case)[answered]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for case in cases(asked.cases, asked.seed):
        print(json.dumps(case))
    print(f"{asked.cases} cases of seed {asked.seed}", file=sys.stderr)


if __name__ == "__main__":
    main()
