#!/usr/bin/env python3
"""How many cases of a step passed and failed: `tally.py KIND STATUS LOG [REPORT…]` prints `PASSED FAILED`.

A runner that ended badly without naming a failed case counts as one failed: a crash is never a pass.

  one       the step is one case: its exit status
  gtest     REPORTs are GoogleTest's JSON, one a program; a program without a report crashed
  node      LOG has node:test's counts, once a run
  vitest    LOG holds Vitest's counts; types and lint before it count as one each
  unittest  LOG holds Python's `Ran N tests`, once a file
  sla       LOG ends with the SLA checker's `TOTAL N wrong of N`
  counted   the last line of LOG that reads `N passed, N failed`
"""

import json
import re
import sys
from pathlib import Path

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def _last(pattern, text):
    found = re.findall(pattern, text, re.M)
    return found[-1] if found else None


def one(status, _log, _reports):
    return (1, 0) if status == 0 else (0, 1)


def gtest(_status, log, reports):
    passed = failed = 0
    for report in reports:
        try:
            result = json.loads(report)
            failed += result["failures"] + result.get("errors", 0)
            passed += result["tests"] - result["failures"] - result.get("disabled", 0)
        except (ValueError, KeyError):
            failed += 1
    return passed, failed


def node(_status, log, _reports):
    count = {key: sum(map(int, re.findall(rf"^(?:ℹ|#) {key} (\d+)", log, re.M))) for key in ("pass", "fail", "cancelled")}
    return count["pass"], count["fail"] + count["cancelled"]


def vitest(status, log, _reports):
    line = _last(r"^\s*Tests\s+(.*)$", log) or ""
    number = lambda word: int(_last(rf"(\d+) {word}", line) or 0)
    return number("passed") + (2 if line else 0), number("failed")


def unittest(_status, log, _reports):
    ran = sum(map(int, re.findall(r"^Ran (\d+) tests?", log, re.M)))
    bad = sum(int(n) for line in re.findall(r"^FAILED.*$", log, re.M) for n in re.findall(r"(?:failures|errors)=(\d+)", line))
    return max(ran - bad, 0), bad


def sla(_status, log, _reports):
    wrong, cases = map(int, _last(r"^TOTAL (\d+) wrong of (\d+)", log) or (0, 0))
    return cases - wrong, wrong


def counted(_status, log, _reports):
    found = _last(r"^(\d+) passed, (\d+) failed$", log)
    return tuple(map(int, found)) if found else (0, 0)


KINDS = {f.__name__: f for f in (one, gtest, node, vitest, unittest, sla, counted)}


def tally(kind, status, log, reports):
    passed, failed = KINDS[kind](status, _COLOUR.sub("", log), reports)
    if failed == 0 and (status != 0 or passed == 0):
        failed = 1
    return passed, failed


def main():
    kind, status, log = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]).read_text("utf-8", "replace")
    reports = [Path(p).read_text("utf-8", "replace") if Path(p).is_file() else "" for p in sys.argv[4:]]
    print(*tally(kind, status, log, reports))


if __name__ == "__main__":
    main()
