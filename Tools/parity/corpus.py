#!/usr/bin/env python3
"""Collects the texts of the full parity run from the development files, in turn from each so that a smaller run is as
mixed as a larger one. Standard library only.

    corpus.py DEV OUT [--tokens 600000]     DEV: the folder with reports_long.jsonl and the others; OUT: {"id","text"}
"""
import argparse
import json
import os
import re

FILES = ("reports_long", "reports_short", "statements_train", "same_event")
# Cuts a little coarser than spaCy, so the real number of tokens is rather above the one asked for.
TOKEN = re.compile(r"\w+|[^\w\s]")


def texts(dev, name):
    with open(os.path.join(dev, name + ".jsonl"), encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines.read().split("\n")):
            if line.strip():
                row = json.loads(line)
                # spaCy refuses more than a million characters.
                if 0 < len(row.get("text") or "") <= 1_000_000:
                    yield {"id": f"{name}/{row.get('id', number)}/{number}", "text": row["text"]}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("dev")
    options.add_argument("out")
    options.add_argument("--tokens", type=int, default=600_000)
    options = options.parse_args()
    tokens, counts, sources = 0, {}, {name: texts(options.dev, name) for name in FILES}
    taken = {name: 0 for name in FILES}
    with open(options.out, "w", encoding="utf-8", newline="\n") as sink:
        while sources and tokens < options.tokens:
            # The file that gave least so far is next: documents differ in length by two orders of magnitude.
            name = min(sources, key=taken.get)
            row = next(sources[name], None)
            if row is None:
                del sources[name]
                continue
            size = len(TOKEN.findall(row["text"]))
            tokens, taken[name], counts[name] = tokens + size, taken[name] + size, counts.get(name, 0) + 1
            sink.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(", ".join(f"{name}: {counts.get(name, 0)} texts, about {taken[name]} tokens" for name in FILES))


if __name__ == "__main__":
    main()
