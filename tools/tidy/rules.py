"""The rules of the house that a program can check. Each takes a tree (path → text) and yields problems."""

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from cpp import code_only, functions, includes


class Problem(NamedTuple):
    path: str
    line: int
    text: str


# Who may include whom. Web, mail and timers never see one another.
ARROWS = {
    "domain": {"domain"},
    "store": {"store", "domain"},
    "desk": {"desk", "store", "domain"},
    "web": {"web", "desk", "store", "domain"},
    "mail": {"mail", "desk", "store", "domain"},
    "timers": {"timers", "desk", "store", "domain"},
    "app": {"app", "web", "mail", "timers", "desk", "store", "domain"},
}

# Within the domain: time, calendar and sla are a library that stands without the desk.
DOMAIN_ARROWS = {
    "time": {"time"},
    "calendar": {"calendar", "time"},
    "sla": {"sla", "calendar", "time"},
    "ticket": {"ticket", "sla", "calendar", "time"},
    "people": {"people", "calendar", "time"},
}

# Parts that stay behind one seam: the header's beginning → the folders that may include it.
SEAMS = {
    "boost/beast": ("src/web/http/",),
    "boost/asio": ("src/web/http/", "src/app/"),
    "sqlite3.h": ("src/store/sql/",),
    "curl/": ("src/mail/",),
    "gmime/": ("src/mail/",),
    "cmark": ("src/desk/", "src/web/", "src/mail/"),
    "kainjow/": ("src/desk/", "src/web/", "src/mail/"),
    "boost/json": ("src/store/", "src/web/", "src/mail/", "src/app/"),
    "absl/": ("src/store/zones/",),
    "CLI/": ("src/app/",),
    "toml++/": ("src/app/",),
}
TEST_LIBRARIES = ("gtest/", "gmock/", "rapidcheck")

LONGEST_FILE, LONG_FILE = 400, 250
LONGEST_FUNCTION, LONG_FUNCTION = 100, 70

# (what, pattern, where it is allowed, remedy)
BANNED_CALLS = [
    ("the clock", r"system_clock::now|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|\bgettimeofday\b|CLOCK_REALTIME|\blocaltime(_r)?\b",
     ("src/app/",), "take `now` as an argument"),
    ("sleeping", r"\bsleep_(for|until)\b|\busleep\b|\bnanosleep\b|\bsleep\s*\(\s*\d", (), "wait for the condition"),
    ("weak randomness", r"\bs?rand\s*\(|\brandom_device\b", (), "use libsodium, or a seed that is passed"),
    ("printing", r"std::c(out|err)\b|\bf?printf\s*\(|\bfmt::print\b|\bputs\s*\(", ("src/app/",), "return it, or log it"),
    ("an unsafe call", r"\b(sprintf|vsprintf|strcpy|strcat|gets|atoi|atol|atof|strtok|system|popen|tmpnam)\s*\(", (),
     "use the C++ that knows its length and its errors"),
    ("the environment", r"\bgetenv\b", ("src/app/",), "take it as configuration"),
    ("a thread nobody joins", r"\.detach\s*\(\s*\)", (), "join it"),
    ("a whole namespace", r"\busing\s+namespace\s+(std|boost)\s*;", (), "name what is used"),
]

# Built of halves, so that this file does not hold what it refuses.
MACHINE_WORDS = [
    r"(?<![\w.])/wo" r"rk/", r"(?<![\w.])/ho" r"me/\w", r"(?<![\w./])/ro" r"ot/", r"\.\./sha" r"red\b",
    r"registry\.np" r"mjs\.org", r"deb\.deb" r"ian\.org", r"bash" r"_jobs",
]
UNFINISHED = r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|not yet imple" r"mented|coming so" r"on"
SWITCHED_OFF = r"\bDIS" r"ABLED_|GTEST_SK" r"IP|\.(sk" r"ip|on" r"ly|to" r"do)\(|\{\s*(sk" r"ip|to" r"do):"
WAITING = r"\bsetTimeout\b|timers/promises|setInterval\b"

