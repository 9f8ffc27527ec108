#!/usr/bin/env python3
"""What of a gold file's place names is found and put in the right place: towns apart from areas, the file's halves apart.

usage: measure.py GOLD [--judge score.py] [--program entente] [--keep FOLDER]
GOLD is JSON Lines {"id", "text", "toponyms": [{"start", "end", "lat", "lon", "page"}]}; rows of even index were read while
the program was written, of odd ones only the scores. Six in ten names are countries, states or continents, whose one
point is a convention of whoever drew the map: hence towns apart. A gold name is an area where its matched place is one,
or, where none is matched, where its name is that of an area elsewhere in the file. Needs the gazetteer (./entente sets it up).
"""
import argparse
import datetime
import json
import math
import pathlib
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parents[2]
SMALL = {"city", "point"}


def kilometres(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def pairs(gold, found):
    """One place for each gold name that overlaps it, the greatest overlap first."""
    def overlap(g, p):
        inter = max(0, min(g["end"], p["end"]) - max(g["start"], p["start"]))
        return inter / (g["end"] - g["start"] + p["end"] - p["start"] - inter) if inter else 0
    ranked = sorted(((overlap(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)), key=lambda c: (-c[0], c[1], c[2]))
    used, out = (set(), set()), {}
    for share, i, j in ranked:
        if share > 0 and i not in used[0] and j not in used[1]:
            used[0].add(i), used[1].add(j)
            out[i] = found[j]
    return out


def by_size(gold, predicted):
    """Names, found, within 161 km; of towns and of areas."""
    sizes = {}
    for row in gold:
        for i, place in pairs(row["toponyms"], predicted.get(row["id"], [])).items():
            sizes.setdefault(row["toponyms"][i]["name"], "town" if place["precision"] in SMALL else "area")
    counts = {"town": [0, 0, 0], "area": [0, 0, 0]}
    for row in gold:
        matched = pairs(row["toponyms"], predicted.get(row["id"], []))
        for i, name in enumerate(row["toponyms"]):
            place = matched.get(i)
            # What is not found and not known from elsewhere is a town: areas are found.
            size = ("town" if place["precision"] in SMALL else "area") if place and place["precision"] else sizes.get(name["name"], "town")
            near = place and place["lat"] is not None and kilometres(name["lat"], name["lon"], place["lat"], place["lon"]) <= 161
            for k, yes in enumerate((True, bool(place), bool(near))):
                counts[size][k] += yes
    return counts


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold")
    words.add_argument("--judge", default=str(HOME.parent / "shared/eval/score.py"))
    words.add_argument("--program", default=str(HOME / "entente"))
    words.add_argument("--keep", help="write a page with the figures here")
    options = words.parse_args()
    with open(options.gold, encoding="utf-8") as file:
        gold = [json.loads(line) for line in file if line.strip()]
    done = subprocess.run([options.program, "code", "--format", "jsonl", options.gold], stdout=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit(f"measure.py: {options.program} ended with exit code {done.returncode}")
    lines = done.stdout.decode().splitlines()
    predicted = {record["id"]: record["places"] for record in map(json.loads, lines)}
    page = ["| rows | tagging P, R, F1 | within 161 km, of found | of all | towns: of found, of all | areas: of found, of all |", "|---|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        answers = pathlib.Path(folder, "predicted.jsonl")
        answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for name, rows in (("even, read", gold[::2]), ("odd, unread", gold[1::2]), ("all", gold)):
            half = pathlib.Path(folder, "gold.jsonl")
            half.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
            score = json.loads(subprocess.run([sys.executable, options.judge, "places", half, answers], stdout=subprocess.PIPE, check=True).stdout)
            cells = [name, "{p:.3f}, {r:.3f}, {f1:.3f}".format(**score["tagging"]), f"{score['acc161_of_tagged']:.3f}", f"{score['acc161_of_all']:.3f}"]
            for size in ("town", "area"):
                all_, found, near = by_size(rows, predicted)[size]
                cells.append(f"{near / max(1, found):.3f}, {near / max(1, all_):.3f} ({all_})")
            page.append("| " + " | ".join(cells) + " |")
    version = json.loads(lines[0])["coder"]
    page.append("")
    page.append(f"entente {version['entente']}, places {version['places']}, {pathlib.Path(options.gold).name}, {len(gold)} texts.")
    print("\n".join(page))
    if options.keep:
        kept = pathlib.Path(options.keep, f"{datetime.date.today()}.md")
        kept.write_text("\n".join(page) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
