#!/usr/bin/env python3
"""Fills the marked parts of README.md from what the program prints and what the measuring scripts wrote.

    readme.py            writes README.md
    readme.py --check    exit 1 where README.md would change; changes nothing

    <!-- output: COMMAND -->   ... <!-- end -->     what COMMAND prints, run in the repository
    <!-- figures: GLOB -->     ... <!-- end -->     the first table of the newest file (by name) that GLOB finds

A figure nobody has measured yet says so. Standard library only.
"""
import glob
import os
import re
import shlex
import subprocess
import sys

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MARKED = re.compile(r"(<!-- (output|figures): (.+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def output(command):
    done = subprocess.run(shlex.split(command), cwd=HOME, capture_output=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"readme.py: {command} ended with exit code {done.returncode}: {done.stderr.strip()}")
    return f"```\n{done.stdout.rstrip()}\n```\n"


def figures(pattern):
    files = sorted(glob.glob(os.path.join(HOME, pattern)))
    if not files:
        return f"Not measured yet: no {pattern}.\n"
    with open(files[-1], encoding="utf-8") as source:
        table = re.search(r"(^\|.*\n)+", source.read(), re.MULTILINE)
    if not table:
        sys.exit(f"readme.py: {files[-1]} holds no table")
    name = os.path.relpath(files[-1], HOME)
    return f"From [{name}]({name}):\n\n{table.group(0)}"


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    path = os.path.join(HOME, "README.md")
    with open(path, encoding="utf-8") as source:
        before = source.read()
    fill = {"output": output, "figures": figures}
    after = MARKED.sub(lambda m: m[1] + fill[m[2]](m[3]) + m[4], before)
    if after == before:
        return
    if sys.argv[1:]:
        sys.exit("readme.py: README.md is not up to date: run Tools/readme.py and commit")
    with open(path, "w", encoding="utf-8") as sink:
        sink.write(after)


if __name__ == "__main__":
    main()
