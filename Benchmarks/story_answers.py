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


def ask(hearsay, folder, commands):
    """The rows of the answers to several commands, in one run: the echo of each begins its answer."""
    script = "".join(command + "\n" for command in commands)
    done = subprocess.run(
        [hearsay, folder, "-f", "/dev/stdin", "--echo", "--keep-going"],
        input=script,
        capture_output=True,
        text=True,
    )
    answers = []
    for line in done.stdout.splitlines():
        if line.startswith("hearsay> "):
            answers.append([])
        elif line.startswith("{") and answers:
            answers[-1].append(json.loads(line))
    if len(answers) != len(commands):
        raise RuntimeError(f"{folder}: {len(answers)} answers to {len(commands)} commands\n{done.stderr}")
    return answers


def command(check):
    """What one types for a check of the gold."""
    if "answers" in check:
        words = check["ask"].removeprefix("who said ")
        return f'who said "{words}" as jsonl'
    return check["ask"] + " as jsonl"


def answers(hearsay, folder, checks):
    """What Hearsay says to the checks of the gold of one story."""
    found = []
    for check, rows in zip(checks, ask(hearsay, folder, [command(check) for check in checks])):
        if "answers" in check:
            found.append({"ask": check["ask"], "answers": sources(rows)})
        else:
            found.append({"ask": check["ask"], **comparison(rows)})
    return found


def write_answers(hearsay, stories, out):
    """One file a story, beside each other in `out`."""
    os.makedirs(out, exist_ok=True)
    for story in sorted(os.listdir(stories)):
        gold = os.path.join(stories, story, "gold.json")
        if not os.path.exists(gold):
            continue
        with open(gold, encoding="utf-8") as handle:
            checks = json.load(handle)["checks"]
        found = answers(hearsay, os.path.join(stories, story), checks)
        with open(os.path.join(out, story + ".json"), "w", encoding="utf-8") as handle:
            json.dump({"checks": found}, handle)
