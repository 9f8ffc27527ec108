"""Measure who the coder says is meant: the country, the sector and the antecedent of mentions of actors.

    measure.py draw COMMIT FOLDER        100 paragraphs and 200 short reports that nobody has read: reports.jsonl (not committed)
    measure.py score GOLD ... [--no-people] [--errors N] [--program PATH]
    measure.py keep FOLDER               figures.json: the figures of the draw's commit, with and without the people's files
    measure.py report                    results/DATE.md: the figures kept of every draw, in order

GOLD is a file of JSON Lines {"id", "published", "text", "mentions"} or the folder of a draw, whose read.jsonl has the mentions
and whose reports.jsonl the texts. How mentions are written down is in README.md.
"""

import argparse
import collections
import datetime
import hashlib
import json
import math
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DEV = ROOT.parent / "shared/dev"
# CAMEO has these for what PLOVER calls JRN and MED.
SAME = {"JRN": "MED"}
BODIES = {"IGO", "NGO", "MNC", "IMG"}


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


# --- draws


def drawn_before():
    found = set()
    for path in [*HERE.glob("results/*/drawn.txt"), *(HERE.parent / "judging").glob("results/*/drawn.txt")]:
        found |= {line.split("\t")[0].strip() for line in open(path, encoding="utf-8")}
    return found


def paragraphs(text):
    """Spans of a text's paragraphs in code points, those of at least 25 words."""
    for match in re.finditer(r"[^\n]+", text):
        if len(match.group().split()) >= 25 and "((" not in match.group():
            yield match.start(), match.end()


def order(commit, key):
    return hashlib.sha256(f"{commit} {key}".encode()).digest()


def draw(arguments):
    folder = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    short = {report["id"]: report for report in lines(DEV / "reports_short.jsonl")}
    long = {report["id"]: report for report in lines(DEV / "reports_long.jsonl")}
    chosen = folder / "drawn.txt"
    if not chosen.exists():
        earlier = drawn_before()
        places = [(id, place) for id, report in long.items() if id not in earlier for place in paragraphs(report["text"])]
        places.sort(key=lambda item: order(arguments.commit, item))
        reports = sorted((id for id in short if id not in earlier), key=lambda id: order(arguments.commit, id))
        taken = [f"{id}\t{start}\t{end}" for id, (start, end) in places[:100]] + reports[:200]
        (folder / "commit.txt").write_text(arguments.commit + "\n", encoding="utf-8")
        chosen.write_text("".join(line + "\n" for line in taken), encoding="utf-8")
    with open(folder / "reports.jsonl", "w", encoding="utf-8") as file:
        for line in open(chosen, encoding="utf-8"):
            id, *window = line.strip().split("\t")
            report = short.get(id) or long[id]
            text, window = report["text"], [int(n) for n in window] or [0, len(report["text"])]
            # What comes after the paragraph tells nobody who is meant in it.
            item = {"id": f"{id}:{window[0]}", "published": report["date"], "text": text[: window[1]], "window": window}
            file.write(json.dumps(item, ensure_ascii=False) + "\n")
    print(f"{folder}: {sum(1 for _ in open(chosen))} texts")


# --- scores


def gold(path):
    if path.is_dir():
        texts = {item["id"]: item for item in lines(path / "reports.jsonl")}
        read = lines(path / "read.jsonl")
        return [{**texts[item["id"]], "mentions": item["mentions"]} for item in read]
    return lines(path)


def coded(texts, arguments):
    """The coder's records, by id."""
    given = "".join(
        json.dumps({key: text[key] for key in ("id", "published", "text") if text.get(key)}) + "\n" for text in texts)
    command = [arguments.program, "code", "--format", "jsonl", "-"] + (["--no-people"] if arguments.no_people else [])
    run = subprocess.run(command, input=given, capture_output=True, text=True)
    if run.returncode > 1 or not run.stdout:
        sys.exit(run.stderr)
    return {record["id"]: record for record in map(json.loads, run.stdout.splitlines())}


def place(text, words, nth, window):
    """Where words stand for the nth time in the window, as whole words."""
    found = [m for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text) if m.start() >= window[0]]
    return (found[nth - 1].start(), found[nth - 1].end()) if len(found) >= nth else None


def mention(record, span):
    """The smallest mention that holds the words, else the largest inside them that ends where they do; with its actor."""
    best = None
    for actor in record["actors"]:
        for item in actor["mentions"]:
            size = item["end"] - item["start"]
            if item["start"] <= span[0] and span[1] <= item["end"]:
                rank = (0, size)
            elif span[0] <= item["start"] and item["end"] <= span[1]:
                rank = (1 if item["end"] == span[1] else 2, -size)
            else:
                continue
            if best is None or rank < best[0]:
                best = (rank, actor, item)
    return best and best[1:]


def country(code):
    """A company of many countries (MNCUSA) is of its home country, for readers differ in what they call one."""
    code = code or ""
    return code[3:6] if code[:3] == "MNC" and len(code) >= 6 else code[:3]


def sector(code):
    if not code:
        return ""
    if code[:3] == "MNC":
        return "BUS"
    if code[:3] in BODIES:
        return code[:3]
    found = code[3:6]
    return SAME.get(found, found)


def actors_at(record, text, words, window):
    """Every actor that the words name somewhere, whole or by a name inside them ("Supreme Court" in "Supreme Court of Korea")."""
    found = set()
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        hit = mention(record, match.span())
        if hit:
            found.add(hit[0]["id"])
        for actor in record["actors"]:
            if any(match.start() == m["start"] and m["end"] <= match.end() for m in actor["mentions"]):
                found.add(actor["id"])
    return found


