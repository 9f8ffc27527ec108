"""How Tools/readme.py fills the marked parts of README.md."""
import importlib.util
import os
import tempfile
import unittest

PATH = os.path.join(os.path.dirname(__file__), "..", "..", "Tools", "readme.py")
spec = importlib.util.spec_from_file_location("readme", PATH)
readme = importlib.util.module_from_spec(spec)
spec.loader.exec_module(readme)


class Readme(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(setattr, readme, "HOME", readme.HOME)
        readme.HOME = folder.name

    def test_output_is_what_the_command_prints(self):
        self.assertEqual(readme.output("printf 'two words'"), "```\ntwo words\n```\n")

    def test_a_failing_command_ends_the_run(self):
        with self.assertRaises(SystemExit):
            readme.output("false")

    def test_the_newest_table_is_quoted(self):
        for date in ("2026-01-01", "2026-02-02"):
            with open(os.path.join(readme.HOME, date + ".md"), "w", encoding="utf-8") as sink:
                sink.write(f"# Title\n\nwords\n\n| a |\n|---|\n| {date} |\n\n- no | table\n")
        found = readme.figures("*.md")
        self.assertEqual(found, "From [2026-02-02.md](2026-02-02.md):\n\n| a |\n|---|\n| 2026-02-02 |\n")

    def test_what_nobody_measured_says_so(self):
        self.assertEqual(readme.figures("none/*.md"), "Not measured yet: no none/*.md.\n")

    def test_only_marked_parts_are_replaced(self):
        text = "a\n<!-- figures: x -->\nold\n<!-- end -->\nb\n"
        self.assertEqual(readme.MARKED.sub(lambda m: m[1] + "new\n" + m[4], text), "a\n<!-- figures: x -->\nnew\n<!-- end -->\nb\n")


if __name__ == "__main__":
    unittest.main()
