#!/usr/bin/env python3
"""Answers the batch protocol a second time, to be compared with: slowly, a date at a time, out of the written semantics
alone. It shares nothing with the engine, not even the reader of the time-zone database. Reads questions and writes
answers as `punctual sla batch` does.
"""

import json
import sys
from datetime import datetime, timedelta

from slow_calendar import EPOCH, Calendar, Hours


def instant(text):
    return int((datetime.fromisoformat(text) - EPOCH).total_seconds())


def written(t):
    if t is None:
        return None
    try:
        return (EPOCH + timedelta(seconds=t)).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except OverflowError:
        return None  # the year 10000 cannot be written


class Policy:
    def __init__(self, value, base):
        self.targets = value
        self.calendar = Calendar.read(value["calendar"]) if "calendar" in value else base
        if "coverage" in value:
            zone = self.calendar.zone
            self.calendar = Calendar([Hours(zone, always=True)], zone)


class Ticket:
    """Its clocks while the events go by: a clock is a name, a start, pauses, and what was found when it stopped."""

    def __init__(self, submitted, policy):
        self.policy = policy
        self.first = {"name": "first_reply", "start": submitted, "pauses": [], "found": None}
        self.resolution = {"name": "resolution", "start": submitted, "pauses": [], "found": None}
        self.next = []
        self.waiting_since = self.resolved_at = None

    def judged(self, clock, at, stopping):
        pauses, calendar = list(clock["pauses"]), self.policy.calendar
        waiting = clock is self.resolution and self.waiting_since is not None
        if waiting:
            pauses.append((self.waiting_since, float("inf")))
        target = self.policy.targets.get(clock["name"])
        due = None if target is None else calendar.due(clock["start"], target, pauses)
        late = due is not None and at > due
        state = ("missed" if late else "met") if stopping else "breached" if late else "paused" if waiting else "running"
        return {"state": state, "due": due, "elapsed": calendar.counted(clock["start"], at, pauses)}

    def stop(self, clock, at):
        clock["found"] = clock["found"] or self.judged(clock, at, stopping=True)

    def end_wait(self, at):
        if self.waiting_since is not None:
            self.resolution["pauses"].append((self.waiting_since, at))
            self.waiting_since = None

    def go_on(self, at):
        self.end_wait(at)
        if self.resolved_at is not None:
            self.resolution["pauses"].append((self.resolved_at, at))
            self.resolution["found"] = self.resolved_at = None

    def answer(self, at):
        for clock in [self.first, *self.next]:
            self.stop(clock, at)

    def happen(self, kind, at):
        if kind == "human_reply":
            self.answer(at)
        elif kind == "waiting_on_client" and self.waiting_since is None and self.resolved_at is None:
            self.waiting_since = at
        elif kind == "resumed":
            self.end_wait(at)
        elif kind == "reopened":
            self.go_on(at)
        elif kind == "client_reply":
            self.go_on(at)
            if self.first["found"] and all(clock["found"] for clock in self.next):
                self.next.append({"name": "next_reply", "start": at, "pauses": [], "found": None})
        elif kind == "resolved" and self.resolved_at is None:
            self.end_wait(at)
            self.stop(self.resolution, at)
            self.resolved_at = at
            self.answer(at)

    def clocks(self, now):
        """Those of the policy in force, and the first reply's whenever it has stopped."""
        shown = {}
        for clock in (self.first, self.resolution):
            if clock["name"] in self.policy.targets or (clock is self.first and clock["found"]):
                shown[clock["name"]] = clock["found"] or self.judged(clock, now, stopping=False)
        if "next_reply" in self.policy.targets:
            shown["next_reply"] = [clock["found"] or self.judged(clock, now, stopping=False) for clock in self.next]
        return shown


def clocks_of(question):
    base = Calendar.read(question["calendar"]) if "calendar" in question else None
    events = sorted(question["events"], key=lambda event: instant(event["at"]))
    now = instant(question["now"])
    ticket = Ticket(instant(events[0]["at"]), Policy(question["policy"], base))
    for event in events[1:]:
        at = instant(event["at"])
        if at > now:
            break
        if event["type"] == "tier_changed":
            ticket.policy = Policy(event["policy"], base)
        else:
            ticket.happen(event["type"], at)
    return ticket.clocks(now)


def put(clock):
    return {**clock, "due": written(clock["due"])}


def answer(question):
    """What the protocol answers, the id aside."""
    op = question["op"]
    if op == "sla":
        return {"sla": {name: [put(one) for one in clock] if isinstance(clock, list) else put(clock)
                        for name, clock in clocks_of(question).items()}}
    calendar = Calendar.read(question["calendar"])
    if op == "due":
        return {"due": written(calendar.due(instant(question["start"]), question["target"]))}
    if op == "elapsed":
        return {"seconds": calendar.elapsed(instant(question["from"]), instant(question["to"]))}
    if op == "is_open":
        return {"open": calendar.is_open(instant(question["at"]))}
    raise ValueError("op: is none of due, elapsed, is_open, sla")


def main():
    for line in filter(str.strip, sys.stdin):
        question = json.loads(line)
        try:
            found = answer(question)
        except (ValueError, KeyError, TypeError) as problem:
            found = {"error": str(problem)}
        print(json.dumps({"id": question["id"], **found}))


if __name__ == "__main__":
    main()
