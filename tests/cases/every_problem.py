"""Every text given to problem( or problem_hint( in the source must be seen in some case here.

Each is made a pattern (%s, %d, ... stand for anything in the line) that must match a whole problem, or
a whole hint, in some NAME.txt. A text that is not written out where it is given is only mentioned.
Prints TAP.
"""
import os
import re
import sys

TOP = os.environ.get("TOP", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HERE = os.path.join(TOP, "tests", "cases")
CALL = re.compile(r"\b(problem|problem_hint)\(")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
CONVERSION = re.compile(r"%(?:%|[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j|t)?[diouxXeEfFgGcs])")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'"}


def sources():
    for room in ("engine", "models"):
        for folder, _, files in os.walk(os.path.join(TOP, room)):
            for file in sorted(files):
                if file.endswith((".c", ".h")):
                    yield os.path.join(folder, file)


def arguments(text, start):
    """The arguments of a call, split at its own commas; start is just after its bracket."""
    parts, depth, begin, i = [], 0, start, start
    while i < len(text):
        c = text[i]
        if c in "\"'":
            end = i + 1
            while text[end] != c:
                end += 2 if text[end] == "\\" else 1
            i = end
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                break
            depth -= 1
        elif c == "," and depth == 0:
            parts.append(text[begin:i])
            begin = i + 1
        i += 1
    return [part.strip() for part in parts + [text[begin:i]]]


def unescape(literal):
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[0]), literal)


def texts_in(argument):
    """The alternatives that an argument made of literals may be: one, or two of a ? b : c."""
    branches = re.split(r"[?:](?=\s*\")", argument) if "?" in LITERAL.sub("", argument) else [argument]
    found = []
    for branch in branches:
        pieces = LITERAL.findall(branch)
        if pieces:
            found.append(unescape("".join(pieces)))
    return found


def calls():
    """(where, "problem" or "hint", text or None) for each call; declarations are no calls."""
    for path in sources():
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m[0]), file.read(), flags=re.DOTALL)
        for match in CALL.finditer(text):
            args = arguments(text, match.end())
            which = 2 if match[1] == "problem" else 1
            if args[0].startswith("struct problems") or len(args) <= which:
                continue
            where = f"{os.path.relpath(path, TOP)}:{text.count(chr(10), 0, match.start()) + 1}"
            texts = texts_in(args[which])
            for each in texts or [None]:
                yield where, match[1].removeprefix("problem_"), each


def pattern(kind, text):
    """A whole problem follows its place; a whole hint follows the caret, or stands on a line of its own."""
    parts, last = [r"^(?:.*: )?" if kind == "problem" else r"(?:\^~* |^    )"], 0
    for match in CONVERSION.finditer(text):
        parts.append(re.escape(text[last:match.start()]))
        parts.append("%" if match[0] == "%%" else ".*")
        last = match.end()
    return re.compile("".join(parts + [re.escape(text[last:]), "$"]), re.MULTILINE)


def bare(text):
    """Nothing but conversions and punctuation: its texts come from elsewhere."""
    return not re.search(r"[A-Za-z]", CONVERSION.sub("", text))


def main():
    said = []
    for folder in (HERE, os.path.join(HERE, "plans")):
        for file in sorted(os.listdir(folder)):
            if file.endswith(".txt"):
                with open(os.path.join(folder, file), encoding="utf-8") as text:
                    said.append(text.read())
    said = "\n".join(said)
    seen, failed = {}, 0
    for where, kind, text in calls():
        if text is None or bare(text):
            print(f"# {where}: its text is not written out there")
        else:
            seen.setdefault((kind, text), []).append(where)
    print(f"1..{max(len(seen), 1)}")
    for number, ((kind, text), where) in enumerate(seen.items(), 1):
        good = pattern(kind, text).search(said) is not None
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} - {kind} {text!r} in {', '.join(where)}")
    if not seen:
        print("not ok 1 - no problem( was found in the source")
        failed = 1
    return 1 if failed else 0


sys.exit(main())
