"""What Tools/judging/judge.py counts of a judged draw, and what it refuses."""
import argparse
import importlib.util
import os
import pathlib
import tempfile
import unittest

PATH = os.path.join(os.path.dirname(__file__), "..", "..", "Tools", "judging", "judge.py")
spec = importlib.util.spec_from_file_location("judge", PATH)
judge = importlib.util.module_from_spec(spec)
spec.loader.exec_module(judge)


def coded(event, verdicts, kind=""):
    return ["r", event, "ACCUSE", "A", "B", "said", "actual", *verdicts, kind, ""]


def read(number, found_by):
    return ["r", number, "ACCUSE", "A", "B", "said", "actual", found_by]


class Judge(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)

    def write(self, coded_lines, read_lines):
        judge.write(self.folder / "coded.tsv", judge.CODED, coded_lines)
        judge.write(self.folder / "read.tsv", judge.READ, read_lines)

    def test_an_event_is_right_when_type_and_both_parties_are(self):
        self.write([coded("e1", "yyy"), coded("e2", "yyn")], [read("r1", "e1"), read("r2", "e2"), read("r3", "-")])
        figures = dict(judge.figures(*judge.judged(self.folder)))
        self.assertEqual(figures["precision, all three right"], (1, 2))
        self.assertEqual(figures["type right"], (2, 2))
        self.assertEqual(figures["recall, all three right"], (1, 3))
        self.assertEqual(figures["told by some event"], (2, 3))

    def test_an_open_verdict_ends_the_run(self):
        self.write([coded("e1", ["y", "", "y"])], [])
        with self.assertRaises(SystemExit) as end:
            judge.judged(self.folder)
        self.assertIn("source_right is ''", str(end.exception))

    def test_coding_again_does_not_wipe_verdicts(self):
        self.write([coded("e1", "yyy")], [])
        with self.assertRaises(SystemExit) as end:
            judge.code(argparse.Namespace(folder=self.folder))
        self.assertIn("is judged", str(end.exception))
        self.assertEqual(len(judge.rows(self.folder / "coded.tsv")), 1)

    def test_the_interval_is_wilsons(self):
        self.assertEqual(judge.interval(50, 100), "0.500 (0.404-0.596), 50 of 100")
        self.assertEqual(judge.interval(0, 0), "no case")


if __name__ == "__main__":
    unittest.main()