VAGUE_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
CODE = (".h", ".cpp", ".ts", ".tsx", ".mjs", ".js", ".css", ".sql", ".py", ".mustache")
GENERATED = re.compile(r"(^|/)(client/schema\.d\.ts|routeTree\.gen\.ts|package-lock\.json)$")


def _line(text, at):
    return text.count("\n", 0, at) + 1


def _code(tree, *folders, endings=CODE):
    for path, text in tree.items():
        if path.startswith(folders) and path.endswith(endings) and not GENERATED.search(path):
            yield path, text


def _cpp(tree):
    return _code(tree, "src/", endings=(".h", ".cpp"))


def arrows(tree):
    for path, text in _cpp(tree):
        layer = path.split("/")[1]
        allowed = ARROWS.get(layer)
        if allowed is None:
            yield Problem(path, 1, f"src/{layer} is no layer; add it to ARROWS in tools/tidy and to the map")
            continue
        for line, is_system, target in includes(text):
            below = target.split("/")[0]
            if below == "tests" and ".test." in path:
                continue  # the named cast
            if not is_system and below not in allowed:
                yield Problem(path, line, f'{layer} may not include "{target}"; it sees {", ".join(sorted(allowed))}')


def domain_arrows(tree):
    for path, text in _cpp(tree):
        folder = re.match(r"src/domain/(\w+)/", path)
        allowed = DOMAIN_ARROWS.get(folder[1]) if folder else None
        for line, is_system, target in includes(text) if allowed else ():
            below = re.match(r"domain/(\w+)/", target)
            if not is_system and below and below[1] not in allowed:
                yield Problem(path, line, f'domain/{folder[1]} may not include "{target}"; it sees {", ".join(sorted(allowed))}')


def pure_domain(tree):
    for path, text in _code(tree, "src/domain/", endings=(".h", ".cpp")):
        for line, is_system, target in includes(text):
            if not is_system or ("/" not in target and "." not in target):
                continue
            if ".test." in path and target.startswith(TEST_LIBRARIES):
                continue
            yield Problem(path, line, f"the domain knows the standard library alone, not <{target}>")


def seams(tree):
    for path, text in _cpp(tree):
        for line, _, target in includes(text):
            for part, places in SEAMS.items():
                if target.startswith(part) and not path.startswith(places):
                    yield Problem(path, line, f"<{target}> belongs in {' or '.join(places)}")
            if target.startswith(TEST_LIBRARIES) and ".test." not in path:
                yield Problem(path, line, f"<{target}> belongs in tests")


def headers(tree):
    for path, text in _cpp(tree):
        if path.endswith(".h") and not re.search(r"^#pragma once$", text, re.M):
            yield Problem(path, 1, "a header begins with #pragma once")
        for line, is_system, target in includes(text):
            if not is_system and target.startswith("."):
                yield Problem(path, line, f'"{target}": name it from src/')


def file_length(tree):
    for path, text in _code(tree, "src/", "staff/src/", "tests/", "tools/", "templates/"):
        lines = text.count("\n")
        if lines > LONGEST_FILE:
            yield Problem(path, lines, f"{lines} lines; at most {LONGEST_FILE}: find the seam")


def function_length(tree):
    for path, text in _code(tree, "src/", "tests/", "tools/", endings=(".h", ".cpp")):
        for first, length in functions(text):
            if length > LONGEST_FUNCTION:
                yield Problem(path, first, f"a function of {length} lines; at most {LONGEST_FUNCTION}")


def long_ones(tree):
    """Not refused, only said."""
    for path, text in _code(tree, "src/", "staff/src/", "tests/", "tools/"):
        lines = text.count("\n")
        if LONG_FILE < lines <= LONGEST_FILE:
            yield Problem(path, lines, f"{lines} lines; about {LONG_FILE} is the aim")
    for path, text in _cpp(tree):
        for first, length in functions(text):
            if LONG_FUNCTION < length <= LONGEST_FUNCTION:
                yield Problem(path, first, f"a function of {length} lines; about {LONG_FUNCTION} is the aim")


