"""Asks Hearsay about the stories of a practice set and writes its answers as their scorer reads them."""

import json
import os
import subprocess


def number(value):
    """7 for 7.0, and 2.36 as it is."""
    return str(int(value)) if value == int(value) else repr(value)


def value(row):
    """The number of a figure row with its bound, as `score.py` writes them: >=7, ~40, 10-12, 2.36%."""
    if row.get("vague"):
        return row["vague"]
    stated, low, high = (row.get(key) for key in ("stated", "low", "high"))
    unit = "%" if row.get("kind") == "percent" else ""
    if row.get("kind") == "measure" and row.get("unit"):
        unit = " " + row["unit"]
    if stated is None and None not in (low, high) and low != high:
        return f"{number(low)}-{number(high)}{unit}"
    shown = next((x for x in (stated, low, high) if x is not None), None)
    if shown is None:
        return "?"
    if row.get("approximate"):  # nearly 50 ends at what is stated, about 50 goes on
        bound = "<" if high == stated else "~"
    elif low is None:
        bound = "<" if row.get("highOpen") else "<="
    elif high is None:
        bound = ">" if row.get("lowOpen") else ">="
    else:
        bound = ""
    return bound + number(shown) + unit


def origin(row, otherwise):
    """The last link of the chain; a chain of one is the article itself."""
    chain = row.get("chain") or []
    return chain[-1] if len(chain) > 1 else otherwise


def file_name(row):
    return os.path.basename(row["file"])


def sources(rows):
    """Who said it, article by article."""
    return [
        {"file": file_name(row), "source": origin(row, row.get("speaker") or "unattributed")}
        for row in rows
        if row.get("row") in ("figure", "statement")
    ]


def comparison(rows):
    """The figures of `compare`, and which of them conflict or replace one another."""
    figures = {row["claim"]: row for row in rows if row.get("row") == "figure"}
    found = {"figures": [], "conflicts": [], "supersedes": []}
    for row in figures.values():
        if row.get("main", True):
            found["figures"].append(
                {
                    "file": file_name(row),
                    "value": value(row),
                    "origin": origin(row, "unattributed"),
                }
            )
    for row in rows:
        ends = [figures.get(row.get(end)) for end in ("from", "to")]
        if row.get("row") != "relation" or None in ends:
            continue
        pair = [value(end) for end in ends]
        if "onflict" in (row.get("verdict") or ""):
            found["conflicts"].append(pair)
        if row.get("relation") == "supersedes":
            found["supersedes"].append(pair)
    return found


def ask(hearsay, folder, command):
    """The rows of one answer."""
    done = subprocess.run([hearsay, folder, "-c", command], capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def answer(hearsay, folder, check):
    """What Hearsay says to one check of the gold."""
    if "answers" in check:
        words = check["ask"].removeprefix("who said ")
        rows = ask(hearsay, folder, f'who said "{words}" as jsonl')
        return {"ask": check["ask"], "answers": sources(rows)}
    return {"ask": check["ask"], **comparison(ask(hearsay, folder, check["ask"] + " as jsonl"))}


def write_answers(hearsay, stories, out):
    """One file a story, beside each other in `out`."""
    os.makedirs(out, exist_ok=True)
    for story in sorted(os.listdir(stories)):
        gold = os.path.join(stories, story, "gold.json")
        if not os.path.exists(gold):
            continue
        with open(gold, encoding="utf-8") as handle:
            checks = json.load(handle)["checks"]
        folder = os.path.join(stories, story)
        answers = [answer(hearsay, folder, check) for check in checks]
        with open(os.path.join(out, story + ".json"), "w", encoding="utf-8") as handle:
            json.dump({"checks": answers}, handle)
