"""What tidy needs to know of C++ text: code without comments and literals, includes, how long functions are."""

import re

_TOKEN = re.compile(
    r'//[^\n]*'
    r'|/\*.*?\*/'
    r'|R"(?P<d>[^ ()\\\t\n]{0,16})\(.*?\)(?P=d)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'",
    re.S,
)
_INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def code_only(text):
    """The text with comments and literals blanked; lines keep their numbers."""
    return _TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def includes(text):
    """(line, is_system, path) of each include."""
    for m in _INCLUDE.finditer(text):
        yield text.count("\n", 0, m.start(2)) + 1, m.group(1) == "<", m.group(2)


def functions(text):
    """(first line, length in lines) of each function body, lambdas and tests included. A brace opens a function where
    what stands before it, since the last `;`, brace or preprocessor line, has parameters and assigns nothing."""
    code = re.sub(r"^\s*#.*$", "", code_only(text), flags=re.M)
    open_braces = []
    line, head, head_line = 1, "", 1
    for c in code:
        if c == "\n":
            line += 1
        if c == "{":
            open_braces.append((head, head_line))
        elif c == "}" and open_braces:
            opened, first = open_braces.pop()
            if _is_function(opened):
                yield first, line - first + 1
        if c in "{};":
            head = ""
        else:
            if not head.strip():
                head, head_line = "", line
            head += c


def _is_function(head):
    head = " ".join(head.split())
    if "(" not in head or re.match(r"(if|for|while|switch|namespace|struct|class|enum|union)\b", head):
        return False
    lambda_start = re.search(r"\[[^\[\]]*\]\s*(\(|mutable|->|$)", head)
    return lambda_start is not None or not re.search(r"(?<![=!<>])=(?!=)|\breturn\b", head.replace("operator=", ""))
