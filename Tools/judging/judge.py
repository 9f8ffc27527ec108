"""Judge what the coder makes of unread reports: draw, code, score.

    judge.py draw COMMIT FOLDER [--count 200]   reports.jsonl (not committed) and an empty read.tsv
    judge.py code FOLDER                        coded.tsv: one line for each coded event, verdicts open
    judge.py score FOLDER [FOLDER ...]          precision and recall with their 95 % intervals, and errors by kind
    judge.py sentences COMMIT [--count 300]     sentences whose event predicates are looked up in the lexicon
    judge.py coverage SHEET                     how many of them have an entry
    judge.py report                             results/DATE.md: the figures of every draw, in order

The protocol is in README.md. The draw is by sha256 of commit and report id, and leaves out what an earlier draw had; on a
folder that has a draw it only writes that draw's reports.jsonl again. Reports come from ../shared/dev/reports_short.jsonl.
"""

import argparse
import collections
import csv
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
REPORTS = ROOT.parent / "shared/dev/reports_short.jsonl"
READ = ["report", "event", "type", "source", "target", "trigger", "standing", "found_by"]
CODED = ["report", "event", "type", "source", "target", "trigger", "standing",
         "type_right", "source_right", "target_right", "kind", "reason"]
FIELDS = ("type_right", "source_right", "target_right")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(path, columns, lines):
    with open(path, "w", encoding="utf-8") as file:
        for line in [columns, *lines]:
            file.write("\t".join(str(cell).replace("\t", " ").replace("\n", " ") for cell in line) + "\n")


def drawn_before():
    return {line.strip() for path in HERE.glob("results/*/drawn.txt") for line in open(path, encoding="utf-8")}


def draw(arguments):
    folder = arguments.folder
    reports = [json.loads(line) for line in open(REPORTS, encoding="utf-8")]
    if (folder / "drawn.txt").exists():
        ids = (folder / "drawn.txt").read_text(encoding="utf-8").split()
        known = {report["id"]: report for report in reports}
        store(folder, [known[one] for one in ids])
        print(f"the {len(ids)} reports of {folder.name} again")
        return
    earlier = drawn_before()
    unread = [report for report in reports if report["id"] not in earlier]
    unread.sort(key=lambda report: hashlib.sha256(f"{arguments.commit} {report['id']}".encode()).digest())
    folder.mkdir(parents=True)
    chosen = unread[: arguments.count]
    (folder / "commit.txt").write_text(arguments.commit + "\n", encoding="utf-8")
    (folder / "drawn.txt").write_text("".join(report["id"] + "\n" for report in chosen), encoding="utf-8")
    store(folder, chosen)
    write(folder / "read.tsv", READ, [])
    print(f"{len(chosen)} of {len(unread)} unread reports drawn by {arguments.commit}")


def store(folder, reports):
    keep = ("id", "date", "text")
    (folder / "reports.jsonl").write_text(
        "".join(json.dumps({key: report[key] for key in keep}, ensure_ascii=False) + "\n" for report in reports),
        encoding="utf-8")


def sentences(arguments):
    """Sentences for the measure of coverage, in an order that the commit's hash gives."""
    earlier = drawn_before()
    found = []
    for report in map(json.loads, open(REPORTS, encoding="utf-8")):
        if report["id"] not in earlier:
            for index, text in enumerate(re.split(r"(?<=[.!?])\s+(?=[A-Z])", report["text"])):
                key = hashlib.sha256(f"{arguments.commit} coverage {report['id']} {index}".encode()).digest()
                found.append((key, report["id"], index, text))
    for _, report, index, text in sorted(found)[: arguments.count]:
        print(report, index, text, sep="\t")


def coverage(arguments):
    lines = rows(arguments.sheet)
    print("event predicates with an entry:", interval(sum(line["entry"] not in ("", "-") for line in lines), len(lines)))


def names(parties):
    return "; ".join(f"{party['name'] or party['code']} ({party['code']})" for party in parties)


