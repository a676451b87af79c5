import unittest

from house import House


class Floors(House):
    check = "check_floors"

    def test_down_and_own_folder_are_allowed(self):
        self.write("src/rules/fee.cpp", '#include "rules/fee.h"\n#include "money/money.h"\n#include <vector>\n')
        self.assert_clean()

    def test_up_is_refused(self):
        self.write("src/money/money.cpp", '#include "base/date.h"\n#include "rules/fee.h"\n')
        self.assert_fault("src/money/money.cpp:2", "floor 4, above money on floor 1")

    def test_a_neighbour_is_refused(self):
        self.write("src/store/store.cpp", '  #  include   "print/paper.h"\n')
        self.assert_fault("src/store/store.cpp:1", "neighbour on floor 7")

    def test_angle_brackets_are_no_way_round(self):
        self.write("src/money/money.cpp", "#include <rules/fee.h>\n")
        self.assert_fault("src/money/money.cpp:1", "write it with quotes")

    def test_a_path_without_its_folder_is_refused(self):
        self.write("src/rules/fee.cpp", '#include "../office/night.h"\n')
        self.assert_fault("src/rules/fee.cpp:1", "name it from src/")

    def test_a_folder_without_a_floor_is_refused(self):
        self.write("src/common/drawer.h", "#pragma once\n")
        self.assert_fault("src/common/drawer.h", "not in src/FLOORS")

    def test_a_test_may_use_the_support_of_the_tests(self):
        self.write("src/rules/fee_test.cpp", '#include "support/cases.h"\n')
        self.assert_clean()

    def test_an_empty_list_is_refused(self):
        self.write("src/FLOORS", "# nothing\n")
        (self.root / "src/base/date.h").unlink()
        (self.root / "src/money/money.h").unlink()
        self.assert_fault("src/FLOORS", "no floor is listed")


if __name__ == "__main__":
    unittest.main()