def banned_calls(tree):
    for path, text in _cpp(tree):
        code = code_only(text)
        for what, pattern, places, remedy in BANNED_CALLS:
            if places and path.startswith(places):
                continue
            for m in re.finditer(pattern, code):
                yield Problem(path, _line(code, m.start()), f"{what} ({m.group().strip()}); {remedy}")


def escaping_templates(tree):
    for path, text in _code(tree, "templates/", endings=("",)):
        for m in re.finditer(r"\{\{\{\s*([^}]*?)\s*\}\}\}", text):
            if not m.group(1).endswith("_html"):
                yield Problem(path, _line(text, m.start()), f"{{{{{{{m.group(1)}}}}}}}: only fields named *_html are unescaped")
        for m in re.finditer(r"\{\{\s*&", text):
            yield Problem(path, _line(text, m.start()), "{{& is refused; safe HTML is {{{…_html}}}")


def machine_words(tree):
    for path, text in tree.items():
        for pattern in MACHINE_WORDS:
            for m in re.finditer(pattern, text):
                yield Problem(path, _line(text, m.start()), f"'{m.group()}' belongs to one machine, not to the project")


def unfinished(tree):
    for path, text in _code(tree, "src/", "staff/", "tests/", "tools/", "templates/", "bin/", endings=CODE + ("",)):
        if path.endswith((".json", ".md")):
            continue
        for m in re.finditer(UNFINISHED, text):
            yield Problem(path, _line(text, m.start()), f"'{m.group()}': finish it, or write an issue")


def switched_off_tests(tree):
    for path, text in _code(tree, "src/", "staff/src/", "tests/", endings=(".test.cpp", ".test.ts", ".test.tsx", ".mjs", ".cpp")):
        for m in re.finditer(SWITCHED_OFF, text):
            yield Problem(path, _line(text, m.start()), f"'{m.group()}' switches a test off")


def waiting_in_tests(tree):
    for path, text in _code(tree, "tests/", endings=(".mjs",)):
        if path.endswith("/support/until.mjs"):
            continue
        for m in re.finditer(WAITING, text):
            yield Problem(path, _line(text, m.start()), f"'{m.group()}': wait for a condition with until()")


def names(tree):
    for path in tree:
        if not path.startswith(("src/", "staff/src/", "tests/", "tools/", "templates/")):
            continue
        stem = PurePosixPath(path).name.split(".")[0]
        words = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", stem)
        if words and words[-1].lower() in VAGUE_NAMES:
            yield Problem(path, 1, f"'{stem}' says nothing; name the one concept")


def tests_beside_sources(tree):
    sources = {PurePosixPath(p).parent for p, _ in _cpp(tree) if ".test." not in p}
    for path in tree:
        if path.startswith("src/") and path.endswith(".test.cpp") and PurePosixPath(path).parent not in sources:
            yield Problem(path, 1, "stands beside no source")


def architecture_map(tree):
    path = "docs/ARCHITECTURE.md"
    if path not in tree:
        yield Problem(path, 1, "is missing; it holds the map of src/")
        return
    mapped, inside = {}, False
    for number, line in enumerate(tree[path].splitlines(), 1):
        if re.match(r"\S", line):
            inside = line.startswith("src/")
        elif inside and (m := re.match(r"  (\w+)/", line)):
            mapped[m.group(1)] = number
    existing = {p.split("/")[1] for p in tree if p.startswith("src/") and p.count("/") > 1}
    for folder in sorted(existing - mapped.keys()):
        yield Problem(path, 1, f"the map does not name src/{folder}")
    for folder in sorted(mapped.keys() - existing):
        yield Problem(path, mapped[folder], f"the map names src/{folder}, which is not there")


RULES = [arrows, domain_arrows, pure_domain, seams, headers, file_length, function_length, banned_calls, escaping_templates, machine_words,
         unfinished, switched_off_tests, waiting_in_tests, names, tests_beside_sources, architecture_map]
