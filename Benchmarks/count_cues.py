#!/usr/bin/env python3
"""Counts which words are cues in annotated articles: writes `rules/english-cues.yaml`.

    hearsay-bench --cues GOLD/text > cues.jsonl
    python3 count_cues.py --cues cues.jsonl --gold GOLD --out rules/english-cues.yaml
    python3 count_cues.py --cues cues.jsonl --gold GOLD --folds 5 --out FOLDER

GOLD is a folder with `gold.jsonl` and `text/`, as the exporter of the practice sets writes it. With
`--folds`, FOLDER gets one rules file a fold, counted on the articles of all others, and `folds.tsv`
with the fold of every article, so that no article is scored with tables that were counted on it.

A candidate is a verb group, passive, or adjective after a copula that Hearsay looks at. It is a cue
when a cue of the gold touches it. One that stands in the content of another attribution says nothing
and is left out, unless Hearsay does not see that attribution.
"""

import argparse
import collections
import json
import math
import os
import sys
import textwrap
import zlib

SMOOTHING = 4  # as `speech.smoothing` in the rules
PRIOR = 0.75  # how many cases at even odds a factor leans on
LEAST = 2  # articles, and sightings of a frame, below which a word is left to its class
KINDS = ("verb", "passive", "adjective", "noun")
HEAD = """\
# Counted by Benchmarks/count_cues.py on articles with annotated attributions; do not edit by hand:
#   hearsay-bench --cues GOLD/text > cues.jsonl
#   Benchmarks/count_cues.py --cues cues.jsonl --gold GOLD --out rules/english-cues.yaml
# `that: 12/3` is: before `that`, 12 times a cue and 3 times not. english.yaml is laid over this file.
hearsay: 1
language: en
"""


def fold_of(name, folds):
    """The same on every machine: by the name of the article without its ending."""
    return zlib.crc32(os.path.splitext(name)[0].encode()) % folds


# ------------------------------------------------------------------------------------- reading


def read_gold(folder):
    """Per article the byte ranges of its cues and of their contents."""
    cues, contents = collections.defaultdict(list), collections.defaultdict(list)
    with open(os.path.join(folder, "gold.jsonl"), encoding="utf-8") as handle:
        for line in handle:
            record = json.loads(line)
            if record["cue"]:
                cues[record["file"]].append((record["cue"]["start"], record["cue"]["end"]))
            for piece in record["content"]:
                contents[record["file"]].append((piece["start"], piece["end"]))
    return cues, contents


def read_candidates(path, gold):
    """The candidates that count, each with `yes`."""
    cues, contents = read_gold(gold)
    texts = set(os.listdir(os.path.join(gold, "text")))
    with open(path, encoding="utf-8") as handle:
        candidates = [one for one in map(json.loads, handle) if one["file"] in texts]
    for one in candidates:
        one["touched"] = {(a, b) for a, b in cues[one["file"]] if a < one["end"] and one["start"] < b}
    verbs = {(one["file"], cue) for one in candidates if one["kind"] != "noun" for cue in one["touched"]}
    found = []
    for one in candidates:
        one["yes"] = bool(one["touched"])
        if one["kind"] == "noun":
            # `raised questions about` is a cue of its verb.
            own = any((one["file"], cue) not in verbs for cue in one["touched"])
            if one["yes"] and not own and not one["free"]:
                continue
            one["yes"] = own
        pieces = contents[one["file"]]
        inside = any(a <= one["start"] and one["end"] <= b for a, b in pieces)
        if one["yes"] or one["free"] or not inside:
            found.append(one)
    return found


# ------------------------------------------------------------------------------------ counting


class Count:
    """Yes and no."""

    __slots__ = ("yes", "no")

    def __init__(self):
        self.yes = self.no = 0

    def add(self, yes):
        self.yes += yes
        self.no += not yes

    def all(self):
        return self.yes + self.no

    def share(self, chance, weight=SMOOTHING):
        return (self.yes + weight * chance) / max(1e-6, self.all() + weight)

    def __str__(self):
        return f"{self.yes}/{self.no}"


