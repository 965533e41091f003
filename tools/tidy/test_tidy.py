"""Shows that each rule can fail, and where, and that its decent neighbour passes."""

import unittest

import rules
from cpp import functions

OPEN = "{{" "{"
CLOSE = "}}" "}"
MAP = "# Map\n```\nsrc/\n  domain/   pure\n  store/    rows\ntests/\n  specs/\n```\n"

# rule, what must be refused, what must pass; each a tree of one or a few files.
CASES = [
    (rules.arrows, {"src/web/a.cpp": '#include "mail/b.h"\n'}, {"src/web/a.cpp": '#include "desk/b.h"\n#include "domain/c.h"\n'}),
    (rules.arrows, {"src/store/a.cpp": '#include "desk/b.h"\n'}, {"src/app/a.cpp": '#include "mail/b.h"\n'}),
    (rules.arrows, {"src/timers/a.cpp": '#include "web/b.h"\n'}, {"src/timers/a.cpp": '// #include "web/b.h"\n'}),
    (rules.arrows, {"src/gadgets/a.cpp": ""}, {"src/domain/a.cpp": ""}),
    (rules.domain_arrows, {"src/domain/calendar/a.h": '#include "domain/sla/b.h"\n'}, {"src/domain/sla/a.h": '#include "domain/calendar/b.h"\n'}),
    (rules.pure_domain, {"src/domain/a.h": "#include <fmt/format.h>\n"}, {"src/domain/a.h": "#include <vector>\n"}),
    (rules.pure_domain, {"src/domain/a.h": "#include <unistd.h>\n"}, {"src/domain/a.test.cpp": "#include <gtest/gtest.h>\n"}),
    (rules.seams, {"src/web/api/a.cpp": "#include <boost/beast/http.hpp>\n"}, {"src/web/http/a.cpp": "#include <boost/beast/http.hpp>\n"}),
    (rules.seams, {"src/store/a.cpp": "#include <sqlite3.h>\n"}, {"src/store/sql/a.cpp": "#include <sqlite3.h>\n"}),
    (rules.seams, {"src/desk/a.cpp": "#include <boost/json.hpp>\n"}, {"src/web/api/a.cpp": "#include <boost/json.hpp>\n"}),
    (rules.seams, {"src/desk/a.cpp": "#include <gtest/gtest.h>\n"}, {"src/desk/a.test.cpp": "#include <gtest/gtest.h>\n"}),
    (rules.headers, {"src/desk/a.h": "int a;\n"}, {"src/desk/a.h": "#pragma once\nint a;\n"}),
    (rules.headers, {"src/desk/a.cpp": '#include "../b.h"\n'}, {"src/desk/a.cpp": '#include "desk/b.h"\n'}),
    (rules.file_length, {"src/desk/a.cpp": "\n" * 401}, {"src/desk/a.cpp": "\n" * 400}),
    (rules.function_length, {"src/a.cpp": "void f() {\n" + "g();\n" * 100 + "}\n"}, {"src/a.cpp": "void f() {\n" + "g();\n" * 98 + "}\n"}),
    (rules.banned_calls, {"src/desk/a.cpp": "auto now = std::chrono::system_clock::now();\n"}, {"src/app/a.cpp": "auto now = std::chrono::system_clock::now();\n"}),
    (rules.banned_calls, {"src/desk/a.cpp": "auto t = time(nullptr);\n"}, {"src/desk/a.cpp": "auto t = end_time(nullptr);\n"}),
    (rules.banned_calls, {"src/web/a.test.cpp": "std::this_thread::sleep_for(1s);\n"}, {"src/web/a.cpp": "// never sleep_for\n"}),
    (rules.banned_calls, {"src/timers/a.cpp": "sleep(5);\n"}, {"src/timers/a.cpp": "state.sleep(due);\n"}),
    (rules.banned_calls, {"src/mail/a.cpp": "std::cerr << 1;\n"}, {"src/app/a.cpp": "std::cerr << 1;\n"}),
    (rules.banned_calls, {"src/mail/a.cpp": "int n = atoi(s);\n"}, {"src/mail/a.cpp": 'auto s = "atoi(s)";\n'}),
    (rules.banned_calls, {"src/mail/a.cpp": "std::rand();\n"}, {"src/mail/a.cpp": "operand();\n"}),
    (rules.banned_calls, {"src/mail/a.cpp": "t.detach();\n"}, {"src/mail/a.cpp": "t.join();\n"}),
    (rules.escaping_templates, {"templates/a.mustache": OPEN + "name" + CLOSE}, {"templates/a.mustache": OPEN + "body_html" + CLOSE + " {{name}}"}),
    (rules.escaping_templates, {"templates/a.mustache": "{{& name}}"}, {"templates/a.mustache": "{{name}} & co"}),
    (rules.machine_words, {"docs/a.md": "see /ho" "me/ann/notes\n"}, {"docs/a.md": "the page /r/home/\n"}),
    (rules.machine_words, {"tests/package-lock.json": "https://registry.np" "mjs.org/x"}, {"tests/package-lock.json": "{}"}),
    (rules.machine_words, {"README.md": "as in ../sha" "red/DESIGN.md"}, {"README.md": "a shared folder"}),
    (rules.unfinished, {"src/a.cpp": "// TO" "DO: more\n"}, {"src/a.cpp": "// done\n"}),
    (rules.switched_off_tests, {"tests/journeys/a.test.mjs": "test.sk" 'ip("x")'}, {"tests/journeys/a.test.mjs": 'test("x")'}),
    (rules.switched_off_tests, {"src/a.test.cpp": "TEST(A, DIS" "ABLED_b) {}"}, {"src/a.test.cpp": "TEST(A, b) {}"}),
    (rules.waiting_in_tests, {"tests/journeys/a.test.mjs": "setTimeout(f, 100)"}, {"tests/journeys/support/until.mjs": "setTimeout(f, 100)"}),
    (rules.names, {"src/desk/string_utils.h": ""}, {"src/desk/utility_of_a_reply.h": ""}),
    (rules.names, {"staff/src/ui/QueryManager.ts": ""}, {"staff/src/ui/ManagerMail.tsx": ""}),
    (rules.tests_beside_sources, {"src/desk/b/a.test.cpp": "", "src/desk/b.cpp": ""}, {"src/desk/a.test.cpp": "", "src/desk/b.h": ""}),
    (rules.architecture_map, {"docs/ARCHITECTURE.md": MAP, "src/domain/a.h": ""}, {"docs/ARCHITECTURE.md": MAP, "src/domain/a.h": "", "src/store/b.h": ""}),
    (rules.architecture_map, {"docs/ARCHITECTURE.md": MAP, "src/domain/a.h": "", "src/store/b.h": "", "src/desk/c.h": ""}, {"docs/ARCHITECTURE.md": MAP, "src/domain/a.h": "", "src/store/b.h": ""}),
    (rules.architecture_map, {"src/domain/a.h": ""}, {"docs/ARCHITECTURE.md": MAP, "src/domain/a.h": "", "src/store/b.h": ""}),
]


