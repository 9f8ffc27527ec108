"""Check office lines of Data/actors/people against dated reports, and say where the two part.

    check_people.py REPORTS.jsonl ... [--write]    what agrees and what differs; --write puts the report's id into the lines that agree

A line agrees when a report of a day in its period gives the person, by the text alone (--no-people), the same country and sector and
an office with a word of the line's own ("president", "foreign minister"). Only lines that say `recalled` are touched.
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = str(ROOT / "entente")
COMMON = {"of", "the", "for", "and", "to", "in", "former", "deputy", "acting", "vice", "minister", "secretary", "national", "general"}


def words(text):
    return set(re.findall(r"\w+", (text or "").lower()))


def told(paths):
    """(name, day, code, role, id) of persons whose office a report states."""
    run = subprocess.run([PROGRAM, "code", "--format", "jsonl", "--no-people", *paths], capture_output=True, text=True)
    for line in run.stdout.splitlines():
        record = json.loads(line)
        if not record["published"]:
            continue
        for actor in record["actors"]:
            if actor["kind"] == "person" and actor["role"] and actor["code"] and len(actor["name"].split()) > 1:
                yield actor["name"], record["published"], actor["code"], actor["role"], record["id"]


def agrees(role, office):
    shared = words(role) & words(office)
    if words(role) & {"former", "ex"} or "deputy" in words(role) ^ words(office) or "vice" in words(role) ^ words(office):
        return False
    return bool(shared - COMMON) or {"prime", "minister"} <= shared or shared == {"minister"} == words(office)


def main():
    write = "--write" in sys.argv
    paths = [path for path in sys.argv[1:] if not path.startswith("--")]
    if not paths:
        sys.exit(__doc__)
    facts = sorted(set(told(paths)))
    asked = "".join(f"{name}\t{day}\n" for name, day, *_ in facts)
    run = subprocess.run([PROGRAM, "actors", "show", "-", "--format", "jsonl"], input=asked, capture_output=True, text=True)
    answers = {}
    for line in run.stdout.splitlines():
        answer = json.loads(line)
        answers.setdefault(answer["asked"], []).append(answer)
    checked, differing = {}, []
    for name, day, code, role, report in facts:
        mine = [a for a in answers.get(name, []) if a["evidence"].startswith("people/")
                and (a["from"] or "")[:10] <= day and (not a["until"] or a["until"] >= day[: len(a["until"])])]
        fits = [a for a in mine if a["code"] and a["code"][:6] == code[:6] and agrees(role, a["role"])]
        if fits:
            checked.setdefault(fits[0]["evidence"], report)
        elif mine and "former" not in role.lower():
            differing.append(f"{report} {day}: {name}: {role} {code}; here {mine[0]['role']} {mine[0]['code']} {mine[0]['evidence']}")
    print(f"{len(facts)} offices told, {len(checked)} lines agree")
    print("\n".join(differing))
    if write:
        for path in sorted((ROOT / "Data/actors/people").glob("*.txt")):
            lines = path.read_text(encoding="utf-8").split("\n")
            for evidence, report in checked.items():
                file, number = evidence.removeprefix("people/").split(":")
                if file == path.name and lines[int(number) - 1].endswith("| recalled"):
                    lines[int(number) - 1] = lines[int(number) - 1].removesuffix("recalled") + report
            path.write_text("\n".join(lines), encoding="utf-8")


main()
