"""Draw office lines of Data/actors/people for a second reading, and count what it found.

    second_reading.py draw SEED [COUNT]    a sheet: file:line, name, code, office, from, until, right, reason
    second_reading.py score SHEET          how many are right (y) of those that the reader could judge

The order is by sha256 of the seed and the line's words, so that a line keeps its place when others are mended.
"""

import csv
import hashlib
import pathlib
import sys

PEOPLE = pathlib.Path(__file__).resolve().parent.parent.parent / "Data/actors/people"


def offices():
    for path in sorted(PEOPLE.glob("*.txt")):
        name = None
        for number, line in enumerate(open(path, encoding="utf-8"), 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            cells = [cell.strip() for cell in line.strip().split("|")]
            if line[0] in " \t":
                yield f"{path.name}:{number}", name, cells
            else:
                name = cells[0]


def main():
    if sys.argv[1:2] == ["draw"]:
        seed, count = sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 100
        order = sorted(offices(), key=lambda o: hashlib.sha256(f"{seed} {o[1]} {o[2][:4]}".encode()).digest())
        print("\t".join(["line", "name", "code", "office", "from", "until", "right", "reason"]))
        for place, name, cells in order[:count]:
            print("\t".join([place, name, *cells[:4], "", ""]))
    elif sys.argv[1:2] == ["score"]:
        rows = list(csv.DictReader(open(sys.argv[2], encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
        right, wrong = sum(r["right"] == "y" for r in rows), sum(r["right"] == "n" for r in rows)
        print(f"{right} right, {wrong} wrong, {len(rows) - right - wrong} that the reader could not judge, of {len(rows)}")
    else:
        sys.exit(__doc__)


main()
