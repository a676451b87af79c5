import unittest

from house import House

weights = ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))


def numbered(birth, individual):
    """A number of eleven digits with both check digits right, for the first individual number that has them."""
    for series in range(individual, 1000):
        digits = birth + f"{series:03d}"
        for row in weights:
            check = -sum(w * int(d) for w, d in zip(row, digits)) % 11
            digits += str(check) if check < 10 else ""
        if len(digits) == 11:
            return digits
    raise AssertionError("no such number")


class People(House):
    check = "check_people"

    def test_a_number_of_a_living_person(self):
        self.write("tests/people.json", '{"id": "' + numbered("120175", 100) + '"}\n')
        self.assert_fault("tests/people.json:1", "a birth number")

    def test_a_number_of_a_person_without_residence(self):
        self.write("tests/people.json", '{"id": "' + numbered("520175", 100) + '"}\n')
        self.assert_fault("tests/people.json:1", "a birth number")

    def test_written_with_a_blank(self):
        number = numbered("120175", 100)
        self.write("README.md", f"Kari is {number[:6]} {number[6:]}.\n")
        self.assert_fault("README.md:1", "a birth number")

    def test_the_synthetic_series(self):
        self.write("tests/people.json", '{"id": "' + numbered("128175", 100) + '"}\n')
        self.assert_clean()

    def test_a_wrong_check_digit(self):
        number = numbered("120175", 100)
        self.write("tests/people.json", '{"id": "' + number[:10] + str((int(number[10]) + 1) % 10) + '"}\n')
        self.assert_clean()


if __name__ == "__main__":
    unittest.main()
