import unittest

from house import House


class Shape(House):
    check = "check_shape"

    def test_a_tidy_house(self):
        self.assert_clean()

    def test_the_longest_file_and_one_line_more(self):
        self.write("src/rules/long.cpp", "int a;\n" * 600)
        self.assert_clean()
        self.write("src/rules/long.cpp", "int a;\n" * 601)
        self.assert_fault("src/rules/long.cpp", "601 lines")

    def test_work_put_off(self):
        for word in ("TO" + "DO", "FIX" + "ME", "HA" + "CK"):
            with self.subTest(word=word):
                self.write("src/rules/fee.cpp", f"int a;  // {word}: later\n")
                self.assert_fault("src/rules/fee.cpp:1", "work put off")

    def test_skipped_tests(self):
        for line in ("GTEST" + '_SKIP() << "later";', "TEST(fee, DISABLED" + "_first) {}"):
            with self.subTest(line=line):
                self.write("src/rules/fee_test.cpp", line + "\n")
                self.assert_fault("src/rules/fee_test.cpp:1", "skipped")

    def test_failures_waved_through(self):
        for line in ("make || tr" + "ue", "make |" + "| :"):
            with self.subTest(line=line):
                self.write("go.sh", "#!/bin/sh\n" + line + "\n", mode=0o755)
                self.assert_fault("go.sh:2", "waved through")

    def test_floating_point_near_money(self):
        for folder in ("money", "ledger", "cases", "rules", "bank"):
            with self.subTest(folder=folder):
                self.write(f"src/{folder}/sum.cpp", "// no double here\n" + "dou" + "ble rate = 0.1;\n")
                self.assert_fault(f"src/{folder}/sum.cpp:2", "floating point near money")
                (self.root / f"src/{folder}/sum.cpp").unlink()

    def test_a_clock_below_the_doors(self):
        for line in ("auto now = std::chrono::system" + "_clock::now();", "auto now = steady" + "_clock::now();", "auto now = ti" + "me(nullptr);",
                     "auto now = std::ti" + "me(nullptr);", "std::random" + "_device chance;"):
            with self.subTest(line=line):
                self.write("src/office/night.cpp", line + "\n")
                self.assert_fault("src/office/night.cpp:1", "a clock or chance on floor 5")

    def test_the_doors_may_ask_the_time(self):
        self.write("src/store/lease.cpp", "auto now = std::chrono::system" + "_clock::now();\n")
        self.assert_clean()

    def test_words_that_only_look_like_a_clock(self):
        self.write("src/rules/fee.cpp", "auto a = interest.time(3);\nauto b = downtime(4);\n")
        self.assert_clean()

    def test_the_disk_in_a_pure_floor(self):
        self.write("src/rules/fee.cpp", "#include <fstr" + "eam>\n")
        self.assert_fault("src/rules/fee.cpp:1", "the world outside on floor 4")

    def test_a_test_that_sleeps(self):
        self.write("tests/night/night_test.cpp", "std::this_thread::sleep" + "_for(1s);\n")
        self.assert_fault("tests/night/night_test.cpp:1", "a test that sleeps")

    def test_the_path_of_one_machine(self):
        for folder in ("/ho" + "me/kari/", "/ro" + "ot/", "/Us" + "ers/kari/"):
            with self.subTest(folder=folder):
                self.write("README.md", f"Look at {folder}frist.\n")
                self.assert_fault("README.md:1", "path of one machine")

    def test_run_bits(self):
        self.write("go.sh", "#!/bin/sh\n")
        self.assert_fault("go.sh", "without its run bit")
        self.write("go.sh", "echo\n", mode=0o755)
        self.assert_fault("go.sh", "run bit on what is no script")

    def test_a_merge_left_open(self):
        self.write("README.md", "<" * 7 + " HEAD\n")
        self.assert_fault("README.md:1", "a merge left open")


if __name__ == "__main__":
    unittest.main()