class Counts:
    """Counts of one kind by frame, class and word: what CueCounts in Hearsay computes with."""

    def __init__(self, candidates):
        new = lambda: collections.defaultdict(Count)
        self.frames, self.classes, self.words = new(), new(), new()
        self.class_frames = collections.defaultdict(new)
        self.word_frames = collections.defaultdict(new)
        self.class_of = {}
        articles = collections.defaultdict(set)
        for one in candidates:
            yes, frame, name, word = one["yes"], one["frame"], one["cueClass"], one["word"]
            self.frames[frame].add(yes)
            self.classes[name].add(yes)
            self.class_frames[name][frame].add(yes)
            self.words[word].add(yes)
            self.word_frames[word][frame].add(yes)
            self.class_of[word] = name
            articles[word].add(one["file"])
        self.prune(articles)
        self.compare()

    def prune(self, articles):
        """Leaves out what was seen too seldom to mean something."""
        for word in [word for word, names in articles.items() if len(names) < LEAST]:
            del self.words[word], self.word_frames[word]
        for frames in self.word_frames.values():
            for frame in [f for f, count in frames.items() if count.all() < LEAST]:
                del frames[frame]

    def compare(self):
        """How the odds of each class differ from those of its frames, and of each word from those
        of its class."""
        total = Count()
        for count in self.frames.values():
            total.yes += count.yes
            total.no += count.no
        self.share = total.share(0.2, 1)
        self.class_factor, self.class_share, self.word_factor = {}, {}, {}
        for name, count in self.classes.items():
            expected = self.expected(count, self.class_frames[name], self.share, self.frame_share)
            self.class_factor[name] = ratio(count, expected)
            self.class_share[name] = count.share(expected)
        for word, count in self.words.items():
            name = self.class_of[word]
            share = lambda frame, name=name: self.class_frame_share(name, frame)
            expected = self.expected(count, self.word_frames[word], self.class_share[name], share)
            self.word_factor[word] = ratio(count, expected)

    def expected(self, count, frames, rest, share):
        listed = sum(one.all() for one in frames.values())
        total = sum(one.all() * share(frame) for frame, one in frames.items())
        total += max(0, count.all() - listed) * rest
        return total / max(count.all(), listed)

    def frame_share(self, frame):
        return self.frames.get(frame, Count()).share(self.share)

    def class_frame_share(self, name, frame):
        base = changed(self.frame_share(frame), self.class_factor.get(name, 1))
        own = self.class_frames.get(name, {}).get(frame, Count())
        return own.share(base)

    def chance(self, one):
        base = self.class_frame_share(one["cueClass"], one["frame"])
        if one["word"] in self.words:
            base = changed(base, self.word_factor[one["word"]])
            own = self.word_frames[one["word"]].get(one["frame"])
            if own:
                base = own.share(base)
        return min(0.995, max(0.002, base))


def ratio(count, expected):
    share = count.share(expected)
    return share / (1 - share) * (1 - expected) / max(1e-6, expected)


def changed(chance, factor):
    odds = chance / max(1e-6, 1 - chance) * factor
    return odds / (1 + odds)


# ------------------------------------------------------------------------------------ evidence


