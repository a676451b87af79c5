"""docs/security/asvs.md names tests that are there."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/security/asvs.md").read_text(encoding="utf-8")


def named(page):
    """(file, test or "") in the order of the page; a test without a file belongs to the file named before it."""
    file = None
    for words in re.findall(r"`([^`]+)`", page):
        found = re.fullmatch(r"((?:src|tests|web)/[\w./-]+)(?:: (\w+))?", words)
        if found:
            file = found[1]
            yield file, found[2] or ""
        elif file and re.fullmatch(r"test_\w+|[A-Z][a-z]+[A-Z]\w+", words):
            yield file, words


class Page(unittest.TestCase):
    def test_names_tests_that_are_there(self):
        tests = list(named(PAGE))
        self.assertGreater(len(tests), 100)
        for file, test in tests:
            with self.subTest(file=file, test=test):
                self.assertTrue((ROOT / file).exists())
                if test:
                    self.assertRegex((ROOT / file).read_text(encoding="utf-8"), rf"\b{test}\b")

    def test_would_find_one_that_is_not(self):
        self.assertEqual(list(named("`src/a_test.cpp: Nowhere` and `AlsoThere`")), [("src/a_test.cpp", "Nowhere"), ("src/a_test.cpp", "AlsoThere")])


if __name__ == "__main__":
    unittest.main()
