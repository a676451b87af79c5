import subprocess
import unittest

from house import House


class Format(House):
    check = "check_format"

    def test_a_tidy_house(self):
        self.assert_clean()

    def test_each_fault_of_spacing(self):
        rows = [
            (b"int a; \n", 1, "a blank at the end"),
            (b"int a;\r\n", 1, "a carriage return"),
            (b"\tint a;\n", 1, "a tab"),
            (b"int a;", 1, "no line feed at the end"),
            (b"int a;\n\n", 2, "an empty line at the end"),
            (b"\xef\xbb\xbfint a;\n", 1, "a byte order mark"),
            (b"int a;\n// b\xe5t\n", 2, "no UTF-8"),
        ]
        for data, line, words in rows:
            with self.subTest(words=words):
                self.write("src/rules/fee.cpp", data)
                self.assert_fault(f"src/rules/fee.cpp:{line}", words)

    def test_what_can_be_mended_is_mended(self):
        self.write("src/rules/fee.cpp", b"\xef\xbb\xbfint a; \r\nint b;\n\n")
        self.assert_clean("--write")
        self.assertEqual((self.root / "src/rules/fee.cpp").read_bytes(), b"int a;\nint b;\n")

    def test_broken_json(self):
        self.write("courses/no.json", '{"steps": [}\n')
        self.assert_fault("courses/no.json:0", "no JSON")

    def test_samples_of_others_keep_their_bytes(self):
        self.write("tests/bank/samples/ocr.txt", b"NY000010 \r\n")
        self.write("tests/errors/play/broken.json", b"{")
        self.assert_clean()

    def test_files_that_git_ignores_are_not_ours(self):
        subprocess.run(["git", "init", "-q", str(self.root)], check=True)
        self.write(".gitignore", "out/\n")
        self.write("out/made.cpp", b"int a; \n")
        self.assert_clean()


if __name__ == "__main__":
    unittest.main()
