import sys
import unittest

from house import House, project

sys.path.insert(0, str(project / "tools"))
import together  # noqa: E402


def source(own, public="", margin=""):
    return f"namespace frist {{\n{margin}namespace {{\n{own}\n}}  // namespace\n{public}\n}}  // namespace frist\n"


class Together(House):
    def units(self, **sources):
        for name, text in sources.items():
            self.write(f"src/rules/{name}.cpp", text)
        return together.units(self.root, [f"src/rules/{name}.cpp" for name in sources])

    def assert_one(self, **sources):
        self.assertEqual(1, len(self.units(**sources)))

    def assert_apart(self, **sources):
        self.assertEqual(len(sources), len(self.units(**sources)))

    def test_files_that_share_no_name(self):
        self.assert_one(a=source("int one() { return 1; }"), b=source("int two() { return 2; }"))

    def test_one_name_for_two_functions_types_or_numbers(self):
        for own in ("int one() { return 1; }", "struct Wish {};", "enum class Wish { yes };", "constexpr int one = 1;", "constexpr int one{1};",
                    "using Wish = int;", "template <class T>\nT one(T t) { return t; }"):
            with self.subTest(own=own):
                self.assert_apart(a=source(own), b=source(own))

    def test_a_name_of_one_file_that_another_means_otherwise(self):
        self.assert_apart(a=source("int place() { return 1; }"), b=source("int two() { return place(2); }"))
        self.assert_apart(a=source("int two() { return place(2); }"), b=source("int place() { return 1; }"))

    def test_members_and_names_of_other_places_are_no_mention(self):
        self.assert_one(a=source("int place() { return 1; }"), b=source("int two(Desk& d, Desk* e) { return d.place() + e->place() + desk::place(); }"))

    def test_words_in_comments_and_strings_are_no_mention(self):
        self.assert_one(a=source("int place() { return 1; }"), b=source('// place\n/* place */ const char* two() { return "place"; }'))

    def test_what_stands_behind_the_nameless_part_is_not_its_own(self):
        self.assert_one(a=source("int one() { return 1; }", public="int shown() { return 1; }"), b=source("int two() { return shown(); }"))

    def test_an_alias_of_the_same_and_of_another(self):
        same = "namespace json = boost::json;\n"
        self.assert_one(a=source("int one();", margin=same), b=source("int two();", margin=same))
        self.assert_apart(a=source("int one();", margin=same), b=source("int two();", margin="namespace json = other::json;\n"))

    def test_a_file_that_brings_names_which_do_not_stand_in_it(self):
        self.assert_apart(a=source("int one();", margin="using enum Form;\n"), b=source("int two();"))

    def test_files_that_open_the_same_namespaces_and_others(self):
        opened = "using namespace office;\n"
        self.assert_one(a=source("int one();", margin=opened), b=source("int two();", margin=opened))
        self.assert_apart(a=source("int one();", margin=opened), b=source("int two();"))

    def test_folders_stay_apart_and_no_unit_is_too_long(self):
        self.write("src/money/c.cpp", source("int three();"))
        self.write("src/rules/a.cpp", source("int one();") + "\n" * together.most_lines)
        self.write("src/rules/b.cpp", source("int two();"))
        self.assertEqual(3, len(together.units(self.root, ["src/money/c.cpp", "src/rules/a.cpp", "src/rules/b.cpp"])))

    def test_every_file_is_in_one_unit_and_the_largest_come_first(self):
        made = self.units(a=source("int one();"), b=source("int one();\n\n\n"), c=source("int two();"))
        self.assertEqual(["src/rules/a.cpp", "src/rules/b.cpp", "src/rules/c.cpp"], sorted(name for unit in made for name in unit))
        self.assertEqual([2, 1], [len(unit) for unit in made])


if __name__ == "__main__":
    unittest.main()