def code(arguments):
    sheet = arguments.folder / "coded.tsv"
    if sheet.exists() and any(line[field] for line in rows(sheet) for field in FIELDS):
        sys.exit(f"{sheet} is judged: remove it first, if its verdicts are to go")
    made = subprocess.run(
        [ROOT / "entente", "code", "--format", "jsonl", arguments.folder / "reports.jsonl"],
        capture_output=True, check=True, text=True).stdout
    lines = []
    for record in map(json.loads, made.splitlines()):
        for event in record["events"]:
            if event["type"] is None:
                continue
            trigger = record["text"][event["trigger"]["start"]:event["trigger"]["end"]]
            lines.append([record["id"], event["id"], event["type"], names(event["source"]), names(event["target"]),
                          trigger, ",".join(event["standing"]), "", "", "", "", ""])
    write(arguments.folder / "coded.tsv", CODED, lines)
    print(f"{len(lines)} events coded")


def interval(right, of):
    """Wilson's interval at 95 %."""
    if of == 0:
        return "no case"
    z = 1.96
    share = right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.3f} ({middle - reach:.3f}-{middle + reach:.3f}), {right} of {of}"


def judged(folder):
    """The two sheets of a draw; ends the run where a verdict is missing."""
    coded = rows(folder / "coded.tsv")
    read = rows(folder / "read.tsv")
    for line in coded:
        for field in FIELDS:
            if line[field] not in ("y", "n"):
                sys.exit(f"{folder}/coded.tsv: {line['report']} {line['event']}: {field} is '{line[field]}', "
                         "expected y or n")
    for line in read:
        if not line["found_by"]:
            sys.exit(f"{folder}/read.tsv: {line['report']} {line['event']}: found_by is empty, "
                     "expected an event's id or -")
    return coded, read


def figures(coded, read):
    """Name and (right, of) of each figure."""
    whole = {(line["report"], line["event"]) for line in coded if all(line[field] == "y" for field in FIELDS)}
    found = [(line["report"], line["found_by"]) for line in read]
    return [("precision, all three right", (len(whole), len(coded)))] + [
        (field.replace("_", " "), (sum(line[field] == "y" for line in coded), len(coded))) for field in FIELDS
    ] + [
        ("recall, all three right", (sum(key in whole for key in found), len(found))),
        ("told by some event", (sum(key[1] != "-" for key in found), len(found))),
    ]


def score(arguments):
    for folder in arguments.folder:
        coded, read = judged(folder)
        print(f"{folder.name}: {sum(1 for _ in open(folder / 'drawn.txt'))} reports")
        for name, (right, of) in figures(coded, read):
            print(f"  {name}: {interval(right, of)}")
        kinds = collections.Counter(line["kind"] for line in coded if line["kind"] not in ("", "-"))
        for kind, count in kinds.most_common():
            print(f"  {count:4} {kind}")
        missed = collections.Counter(line["type"] for line in read if line["found_by"] == "-")
        print("  not found, by type:", ", ".join(f"{type} {count}" for type, count in missed.most_common()))


def report(_):
    draws = sorted(path.parent for path in HERE.glob("results/*/coded.tsv"))
    today = datetime.date.today().isoformat()
    lines = [f"# Events of unread reports, judged blind, {today}", "",
             "By `Tools/judging/judge.py report`; the sheets are in the folders, the protocol in `Tools/judging/README.md`.", ""]
    for number, folder in enumerate(draws):
        numbers = figures(*judged(folder))
        if number == 0:
            head = ["draw", "commit", "reports"] + [name for name, _ in numbers]
            lines += ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
        commit = (folder / "commit.txt").read_text(encoding="utf-8")[:7]
        drawn = sum(1 for _ in open(folder / "drawn.txt", encoding="utf-8"))
        cells = [folder.name, commit, str(drawn)] + [interval(right, of) for _, (right, of) in numbers]
        lines.append("| " + " | ".join(cells) + " |")
    text = "\n".join(lines) + "\n"
    (HERE / "results" / f"{today}.md").write_text(text, encoding="utf-8")
    print(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("draw")
    one.add_argument("commit")
    one.add_argument("folder", type=pathlib.Path)
    one.add_argument("--count", type=int, default=200)
    one.set_defaults(run=draw)
    two = commands.add_parser("code")
    two.add_argument("folder", type=pathlib.Path)
    two.set_defaults(run=code)
    three = commands.add_parser("score")
    three.add_argument("folder", type=pathlib.Path, nargs="+")
    three.set_defaults(run=score)
    four = commands.add_parser("sentences")
    four.add_argument("commit")
    four.add_argument("--count", type=int, default=300)
    four.set_defaults(run=sentences)
    five = commands.add_parser("coverage")
    five.add_argument("sheet", type=pathlib.Path)
    five.set_defaults(run=coverage)
    commands.add_parser("report").set_defaults(run=report)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
