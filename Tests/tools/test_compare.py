"""What Tools/parity/compare.py counts, and that it sees what it must not overlook."""
import contextlib
import copy
import importlib.util
import io
import os
import unittest

PATH = os.path.join(os.path.dirname(__file__), "..", "..", "Tools", "parity", "compare.py")
spec = importlib.util.spec_from_file_location("compare", PATH)
compare = importlib.util.module_from_spec(spec)
spec.loader.exec_module(compare)


def document(words, entities=(), identifier="a"):
    tokens, start = [], 0
    for i, word in enumerate(words):
        tokens.append({"text": word, "start": start, "end": start + len(word), "tag": "NN", "pos": "NOUN", "morph": "",
                       "lemma": word, "dep": "dep", "head": 0, "sent_start": i == 0})
        start += len(word) + 1
    return {"id": identifier, "tokens": tokens, "entities": [dict(zip(("start", "end", "label"), e)) for e in entities]}


def agreement(gold, *pred):
    comparison = compare.Comparison([gold], {p["id"]: p for p in pred})
    return comparison, {what: value for what, value, _ in comparison.agreement()}


class Compare(unittest.TestCase):
    gold = document(["Ali", "met", "the", "press"], [(0, 3, "PERSON")])

    def test_alike(self):
        comparison, found = agreement(self.gold, copy.deepcopy(self.gold))
        self.assertEqual(set(found.values()), {1.0})
        self.assertEqual(comparison.different_documents, 0)

    def test_empty_document_agrees(self):
        _, found = agreement(document([]), document([]))
        self.assertEqual(found["tokens in documents tokenised alike"], 1.0)

    def test_missing_document_is_counted(self):
        _, found = agreement(self.gold)
        self.assertEqual(found["documents answered"], 0.0)
        self.assertEqual(found["tokens in documents tokenised alike"], 0.0)

    def test_other_tokens_are_named(self):
        comparison, found = agreement(self.gold, document(["Ali", "met", "the press"]))
        self.assertEqual(found["tokens in documents tokenised alike"], 0.0)
        self.assertEqual(list(comparison.tokenisation), ['"the" "press" → "the press"'])

    def test_same_text_at_another_place_is_another_token(self):
        other = copy.deepcopy(self.gold)
        for token in other["tokens"][2:]:
            token["start"] += 1
        _, found = agreement(self.gold, other)
        self.assertEqual(found["tokens in documents tokenised alike"], 0.0)

    def test_each_field_counts(self):
        for field in compare.FIELDS:
            with self.subTest(field):
                other = copy.deepcopy(self.gold)
                other["tokens"][1][field] = True if field == "sent_start" else 3 if field == "head" else "X"
                _, found = agreement(self.gold, other)
                self.assertEqual([k for k, v in found.items() if v < 1], [field])
                self.assertEqual(found[field], 0.75)

    def test_only_the_first_difference_of_a_sentence_leads(self):
        other = copy.deepcopy(self.gold)
        other["tokens"][1]["tag"] = other["tokens"][3]["lemma"] = "X"
        comparison, _ = agreement(self.gold, other)
        self.assertEqual(list(comparison.first), ['tag: "met" NN → X'])

    def test_kinds_of_entity_differences(self):
        for entities, kind in [
            ([], 'only spaCy: "Ali" PERSON'),
            ([(0, 3, "ORG")], 'label: "Ali" PERSON → ORG'),
            ([(0, 7, "PERSON")], 'extent: "Ali" → "Ali met" (PERSON → PERSON)'),
            ([(0, 3, "PERSON"), (12, 17, "ORG")], 'only entente: "press" ORG'),
        ]:
            with self.subTest(kind):
                comparison, found = agreement(self.gold, document(["Ali", "met", "the", "press"], entities))
                self.assertEqual(list(comparison.entity_kinds), [kind])
                self.assertLess(found["entities (F1)"], 1)

    def test_table_shows_thresholds(self):
        comparison, _ = agreement(self.gold, copy.deepcopy(self.gold))
        with contextlib.redirect_stdout(io.StringIO()) as out:
            compare.table(comparison)
        self.assertIn("| tag | 100.0000 % | 99.9 % |", out.getvalue())


if __name__ == "__main__":
    unittest.main()
