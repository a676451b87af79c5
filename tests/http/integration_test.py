"""Where the open items come from: chosen, tried with a file that is not taken in, and finished."""
import unittest

from imports_test import as_csv, rows
from server import AtFjord

AT = "/creditors/999999999"
BASE = AT + "/integration"
OFFICE = ("Fakturanummer;Fakturadato;Forfallsdato;Betalingsdato;Kundenummer;Kundenavn;Fakturabeløp;Kreditert;Innbetalt;Saldo\r\n"
          "5001;01.10.2025;15.10.2025;;1044;Blid Fjellrev;1 250,00;0,00;250,00;1 000,00\r\n").encode("windows-1252")
OWN = "Kundenr;Navn;Fakturanr;Forfallsdato;Til gode\r\n1;Blid Fjellrev;F1;15.01.2026;1000,00\r\n".encode()


class Integration(AtFjord):
    def put(self, source, raw, name="liste.csv", **query):
        return self.owner.ask("PUT", BASE, raw=raw, query={"source": source, **query}, headers={"Frist-File-Name": name})

    def test_a_system_is_tried_and_then_in_use_and_nothing_is_taken(self):
        fresh = self.owner.get(BASE).json
        self.assertEqual((fresh["source"], fresh["tried_on"], fresh["ledger_read"]), (None, None, None))
        self.assertEqual(fresh["known"], ["24sevenoffice", "ehf", "agency", "file"])
        set_up = self.put("24sevenoffice", OFFICE)
        self.assertEqual((set_up.status, set_up.json["source"], set_up.json["tried_on"], set_up.json["by"]), (200, "24sevenoffice", "2026-03-02", "Lise Mønster"))
        self.assertEqual(self.owner.get(BASE).json, set_up.json)
        self.assertEqual(self.owner.get(AT + "/ledger").json["count"], 0)
        self.assertEqual(self.owner.post(AT + "/ledger/import", raw=OFFICE, headers={"Frist-File-Name": "liste.csv"}).json["added"], 1)
        self.assertIsNotNone(self.owner.get(BASE).json["ledger_read"])

    def test_another_file_is_set_up_with_what_its_columns_are(self):
        asked = self.put("file", OWN)
        self.assertEqual((asked.status, asked.json["code"]), (422, "integration.untried"))
        said = self.put("file", OWN, map='{"columns": {"open_amount": "Til gode"}}')
        self.assertEqual((said.status, said.json["source"]), (200, "file"))
        # The next list is read as this one was.
        again = self.owner.post(AT + "/ledger/import", raw=OWN.replace(b"F1", b"F2"), query={"dry_run": "true"}, headers={"Frist-File-Name": "ny.csv"}).json
        self.assertEqual((again["questions"], again["rows"], again["template"]), ([], 1, "Annet (fil)"))

    def test_there_is_one_source_at_a_time_and_it_can_be_turned_off(self):
        plain = as_csv(rows(3), ";", ",", "UTF-8")
        self.assertEqual(self.put("24sevenoffice", OFFICE).status, 200)
        self.assertEqual(self.put("file", plain).json["source"], "file")
        self.assertEqual([one["name"] for one in self.owner.get(AT + "/import-templates").json["rows"]], ["Annet (fil)"])
        self.assertEqual(self.owner.ask("DELETE", BASE).status, 204)
        self.assertIsNone(self.owner.get(BASE).json["source"])
        none = self.owner.ask("DELETE", BASE)
        self.assertEqual((none.status, none.json["code"]), (404, "integration.none"))
        acts = [row["what"] for row in self.owner.get("/log").json["rows"]]
        self.assertEqual((acts.count("integration-set"), acts.count("integration-drop")), (2, 1))

    def test_what_does_not_work_is_not_set_up(self):
        plain = as_csv(rows(3), ";", ",", "UTF-8")
        for source, raw, code in (("24sevenoffice", plain, "integration.other"), ("ehf", plain, "integration.other"), ("agency", plain, "integration.other"), ("fiken", plain, "integration.source"),
                                  ("file", b"Kundenr;Navn;Fakturanr;Forfallsdato;Saldo\r\n1;Blid Fjellrev;F1;i morgen;1,00\r\n", "integration.untried")):
            answer = self.put(source, raw)
            self.assertEqual(answer.json["code"], code)
        self.assertIsNone(self.owner.get(BASE).json["source"])
        template = self.owner.ask("PUT", AT + "/import-templates/Var", {"header_hash": "x", "map": {"source": "fiken"}})
        self.assertEqual(template.json["code"], "map.source")


if __name__ == "__main__":
    unittest.main()