def judge(text, record):
    """One row a gold mention: what was asked, whether it is right, and what stood there."""
    window = text.get("window") or [0, len(text["text"])]
    for item in text["mentions"]:
        span = place(text["text"], item["text"], item.get("nth", 1), window)
        if span is None:
            print(f"{text['id']}: \"{item['text']}\" does not stand {item.get('nth', 1)} times", file=sys.stderr)
            continue
        hit = mention(record, span)
        actor = hit[0] if hit else None
        code = actor["code"] if actor else None
        members = actor.get("members", []) if actor else []
        # "the two sides" are written down party by party, at the same words: each is looked for among them.
        for one in members:
            if country(record["actors"][one]["code"]) == country(item.get("code")):
                code = record["actors"][one]["code"]
        row = {"id": text["id"], "text": item["text"], "gold": item.get("code"), "code": code,
               "name": actor["name"] if actor else None, "antecedent": item.get("antecedent")}
        if item.get("code") != "?":
            row["country"] = country(item.get("code")) == country(code)
            if sector(item.get("code")):
                row["sector"] = sector(item.get("code")) == sector(code)
        antecedent = item.get("antecedent")
        if antecedent:
            here = {actor["id"], *members} if actor else set()
            named = {a["id"] for a in record["actors"]
                     if a["id"] in here and any(m["form"] != "pronoun" for m in a["mentions"])
                     and (len(a["mentions"]) > 1 or a["id"] != (actor or {}).get("id"))}
            if antecedent == "?":
                row["open"] = not named
            else:
                row["resolved"] = bool(named)
                if named:
                    wanted = [actors_at(record, text["text"], one.strip(), window) for one in antecedent.split(";")]
                    row["right"] = all(ids & here for ids in wanted)
        yield row


def interval(right, of):
    """Wilson's, at 95 %."""
    if not of:
        return ""
    p, z = right / of, 1.96
    middle, half = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return f"({(middle - half) / (1 + z * z / of):.3f}-{(middle + half) / (1 + z * z / of):.3f})"


FIGURES = [("country", "country right"), ("sector", "sector right"), ("resolved", "pronouns and nouns resolved"),
           ("right", "right of those resolved"), ("open", "left open that are not clear")]


def figures(rows):
    for key, label in FIGURES:
        values = [row[key] for row in rows if key in row]
        yield label, sum(values), len(values)


def measure(paths, arguments):
    texts = [text for path in paths for text in gold(path)]
    records = coded(texts, arguments)
    return [row for text in texts for row in judge(text, records[text["id"]])]


def score(arguments):
    rows = measure(arguments.gold, arguments)
    for label, right, of in figures(rows):
        if of:
            print(f"{label:32} {right / of:.3f} {interval(right, of)} of {of}")
    for key, label in FIGURES[:2] + [("resolved", "unresolved"), ("right", "wrong antecedent")]:
        wrong = [row for row in rows if row.get(key) is False]
        kinds = collections.Counter(f"{row['gold']} as {row['code']}" for row in wrong)
        if arguments.errors:
            print(f"\n{label}, wrong: {len(wrong)}; {', '.join(f'{k} {n}' for k, n in kinds.most_common(8))}")
        for row in wrong[: arguments.errors]:
            print(f"  {row['id']}: {row['text']!r} {row['gold']} -> {row['name']!r} {row['code']}  <{row['antecedent']}>")


def keep(arguments):
    kept = {}
    for name, arguments.no_people in (("with people", False), ("text alone", True)):
        kept[name] = {label: [right, of] for label, right, of in figures(measure([arguments.folder], arguments))}
    (arguments.folder / "figures.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def report(arguments):
    def shown(right, of):
        return f"{right / of:.3f} {interval(right, of)}, {right} of {of}" if of else ""

    page = ["# Who is meant, by draw", "",
            "Blind sheets of `measure.py draw`, scored by the program of the draw's commit (`measure.py keep`).", "",
            "| draw | commit | measure | with the people's files | by the text alone |", "|---|---|---|---|---|"]
    for path in sorted(HERE.glob("results/*/figures.json")):
        kept = json.loads(path.read_text(encoding="utf-8"))
        commit = (path.parent / "commit.txt").read_text(encoding="utf-8")[:7]
        for label, figure in kept["with people"].items():
            page.append(f"| {path.parent.name} | {commit} | {label} | {shown(*figure)} | {shown(*kept['text alone'][label])} |")
    (HERE / f"results/{datetime.date.today()}.md").write_text("\n".join(page) + "\n", encoding="utf-8")
    print("\n".join(page))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
commands = parser.add_subparsers(dest="command", required=True)
one = commands.add_parser("draw")
one.add_argument("commit")
one.add_argument("folder", type=pathlib.Path)
one = commands.add_parser("score")
one.add_argument("gold", nargs="+", type=pathlib.Path)
one.add_argument("--no-people", action="store_true")
one.add_argument("--errors", type=int, default=0)
two = commands.add_parser("keep")
two.add_argument("folder", type=pathlib.Path)
commands.add_parser("report")
for each in (one, two):
    each.add_argument("--program", default=str(ROOT / "entente"))
arguments = parser.parse_args()
{"draw": draw, "score": score, "keep": keep, "report": report}[arguments.command](arguments)
