import unittest

from house import House


class Law(House):
    check = "check_law"

    def test_rows_that_follow_each_other(self):
        self.assert_clean()

    def test_a_gap(self):
        self.law("sats,2017-01-01,2025-12-30,700,NOK,a gazette,read,2026-11-22", "sats,2026-01-01,,750,NOK,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:3", "a gap before this row of sats")

    def test_an_overlap_by_one_day(self):
        self.law("sats,2017-01-01,2026-01-01,700,NOK,a gazette,read,2026-11-22", "sats,2026-01-01,,750,NOK,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:3", "overlap")

    def test_rows_that_do_not_rise(self):
        self.law("sats,2026-01-01,,750,NOK,a gazette,read,2026-11-22", "sats,2017-01-01,2025-12-31,700,NOK,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:3", "do not rise")

    def test_a_row_left_open_before_the_next(self):
        self.law("sats,2017-01-01,,700,NOK,a gazette,read,2026-11-22", "sats,2026-01-01,,750,NOK,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:3", "has no last day")

    def test_a_row_that_ends_before_it_begins(self):
        self.law("sats,2026-01-01,2025-12-31,750,NOK,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", "ends before it begins")

    def test_a_day_that_does_not_exist(self):
        self.law("sats,2026-02-30,,750,NOK,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", "valid_from is no day")

    def test_only_a_regime_may_lack_its_first_day(self):
        self.law("regime_no_2026,,,not_in_force,regime,an act,read,2026-11-22")
        self.assert_clean()
        self.law("sats,,,750,NOK,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", "only a regime")

    def test_no_source(self):
        self.law("sats,2026-01-01,,750,NOK,,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", "no source")

    def test_no_day_of_checking(self):
        self.law("sats,2026-01-01,,750,NOK,a gazette,read,")
        self.assert_fault("law/no/fees.csv:2", "checked_on is no day")

    def test_an_unknown_confidence(self):
        self.law("sats,2026-01-01,,750,NOK,a gazette,certain,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", 'confidence "certain"')

    def test_a_source_that_doubts_itself_is_unsure(self):
        self.law('sats,2026-01-01,,750,NOK,"not found; derived by halving",unsure,2026-11-22')
        self.assert_clean()
        self.law("sats,2026-01-01,,750,NOK,start date inferred from a bill,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", 'the source says "inferred", the row says read')
        self.law("sats,2026-01-01,,750,NOK,own knowledge,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", "own knowledge")

    def test_only_an_unsure_row_may_lack_its_value(self):
        self.law("sats,2026-01-01,,,NOK,figure not seen,unsure,2026-11-22")
        self.assert_clean()
        self.law("sats,2026-01-01,,,NOK,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", "no value")

    def test_a_value_that_does_not_fit_its_unit(self):
        for value, unit in (("7OO", "NOK"), ("12,25", "percent_per_year"), ("1/", "x_sats"), ("1.5", "days"), ("13-01", "month_day"), ("maybe", "channel_rule")):
            with self.subTest(value=value, unit=unit):
                self.law(f'sats,2026-01-01,,"{value}",{unit},a gazette,read,2026-11-22')
                self.assert_fault("law/no/fees.csv:2", f"is no value of unit {unit}")

    def test_an_unknown_unit(self):
        self.law("sats,2026-01-01,,750,dollars,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", 'unit "dollars"')

    def test_two_units_for_one_name(self):
        self.law("sats,2017-01-01,2025-12-31,700,NOK,a gazette,read,2026-11-22", "sats,2026-01-01,,750,NOK_below,a gazette,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:3", "had the unit NOK before")

    def test_one_name_in_two_files(self):
        self.write("law/no/periods.csv", (self.root / "law/no/fees.csv").read_text(encoding="utf-8").split("\n")[0] + "\nsats,2030-01-01,,800,NOK,a gazette,read,2026-11-22\n")
        self.assert_fault("law/no/periods.csv:2", "stands in law/no/fees.csv too")

    def test_what_letters_must_say_is_law_too(self):
        head = (self.root / "law/no/fees.csv").read_text(encoding="utf-8").split("\n")[0]
        self.write("texts/no/contents.csv", head + "\nletter:notice:deadline,1989-10-01,,mandatory,content,,read,2026-11-22\n")
        self.assert_fault("texts/no/contents.csv:2", "no source")

    def test_another_header(self):
        self.write("law/no/fees.csv", "name,from,to\n")
        self.assert_fault("law/no/fees.csv:1", "the header is not")

    def test_a_comma_without_quotes(self):
        self.law("sats,2026-01-01,,750,NOK,a gazette, a page,read,2026-11-22")
        self.assert_fault("law/no/fees.csv:2", "9 cells where 8 are wanted")

    def test_no_tables_at_all(self):
        (self.root / "law/no/fees.csv").unlink()
        self.assert_fault("law/", "there is no table")


if __name__ == "__main__":
    unittest.main()
