#!/usr/bin/env python3
"""Runs the practice sets and prints every figure beside the recorded one and the best peer.

`script/accuracy` calls it. The scorers belong to the sets; here is only what joins them.
"""

import argparse
import datetime
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

import story_answers

HERE = os.path.dirname(os.path.abspath(__file__))
COUNT = os.path.join(HERE, "count_cues.py")
RECORD = os.path.join(HERE, "recorded-accuracy.json")
MARGIN = 0.3  # per cent; a figure may be that much worse before the run fails
LESS_IS_BETTER = ("traps put out", "spurious per 100")


class Trouble(Exception):
    """A scorer or Hearsay itself did not do its work."""


def run(command, out=None):
    """What a command prints; `out` is a file to print to instead."""
    if out is None:
        done = subprocess.run(command, capture_output=True, text=True)
    else:
        with open(out, "w", encoding="utf-8") as handle:
            done = subprocess.run(command, stdout=handle, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise Trouble(f"{os.path.basename(command[0])} {command[1]}: {done.stderr.strip()[-300:]}")
    return done.stdout


def python(script, *arguments, out=None):
    return run([sys.executable, "-B", script, *arguments], out)


def load(path):
    with open(path, encoding="utf-8") as handle:
        return json.load(handle)


def told(key):
    """Of phrases in rare forms ("exotic") only the sum is worth a row."""
    return key != "seconds" and ("exotic" not in key or key.startswith("ALL"))


def plain(key):
    """A scorer's key in words: `value F1` for `value_f1`."""
    return key.replace("_f1", " F1").replace("_", " ").replace("/core", "").replace("/exotic", ", rare")


class Measures:
    """Each method gives {set: {figure: per cent}} of what is at hand."""

    def __init__(self, hearsay, bench, sets, scratch):
        self.hearsay, self.bench, self.sets, self.scratch = hearsay, bench, sets, scratch

    def at(self, *parts):
        return os.path.join(self.sets, *parts)

    def new(self, name):
        return os.path.join(self.scratch, name)

    def times_and_quantities(self, data=None, only=()):
        """Times, and where they are annotated quantities, of every set below `data`."""
        report = self.new("time-number.json")
        command = f"{shlex.quote(self.hearsay)} extract --format jsonl --manifest {{dates}} {{files}}"
        python(
            self.at("time-number", "evaluate.py"),
            *("--data", data or self.at("time-number", "dev"), "--cmd", command, "--json", report),
            *(word for name in only for word in ("--only", name)),
        )
        return {
            name: {plain(key): 100 * found[key] for key in sorted(found) if told(key)}
            for name, found in load(report).items()
        }

    def sentences(self):
        """Sentence borders on articles, and short cases that each test one rule."""
        cases, out, report = self.at("text", "dev", "segment"), self.new("segment"), self.new("s.json")
        command = f"{shlex.quote(self.hearsay)} segment {{}}"
        tool, scorer = self.at("text", "run_tool.py"), self.at("text", "score_segment.py")
        python(tool, "segment", "--cmd", command, "--cases", cases, "--out", out)
        predictions = os.path.join(out, "pred.jsonl"), os.path.join(out, "golden.jsonl")
        python(scorer, cases, "--pred", predictions[0], "--golden-pred", predictions[1], "--json", report)
        found, figures = load(report), {}
        groups = {"news": ("gum-news", "gum-interview", "pud-news"), "web": ("ewt-news", "ewt-blog")}
        for group, names in groups.items():
            part = self.new(f"{group}.json")
            python(scorer, cases, "--pred", predictions[0], "--sets", ",".join(names), "--json", part)
            every = load(part)["ALL"]
            for what in ("sentence", "inner"):
                figures[f"{group} {what} F1"] = 100 * every[what]["f1"]
        for name, row in found.items():
            if name.startswith("rules-"):
                figures["cases " + name.removeprefix("rules-")] = 100 * row["passed"] / row["of"]
        return {"segment": figures}

    def attributions(self, gold, name):
        """Who said what, against annotated articles."""
        texts = os.path.join(gold, "text")
        files = [os.path.join(texts, file) for file in sorted(os.listdir(texts))]
        predictions = self.new(name + ".jsonl")
        run([self.hearsay, "extract", "--format", "jsonl", *files], predictions)
        return self.scored_attributions(gold, name, predictions)

    def attributions_by_folds(self, gold, name, folds=5):
        """The same, by both profiles, on the articles that the tables of cues were counted on: each
        article is read with tables counted on the others, else they would know it already."""
        texts, cues, tables = os.path.join(gold, "text"), self.new("cues.jsonl"), self.new("folds")
        run([self.bench, "--cues", texts], cues)
        python(COUNT, "--cues", cues, "--gold", gold, "--folds", str(folds), "--out", tables)
        with open(os.path.join(tables, "folds.tsv"), encoding="utf-8") as handle:
            fold_of = dict(line.rstrip("\n").split("\t") for line in handle)
        strict = self.attributions_of_folds(gold, name, tables, fold_of, folds, "strict")
        wide = name.removesuffix("-dev") + ", wide"
        return strict | self.attributions_of_folds(gold, wide, tables, fold_of, folds, "wide")

    def attributions_of_folds(self, gold, name, tables, fold_of, folds, profile):
        texts = os.path.join(gold, "text")
        predictions = self.new(name + ".jsonl")
        for fold in range(folds):
            files = [os.path.join(texts, file) for file in sorted(fold_of) if fold_of[file] == str(fold)]
            if not files:
                continue
            rules, part = os.path.join(tables, f"fold-{fold}.yaml"), self.new("part.jsonl")
            options = ["--rules", rules, "--profile", profile, "--format", "jsonl"]
            run([self.hearsay, "extract", *options, *files], part)
            with open(part, "rb") as found, open(predictions, "ab") as together:
                together.write(found.read())
        return self.scored_attributions(gold, name, predictions)

    def scored_attributions(self, gold, name, predictions):
        report = self.new(name + ".json")
        scorer = self.at("attribution", "score.py")
        python(scorer, "--gold", gold, "--pred", predictions, "--json", report)
        wanted = {
            "source + content F1": "ATTRIBUTIONS | source + content, lenient",
            "statements F1": "ATTRIBUTIONS | statements only, lenient",
            "direct, speaker right": "DIRECT QUOTES | direct: speaker right, of all",
            "direct + mixed, speaker right": "DIRECT QUOTES | direct+mixed: speaker right, of all",
            "source exact F1": "SPANS | source exact",
            "cue exact F1": "SPANS | cue exact",
            "content exact F1": "SPANS | content exact",
        }
        found = load(report)["figures"]
        last = lambda score: score[-1] if isinstance(score, list) else score
        return {name: {title: last(found[key]) for title, key in wanted.items()}}

    def reuse(self):
        """Text that articles share, and from whom each copy was taken."""
        cases, out, report = self.at("text", "dev", "reuse"), self.new("reuse.jsonl"), self.new("reuse.json")
        tool, scorer = self.at("text", "run_tool.py"), self.at("text", "score_reuse.py")
        command = f"{shlex.quote(self.hearsay)} reuse {{}}"
        python(tool, "reuse", "--cmd", command, "--cases", cases, "--out", out)
        python(scorer, cases, "--pred", out, "--json", report)
        found = load(report)
        figures = {
            "pairs F1": found["pair"]["f1"],
            "copies F1": found["copy"]["f1"],
            "clusters of copies, ARI": found["copy"]["ari"],
            "passages, plagdet": found["passage"]["plagdet"],
            "source named": found["source"]["correct"] / found["source"]["gold"],
        }
        return {"reuse": {title: 100 * figure for title, figure in figures.items()}}

    def stories(self, gold, key):
        """Several articles about one story: figures, conflicts, who said it."""
        out = self.new(key.replace(" ", "-"))
        story_answers.write_answers(self.hearsay, gold, out)
        printed = python(self.at("story", "score.py"), gold, out)
        wanted = {
            "figures found": r"found ([\d.]+)%",
            "with bound": r"with bound ([\d.]+)%",
            "with origin": r"with origin ([\d.]+)%",
            "traps put out": r"traps put out ([\d.]+)%",
            "spurious per 100": r"spurious per gold figure ([\d.]+)",
            "conflicts F1": r"conflicts F1 ([\d.]+)%",
            "supersedes F1": r"supersedes F1 ([\d.]+)%",
            "who said, source": r"source ([\d.]+)% of",
        }
        figures = {}
        for title, pattern in wanted.items():
            match = re.search(pattern, printed[printed.index("ALL figures") :])
            if not match:
                raise Trouble(f"story/score.py printed no '{title}'")
            figures[title] = float(match[1]) * (100 if title == "spurious per 100" else 1)
        return {key: figures}


def measure(arguments, scratch):
    """Everything that is at hand; what could not be run is told and fails."""
    measures = Measures(arguments.hearsay, arguments.bench, arguments.sets, scratch)
    have = lambda *parts: os.path.exists(measures.at(*parts))
    steps = []
    if have("time-number", "dev"):
        steps.append(measures.times_and_quantities)
    if arguments.tbaq:
        # The folder itself or the one it was exported into.
        parent, name = os.path.split(arguments.tbaq.rstrip("/"))
        if os.path.isdir(os.path.join(arguments.tbaq, "tbaq-dev")):
            parent, name = arguments.tbaq, "tbaq-dev"
        steps.append(lambda: measures.times_and_quantities(parent, (name,)))
    if have("text", "dev", "segment"):
        steps.append(measures.sentences)
    if have("text", "dev", "reuse"):
        steps.append(measures.reuse)
    if have("attribution", "dev", "gum-news"):
        gum = measures.at("attribution", "dev", "gum-news")
        steps.append(lambda: measures.attributions(gum, "gum-news"))
    if arguments.polnear:
        steps.append(lambda: measures.attributions_by_folds(arguments.polnear, "polnear-dev"))
    if have("story", "dev"):
        steps.append(lambda: measures.stories(measures.at("story", "dev"), "story"))
        for name in ("first", "second", "third", "fourth"):
            own = os.path.join(HERE, "stories", name)
            steps.append(lambda own=own, name=name: measures.stories(own, f"invented stories, {name} set"))
    found, troubles = {}, []
    for step in steps:
        try:
            found.update(step())
        except (Trouble, OSError, ValueError, KeyError) as error:
            troubles.append(f"{type(error).__name__}: {error}")
    return found, troubles


def worse_by(figure, now, recorded):
    return now - recorded if figure in LESS_IS_BETTER else recorded - now


def report(found, record):
    """Prints the table; gives the figures that fell."""
    fallen = []
    row = "{:<28}{:<32}{:>8}{:>10}{:>8}  {}".format
    print(row("set", "figure", "now", "recorded", "peer", "").rstrip())
    for name in sorted(found):
        known = record.get(name, {})
        for figure in [*found[name], *(x for x in known.get("figures", {}) if x not in found[name])]:
            now, old = found[name].get(figure), known.get("figures", {}).get(figure)
            peer = known.get("peers", {}).get(figure)
            fell = old is not None and (now is None or worse_by(figure, now, old) > MARGIN)
            if fell:
                fallen.append(f"{name} {figure}")
            shown = ["-" if x is None else f"{x:.1f}" for x in (now, old, peer)]
            print(row(name, figure, *shown, "FELL" if fell else "").rstrip())
    return fallen


def write_record(found, record):
    """Keeps the peers and the sets that were not at hand."""
    for name, figures in found.items():
        old = record.get(name, {})
        record[name] = {
            "recorded": datetime.date.today().isoformat(),
            "figures": {figure: round(score, 4) for figure, score in figures.items()},
            **{key: old[key] for key in ("peer", "peers") if key in old},
        }
    with open(RECORD, "w", encoding="utf-8") as handle:
        json.dump(dict(sorted(record.items())), handle, indent=1, ensure_ascii=False)
        handle.write("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hearsay")
    parser.add_argument("bench")
    parser.add_argument("sets")
    parser.add_argument("--tbaq", help="folder with docs/, dates.tsv and gold.jsonl")
    parser.add_argument("--polnear", help="folder with text/ and gold.jsonl")
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args()
    record = load(RECORD) if os.path.exists(RECORD) else {}
    with tempfile.TemporaryDirectory() as scratch:
        found, troubles = measure(arguments, scratch)
    fallen = report(found, record)
    for trouble in troubles:
        print(f"script/accuracy: not measured: {trouble}", file=sys.stderr)
    if not found and not troubles:
        print(f"script/accuracy: no practice set in {arguments.sets}, so nothing is measured")
    if arguments.record and not troubles:
        write_record(found, record)
        return 0
    if fallen:
        print(f"script/accuracy: more than {MARGIN} worse than recorded: " + ", ".join(fallen))
    return 1 if fallen or troubles else 0


if __name__ == "__main__":
    sys.exit(main())
