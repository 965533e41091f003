import unittest

from tally import tally


class Tally(unittest.TestCase):
    def test_counts(self):
        report = '{"tests": 5, "failures": 2, "disabled": 0, "errors": 0}'
        for kind, status, log, reports, expected in [
            ("one", 0, "", [], (1, 0)),
            ("one", 3, "", [], (0, 1)),
            ("gtest", 1, "", [report], (3, 2)),
            ("node", 1, "ℹ tests 9\nℹ pass 7\nℹ fail 1\nℹ cancelled 1\n", [], (7, 2)),
            ("vitest", 1, "      Tests  1 failed | 12 passed (13)\n", [], (14, 1)),
            ("unittest", 1, "Ran 6 tests in 0.1s\nFAILED (failures=1, errors=1)\n", [], (4, 2)),
            ("sla", 1, "TOTAL 3 wrong of 400 (0.1 s)\n", [], (397, 3)),
            ("counted", 0, "…\n14 passed, 0 failed\n", [], (14, 0)),
        ]:
            with self.subTest(kind=kind, status=status):
                self.assertEqual(tally(kind, status, log, reports), expected)

    def test_a_crash_is_a_failure_whatever_was_counted_before(self):
        self.assertEqual(tally("node", 1, "ℹ pass 7\nℹ fail 0\n", []), (7, 1))
        self.assertEqual(tally("counted", 139, "", []), (0, 1))
        self.assertEqual(tally("vitest", 2, "error TS2304\n", []), (0, 1))

    def test_a_program_that_left_no_report_crashed(self):
        self.assertEqual(tally("gtest", 134, "", ['{"tests": 5, "failures": 0}', ""]), (5, 1))

    def test_nothing_run_is_a_failure(self):
        self.assertEqual(tally("node", 0, "", []), (0, 1))
        self.assertEqual(tally("gtest", 0, "", []), (0, 1))


if __name__ == "__main__":
    unittest.main()
