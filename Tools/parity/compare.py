#!/usr/bin/env python3
"""Compares two files of `entente parse` lines, the first being spaCy's. Standard library only.

    compare.py GOLD PRED [--show N]                    agreement a field, then the kinds of differences
    compare.py GOLD PRED --check                     the agreement against the thresholds; exit 1 where one is missed

Agreement is counted as in shared/eval/score.py parity: fields over the tokens of documents that both tokenise alike.
One different decision early in a document moves all that hangs on it, so the differences are also counted by the first
one of each sentence: that is the line to look for a cause in.
"""
import argparse
import collections
import gzip
import json
import sys

FIELDS = ("tag", "pos", "morph", "lemma", "head", "dep", "sent_start")
TOKENISED, FIELD, ENTITIES = 0.999, 0.999, 0.998
# The order in which the pipeline decides: a later field may differ only because an earlier one does.
DECIDED = ("tag", "sent_start", "head", "dep", "pos", "morph", "lemma")


def rows(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", errors="surrogatepass", newline="\n") as lines:
        return [json.loads(line) for line in lines.read().split("\n") if line.strip()]


def shown(text):
    return json.dumps(text if len(text) <= 60 else text[:57] + "...", ensure_ascii=False).replace("|", "\\|")


def pieces(gold, pred):
    """The smallest stretches that begin and end alike in both tokenisations and differ inside."""
    i = j = 0
    while i < len(gold) or j < len(pred):
        if i < len(gold) and j < len(pred) and same_token(gold[i], pred[j]):
            i, j = i + 1, j + 1
            continue
        a, b = i, j
        while i < len(gold) or j < len(pred):
            here = gold[i]["start"] if i < len(gold) else 1 << 60
            there = pred[j]["start"] if j < len(pred) else 1 << 60
            if (i, j) != (a, b) and here == there and i < len(gold) and same_token(gold[i], pred[j]):
                break
            if here <= there:
                i += 1
            if there <= here:
                j += 1
        yield gold[a:i], pred[b:j]


def same_token(a, b):
    return a["text"] == b["text"] and a["start"] == b["start"]


def surface(tokens, start, end):
    return " ".join(t["text"] for t in tokens if t["start"] < end and t["end"] > start)


class Comparison:
    def __init__(self, gold, pred):
        self.documents = len(gold)
        self.missing = [g["id"] for g in gold if g["id"] not in pred]
        self.tokens = self.same = 0
        self.hits = collections.Counter()
        self.entities = [0, 0, 0]  # in both, in the prediction, in the gold
        self.tokenisation, self.first = collections.Counter(), collections.Counter()
        self.kinds = {f: collections.Counter() for f in FIELDS}
        self.entity_kinds = collections.Counter()
        self.different_documents = 0
        for g in gold:
            self.compare(g, pred.get(g["id"]) or {"tokens": [], "entities": []})

    def compare(self, gold, pred):
        g, p = gold["tokens"], pred["tokens"]
        self.tokens += len(g)
        if len(g) != len(p) or not all(map(same_token, g, p)):
            self.different_documents += 1
            for a, b in pieces(g, p):
                self.tokenisation[f"{' '.join(shown(t['text']) for t in a[:8])} → {' '.join(shown(t['text']) for t in b[:8])}"] += 1
            return
        self.same += len(g)
        different, open_sentence = False, True
        for i, (a, b) in enumerate(zip(g, p)):
            open_sentence = open_sentence or a["sent_start"]
            wrong = [f for f in DECIDED if a.get(f) != b.get(f)]
            self.hits.update(f for f in FIELDS if f not in wrong)
            if not wrong:
                continue
            different = True
            if open_sentence:
                open_sentence = False
                self.first[f"{wrong[0]}: {shown(a['text'])} {a[wrong[0]]} → {b.get(wrong[0])}"] += 1
            for f in wrong:
                if f == "head":
                    self.kinds[f][f"of a {a['dep']}, {'one' if abs(a['head'] - (b.get('head') or 0)) == 1 else 'more'} away"] += 1
                elif f == "lemma":
                    self.kinds[f][f"{shown(a['text'])} {a['tag']}: {shown(a[f])} → {shown(str(b.get(f)))}"] += 1
                else:
                    self.kinds[f][f"{a[f]} → {b.get(f)}"] += 1
        different |= self.compare_entities(gold, pred)
        self.different_documents += different

    def compare_entities(self, gold, pred):
        a, b = ({(e["start"], e["end"], e["label"]) for e in d.get("entities", [])} for d in (gold, pred))
        for total, more in enumerate((len(a & b), len(b), len(a))):
            self.entities[total] += more
        spans = {(s, e): label for s, e, label in b}
        lost, extra = sorted(a - b), sorted(b - a)
        for s, e, label in lost:
            text = shown(surface(gold["tokens"], s, e))
            if (s, e) in spans:
                self.entity_kinds[f"label: {text} {label} → {spans[s, e]}"] += 1
            elif near := [x for x in extra if x[0] < e and x[1] > s]:
                self.entity_kinds[f"extent: {text} → {shown(surface(gold['tokens'], near[0][0], near[0][1]))} ({label} → {near[0][2]})"] += 1
            else:
                self.entity_kinds[f"only spaCy: {text} {label}"] += 1
        for s, e, label in extra:
            if not any(x[0] < e and x[1] > s for x in lost):
                self.entity_kinds[f"only entente: {shown(surface(gold['tokens'], s, e))} {label}"] += 1
        return bool(lost or extra)

    def agreement(self):
        """(what, agreement, threshold), in the order of the pipeline."""
        both, predicted, wanted = self.entities
        f1 = 2 * both / (predicted + wanted) if predicted + wanted else 1.0
        yield "documents answered", 1 - len(self.missing) / self.documents, 1.0
        yield "tokens in documents tokenised alike", self.same / self.tokens if self.tokens else 1.0, TOKENISED
        for f in FIELDS:
            yield f, self.hits[f] / self.same if self.same else 0.0, FIELD
        yield "entities (F1)", f1, ENTITIES


def table(comparison):
    print(f"{comparison.documents} documents, {comparison.tokens} tokens; {comparison.different_documents} documents differ somewhere.\n")
    print("| field | agreement | wanted |\n|---|---|---|")
    for what, value, threshold in comparison.agreement():
        print(f"| {what} | {100 * value:.4f} % | {100 * threshold:.1f} % |")


def differences(comparison, show):
    parts = [("tokenisation", comparison.tokenisation), ("first difference of a sentence", comparison.first)]
    parts += list(comparison.kinds.items()) + [("entities", comparison.entity_kinds)]
    for name, kinds in parts:
        if kinds:
            print(f"\n{name}: {sum(kinds.values())} differences of {len(kinds)} kinds\n")
            for kind, count in kinds.most_common(show):
                print(f"- {count} × {kind}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold")
    options.add_argument("pred")
    options.add_argument("--check", action="store_true", help="compare with the thresholds")
    options.add_argument("--show", type=int, default=12, help="kinds of differences shown a field (12)")
    options = options.parse_args()
    gold = rows(options.gold)
    if not gold:
        sys.exit(f"compare.py: {options.gold} holds no documents")
    comparison = Comparison(gold, {p["id"]: p for p in rows(options.pred)})
    table(comparison)
    failed = [what for what, value, threshold in comparison.agreement() if value < threshold]
    if not options.check or failed:
        differences(comparison, options.show)
    if options.check:
        total = len(list(comparison.agreement()))
        print(f"\nparity: {total - len(failed)} passed, {len(failed)} failed")
        if failed:
            sys.exit(1)


if __name__ == "__main__":
    main()
