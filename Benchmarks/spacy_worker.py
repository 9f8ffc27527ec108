#!/usr/bin/env python3
"""spaCy's side of the benchmark: loads the model, warms up, then runs once over the texts for every line on standard
input, so that rounds can alternate with the other program without loading again.

    spacy_worker.py MODEL TEXTS     prints one line of JSON a round: {"tokens","sentences","seconds"}
"""
import json
import sys
import time

import spacy


def main():
    model, path = sys.argv[1:]
    nlp = spacy.load(model)
    with open(path, encoding="utf-8", newline="\n") as lines:
        texts = [json.loads(line)["text"] for line in lines.read().split("\n") if line.strip()]
    for _ in nlp.pipe(texts[:50]):
        pass
    print("ready", flush=True)
    for _ in sys.stdin:
        tokens = sentences = 0
        start = time.perf_counter()
        for doc in nlp.pipe(texts):
            tokens += len(doc)
            sentences += sum(1 for _ in doc.sents)
        seconds = time.perf_counter() - start
        print(json.dumps({"tokens": tokens, "sentences": sentences, "seconds": seconds}), flush=True)


if __name__ == "__main__":
    main()