class Rules(unittest.TestCase):
    def test_each_case_is_refused_and_its_neighbour_passes(self):
        for number, (rule, refused, passes) in enumerate(CASES):
            with self.subTest(rule=rule.__name__, case=number):
                self.assertTrue(list(rule(refused)), "was not refused")
                self.assertEqual(list(rule(passes)), [])

    def test_every_rule_has_a_case(self):
        self.assertEqual({rule for rule, _, _ in CASES}, set(rules.RULES))

    def test_a_problem_names_its_line(self):
        tree = {"src/desk/a.cpp": "/* two\nlines */\nint x = atoi(s);\n"}
        self.assertEqual([p.line for p in rules.banned_calls(tree)], [3])


class Functions(unittest.TestCase):
    def lengths(self, text):
        return sorted(length for _, length in functions(text))

    def test_tables_classes_and_namespaces_are_no_functions(self):
        self.assertEqual(self.lengths("namespace a {\nconst Row rows[] = {\n{1},\n{f(2)},\n};\nstruct B {\nint x;\n};\n}\n"), [])

    def test_members_lambdas_and_tests_are(self):
        self.assertEqual(self.lengths("struct A {\nint f() const {\nreturn 1;\n}\n};\n"), [3])
        self.assertEqual(self.lengths("auto f = [&](int x) {\nreturn x;\n};\n"), [3])
        self.assertEqual(self.lengths("TEST(A, b) {\n\n}\n"), [3])

    def test_braces_in_literals_do_not_count(self):
        self.assertEqual(self.lengths('void f() {\nauto s = "}";\nauto r = R"(}})";\nchar c = \'}\';\n}\n'), [5])


if __name__ == "__main__":
    unittest.main()
