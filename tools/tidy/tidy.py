#!/usr/bin/env python3
"""Checks the rules of the house over what git tracks or would track. `tidy.py --warn` also names what grows long."""

import subprocess
import sys
from pathlib import Path

from rules import RULES, long_ones


def read_tree(root):
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=root, check=True, capture_output=True).stdout.decode().split("\0")
    tree = {}
    for name in filter(None, listed):
        file = Path(root, name)
        if not file.is_file() or file.is_symlink():
            continue
        data = file.read_bytes()
        tree[name] = "" if b"\0" in data[:8192] else data.decode("utf-8", "replace")
    return tree


def main():
    root = Path(__file__).resolve().parents[2]
    tree = read_tree(root)
    failed = 0
    for rule in RULES:
        problems = list(rule(tree))
        failed += bool(problems)
        for problem in problems:
            print(f"{problem.path}:{problem.line}: {rule.__name__}: {problem.text}")
    if "--warn" in sys.argv:
        for problem in long_ones(tree):
            print(f"{problem.path}:{problem.line}: grows long: {problem.text}")
    print(f"{len(RULES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
