#!/usr/bin/env python3
"""Runs spaCy and entente over the same texts in turn and writes the table that the docs quote. Started by Benchmarks/run,
which sets the environment that makes the two comparable.

Every figure is a median over the rounds; ratios are medians of the rounds' own ratios, since the speed of a shared
machine drifts more between rounds than within one.
"""
import argparse
import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(HERE)
REPORT = os.path.join(HOME, "Examples", "visit.txt")
PUBLISHED = "2026-03-12"
median = statistics.median


def said(text):
    print(f"benchmark: {text}", file=sys.stderr, flush=True)


def pinned(core):
    return ["taskset", "-c", str(core)] if core is not None and shutil.which("taskset") else []


class Entente:
    """The program under test. How it is asked for its speed stands here and nowhere else."""

    def __init__(self, program):
        self.program = program

    def bench_command(self, texts, jobs):
        return [self.program, "bench", texts, "--json", "--jobs", str(jobs), "--seconds", "2"]

    def speed(self, texts, jobs=1, core=None):
        """The pipeline's own clock: tokenizer to entities, without start-up. {"tokens","sentences","seconds",...}"""
        return self.read(subprocess.run(pinned(core) + self.bench_command(texts, jobs), capture_output=True, check=False))

    def speeds_at_once(self, texts, count):
        running = [
            subprocess.Popen(self.bench_command(texts, 1), stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(count)
        ]
        return [self.read(subprocess.CompletedProcess(p.args, None, *p.communicate()), p) for p in running]

    @staticmethod
    def read(done, process=None):
        code = process.returncode if process else done.returncode
        lines = [json.loads(l) for l in done.stdout.decode().splitlines() if l.startswith("{")]
        lines = [l for l in lines if "tokens_per_second" in l]
        if code or not lines:
            sys.exit(f"benchmark: {' '.join(done.args)} ended with exit code {code}: {done.stderr.decode().strip()[-500:]}")
        return lines[-1]


def whole_process(command, core=None):
    """(seconds from start to end, peak resident megabytes) of a command; what it prints is thrown away."""
    start = time.perf_counter()
    child = subprocess.Popen(pinned(core) + command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"benchmark: {' '.join(command)} ended with exit code {child.returncode}: {complaint.strip()[-500:]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


class Spacy:
    def __init__(self, model, texts, core):
        command = pinned(core) + [sys.executable, os.path.join(HERE, "spacy_worker.py"), model, texts]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline().strip() != "ready":
            sys.exit("benchmark: spaCy did not start")

    def speed(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def texts_of(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line)["text"] for line in lines.read().split("\n") if line.strip()]


def choose_texts(named, tokens, folder):
    """(path, what the texts are). The chosen texts are repeated, never cut, to reach about `tokens` words."""
    dev = os.path.join(os.environ.get("SHARED", os.path.join(HOME, "..", "shared")), "dev")
    if named:
        return named, os.path.basename(named)
    path = os.path.join(folder, "texts.jsonl")
    if os.path.isdir(dev):
        corpus = [sys.executable, os.path.join(HOME, "Tools", "parity", "corpus.py"), dev, path, "--tokens", str(tokens)]
        return path, subprocess.run(corpus, capture_output=True, text=True, check=True).stdout.strip()
    plain = [t for t in texts_of(os.path.join(HOME, "Tests", "Fixtures", "parity", "texts.jsonl")) if len(t.split()) > 100]
    write_texts(path, plain, words=tokens * 0.85)
    return path, "the reports of the parity check, repeated (a cache of words is kinder to them than to news)"


def write_texts(path, texts, words=None, count=None):
    written = number = 0
    with open(path, "w", encoding="utf-8", newline="\n") as sink:
        while (written < words) if words else (number < count):
            text = texts[number % len(texts)]
            sink.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
            written, number = written + len(text.split()), number + 1


def model_name():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        names = [line.split(":", 1)[1].strip() for line in info if line.startswith("model name")]
    return names[0] if names else platform.processor()


def git(*words):
    return subprocess.run(["git", "-C", HOME, *words], capture_output=True, text=True).stdout.strip()


def measure(options, folder):
    entente = Entente(options.program)
    path, source = choose_texts(options.texts, options.tokens, folder)
    core = 0
    spacy = Spacy(options.model, path, core)
    entente.speed(path)  # The model's compiled form and the texts are in the page cache from here on.

    ours, theirs, ratios = [], [], []
    for number in range(options.rounds):
        a, b = entente.speed(path, core=core), spacy.speed()
        rates = a["tokens"] / a["seconds"], b["tokens"] / b["seconds"]
        ours.append(a["sentences"] / a["seconds"])
        theirs.append(b["sentences"] / b["seconds"])
        ratios.append((rates[0] / rates[1], *rates))
        said(f"round {number + 1}: entente {rates[0]:.0f}, spaCy {rates[1]:.0f} tokens/s")
    spacy.close()

    workers, together = [], []
    for number in range(options.rounds):
        one, two = entente.speed(path, jobs=1), entente.speed(path, jobs=2)
        workers.append((two["tokens_per_second"] / one["tokens_per_second"], two["tokens_per_second"]))
        pair = entente.speeds_at_once(path, 2)
        together.append(min(p["tokens_per_second"] / one["tokens_per_second"] for p in pair))
        said(f"round {number + 1}: two workers {workers[-1][0]:.2f} times one, two processes keep {together[-1]:.0%}")

    code = [options.program, "code", REPORT, "--published", PUBLISHED, "--format", "jsonl"]
    page = [whole_process(code) for _ in range(10)]
    load = "import sys, spacy; nlp = spacy.load(sys.argv[1]); nlp(open(sys.argv[2], encoding='utf-8').read())"
    their_page = [whole_process([sys.executable, "-c", load, options.model, REPORT]) for _ in range(3)]

    short = [t for t in texts_of(path) if len(t) < 2000] or texts_of(path)
    batches = []
    for count in (options.batch // 10, options.batch):
        batch = os.path.join(folder, f"batch-{count}.jsonl")
        write_texts(batch, short, count=count)
        seconds, memory = whole_process([options.program, "code", batch, "--published", PUBLISHED, "--format", "jsonl"])
        batches.append((count, seconds, memory))
        said(f"{count} reports: {seconds:.1f} s, {memory:.0f} MB")

    yield "what", "entente", "spaCy", "ratio"
    yield "tokens a second, one core", f"{median(r[1] for r in ratios):,.0f}", f"{median(r[2] for r in ratios):,.0f}", f"{median(r[0] for r in ratios):.1f} times"
    yield "sentences a second, one core", f"{median(ours):,.0f}", f"{median(theirs):,.0f}", ""
    yield "tokens a second, two workers", f"{median(w[1] for w in workers):,.0f}", "", f"{median(w[0] for w in workers):.2f} times one"
    yield "two processes at once, the slower one keeps", f"{median(together):.0%}", "", ""
    yield "one page, from start to end (spaCy: to entities)", f"{1000 * median(p[0] for p in page):.0f} ms", f"{1000 * median(p[0] for p in their_page):.0f} ms", ""
    yield "peak memory on it", f"{max(p[1] for p in page):.0f} MB", f"{max(p[1] for p in their_page):.0f} MB", ""
    for count, seconds, memory in batches:
        yield f"{count:,} short reports coded", f"{seconds:.1f} s, peak {memory:.0f} MB", "", ""
    options.source = source


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", help='JSON Lines of {"id","text"}')
    parser.add_argument("--program", required=True, help="the built entente")
    parser.add_argument("--model", required=True, help="the model folder that both read")
    parser.add_argument("--tokens", type=int, default=60_000, help="about how many tokens a round (60000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds (5)")
    parser.add_argument("--batch", type=int, default=10_000, help="reports of the memory test (10000)")
    parser.add_argument("--quick", action="store_true", help="a look: fewer tokens, two rounds, a small batch; writes no file")
    options = parser.parse_args()
    if options.quick:
        options.tokens, options.rounds, options.batch = 10_000, 2, 200

    with tempfile.TemporaryDirectory() as folder:
        rows = list(measure(options, folder))
    today = datetime.date.today().isoformat()
    versions = subprocess.run([sys.executable, "-c", "import spacy; print(spacy.__version__)"], capture_output=True, text=True)
    changed = " with changes" if git("status", "--porcelain", "--untracked-files=no") else ""
    lines = [
        f"# Speed beside spaCy {versions.stdout.strip()}, {today}",
        "",
        f"By `Benchmarks/run`, commit {git('rev-parse', '--short', 'HEAD')}{changed}; {model_name()}, {os.cpu_count()} cores; medians of {options.rounds} rounds in turn.",
        f"Texts: {options.source}.",
        "",
    ]
    for number, row in enumerate(rows):
        lines.append("| " + " | ".join(row) + " |")
        if number == 0:
            lines.append("|---" * len(row) + "|")
    result = "\n".join(lines) + "\n"
    print(result, end="")
    if not options.quick:
        target = os.path.join(HERE, "results", f"{today}.md")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target + ".new", "w", encoding="utf-8") as sink:
            sink.write(result)
        os.replace(target + ".new", target)
        said(f"written to Benchmarks/results/{today}.md")


if __name__ == "__main__":
    main()