def factors(candidates, inner=5, rounds=10):
    """What each piece of evidence does to the odds, beside all others.

    The chances by counts come from other articles than the candidate's own, as they do when Hearsay
    reads. Then each factor in turn is set so that as many candidates with that evidence are cues as
    the odds say, until none moves any more.
    """
    places = [fold_of(one["file"] + "inner.txt", inner) for one in candidates]
    odds = [0.0] * len(candidates)
    for fold in range(inner):
        tables = count([c for c, place in zip(candidates, places) if place != fold])
        for row, one in enumerate(candidates):
            if places[row] == fold:
                chance = tables[one["kind"]].chance(one)
                odds[row] = math.log(chance / (1 - chance))
    rows = collections.defaultdict(list)
    for row, one in enumerate(candidates):
        for name in one["evidence"]:
            rows[name].append(row)
    weights = dict.fromkeys(sorted(rows), 0.0)
    for _ in range(rounds):
        for name in weights:
            missing = weight = 0.0
            for row in rows[name]:
                chance = 1 / (1 + math.exp(-odds[row]))
                missing += candidates[row]["yes"] - chance
                weight += chance * (1 - chance)
            step = (missing - PRIOR * weights[name]) / (weight + PRIOR)
            step = max(-1.0, min(1.0, step))
            weights[name] += step
            for row in rows[name]:
                odds[row] += step
    return {name: math.exp(weight) for name, weight in weights.items()}


# ------------------------------------------------------------------------------------- writing


def count(candidates):
    return {kind: Counts([c for c in candidates if c["kind"] == kind]) for kind in KINDS}


def key(word):
    plain = word.replace("-", "").isalpha() and word.isascii() and word[0] != "-"
    return word if plain and word not in ("on", "off", "yes", "no", "y", "n") else json.dumps(word)


def by_size(counts):
    return sorted(counts, key=lambda name: (-counts[name].all(), name))


def counted(total, frames):
    if not frames:
        return str(total)
    rows = [f"{key(frame)}: {frames[frame]}" for frame in by_size(frames)]
    return "{" + ", ".join([f"all: {total}", *rows]) + "}"


def flow(entries, indent):
    text = ", ".join(entries) + "}"
    pad = " " * indent
    return textwrap.fill(
        text, 100, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False, break_long_words=False
    )


def written(tables, weights, head):
    lines = [head + "speech:", "  counted:"]
    for kind in KINDS:
        one = tables[kind]
        lines += [f"    {kind}s:", "      frames: {"]
        lines.append(flow([f"{key(f)}: {one.frames[f]}" for f in by_size(one.frames)], 8))
        lines.append("      classes: {")
        rows = [f"{n}: {counted(one.classes[n], one.class_frames[n])}" for n in by_size(one.classes)]
        lines += [flow(rows, 8), "      words: {"]
        rows = [f"{key(w)}: {counted(one.words[w], one.word_frames[w])}" for w in by_size(one.words)]
        lines.append(flow(rows, 8))
    lines.append("  # By how much what stands around a cue changes its odds.")
    lines.append("  weights: {")
    lines.append(flow([f"{name}: {weights[name]:.2f}" for name in sorted(weights)], 4))
    return "\n".join(lines) + "\n"


def write(path, candidates, head=HEAD):
    with open(path, "w", encoding="utf-8") as handle:
        handle.write(written(count(candidates), factors(candidates), head))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--cues", required=True, help="what hearsay-bench --cues printed")
    parser.add_argument("--gold", required=True, help="folder with text/ and gold.jsonl")
    parser.add_argument("--out", required=True, help="a rules file, or with --folds a folder")
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    candidates = read_candidates(arguments.cues, arguments.gold)
    if not candidates:
        sys.exit("count_cues: no candidates of these articles")
    if not arguments.folds:
        write(arguments.out, candidates)
        return
    write_folds(arguments.out, candidates, arguments.gold, arguments.folds)


def write_folds(folder, candidates, gold, folds):
    os.makedirs(folder, exist_ok=True)
    over = "hearsay: 1\nlanguage: en\nextends: english\nremove: [speech.counted, speech.weights]\n"
    for fold in range(folds):
        rest = [one for one in candidates if fold_of(one["file"], folds) != fold]
        write(os.path.join(folder, f"fold-{fold}.yaml"), rest, over)
    with open(os.path.join(folder, "folds.tsv"), "w", encoding="utf-8") as handle:
        for name in sorted(os.listdir(os.path.join(gold, "text"))):
            handle.write(f"{name}\t{fold_of(name, folds)}\n")


if __name__ == "__main__":
    main()
