#!/usr/bin/env python3
"""Writes what spaCy makes of texts, in the form of `entente parse`. Runs in the environment of Tools/parity/environment.

    reference.py MODEL TEXTS OUT     TEXTS: JSON Lines {"id","text"}; OUT: JSON Lines, compressed where it ends in .gz

Offsets are Unicode code points, heads are token indices. A first line of OUT would hide the versions from the readers
of the format, so they are written beside it, to OUT + '.versions'.
"""
import gzip
import json
import sys

import spacy


def parsed(doc):
    return {
        "tokens": [
            {
                "text": token.text,
                "start": token.idx,
                "end": token.idx + len(token.text),
                "tag": token.tag_,
                "pos": token.pos_,
                "morph": str(token.morph),
                "lemma": token.lemma_,
                "dep": token.dep_,
                "head": token.head.i,
                "sent_start": bool(token.is_sent_start),
            }
            for token in doc
        ],
        "entities": [{"start": e.start_char, "end": e.end_char, "label": e.label_} for e in doc.ents],
    }


def opened(path):
    if not path.endswith(".gz"):
        return open(path, "wb")
    # No name and no date in the header: the same output is the same file.
    return gzip.GzipFile(filename="", mode="wb", fileobj=open(path, "wb"), mtime=0)


def main():
    model, texts, out = sys.argv[1:]
    nlp = spacy.load(model)
    with open(texts, encoding="utf-8", newline="\n") as lines:
        rows = [json.loads(line) for line in lines.read().split("\n") if line.strip()]
    tokens = 0
    with opened(out) as sink:
        for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows)):
            tokens += len(doc)
            line = json.dumps({"id": row["id"], **parsed(doc)}, ensure_ascii=False, separators=(",", ":"))
            sink.write(line.encode("utf-8", "surrogatepass") + b"\n")
    versions = {"spacy": spacy.__version__, "model": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"}
    with open(out + ".versions", "w", encoding="utf-8") as sink:
        sink.write(json.dumps({**versions, "texts": len(rows), "tokens": tokens}) + "\n")
    print(f"reference: {len(rows)} texts, {tokens} tokens, spaCy {versions['spacy']}, {versions['model']}", file=sys.stderr)


if __name__ == "__main__":
    main()
