"""Many creditors from one list, and one key for all of them."""
import unittest

from server import FJORD, OTHER, AtFjord, Client

HEAD = "Orgnr;Navn;Adresse;Postnr;Poststed;Kontonummer;E-post;Modus;KID-lengde\r\n"
GOOD = HEAD + ("988 077 917;Annen Prøve AS;Prøvegata 1;0150;Oslo;1234.56.78903;post@annen.example;self;\r\n"
               "310001007;Tredje Prøve AS;Prøvegata 2;5003;Bergen;12345678903;;agency;13\r\n"
               "999999999;Fjord Rør AS;;;;12345678903;;;\r\n")


class ManyCreditors(AtFjord):
    def send(self, text, dry_run=False, client=None):
        query = {"dry_run": "true"} if dry_run else None
        return (client or self.owner).post("/creditors/import", raw=text.encode(), query=query, headers={"Frist-File-Name": "klienter.csv"})

    def numbers(self, client=None):
        return sorted(row["org_number"] for row in (client or self.owner).get("/creditors").json["rows"])

    def test_all_are_added_at_once_and_twice_is_once(self):
        seen = self.send(GOOD, dry_run=True).json
        self.assertEqual((seen["stored"], seen["fresh"], seen["known"], seen["rejected"]), (False, 2, 1, []))
        self.assertEqual(self.numbers(), ["999999999"])
        came = self.send(GOOD).json
        self.assertEqual((came["stored"], came["fresh"], came["known"]), (True, 2, 1))
        self.assertEqual(self.numbers(), ["310001007", "988077917", "999999999"])
        second = self.owner.get("/creditors/988077917").json
        self.assertEqual((second["name"], second["account"], second["address"]["place"], second["email"], second["mode"]), ("Annen Prøve AS", "12345678903", "Oslo", "post@annen.example", "self"))
        self.assertEqual(self.owner.get("/creditors/310001007").json["mode"], "agency")
        # Who was there already stays as it was.
        self.assertEqual(self.owner.get("/creditors/999999999").json["address"]["street"], "Prøvekaien 5")
        self.assertEqual(self.send(GOOD).json["fresh"], 0)
        self.assertEqual([row["what"] for row in self.owner.get("/log").json["rows"]].count("creditor-add"), 3)

    def test_one_mistake_stops_all_and_names_its_row_and_column(self):
        wrong = HEAD + ("988077917;Annen Prøve AS;;;;12345678903;;;\r\n"
                        "988077918;Feil Nummer AS;;;;12345678903;;;\r\n"
                        "310001007;;;;;12345678903;;;\r\n"
                        "310001007;Tredje Prøve AS;;50A1;Bergen;12345678903;;;\r\n"
                        "310001007;Tredje Prøve AS;;;;12345678904;;;\r\n"
                        "310001007;Tredje Prøve AS;;;;12345678903;ingen;;\r\n"
                        "310001007;Tredje Prøve AS;;;;12345678903;;kanskje;\r\n"
                        "310001007;Tredje Prøve AS;;;;12345678903;;;3\r\n"
                        "988077917;Annen Prøve AS;;;;12345678903;;;\r\n")
        answer = self.send(wrong).json
        self.assertFalse(answer["stored"])
        self.assertEqual([(one["row"], one["column"]) for one in answer["rejected"]],
                         [(3, "Orgnr"), (4, "Navn"), (5, "Postnr"), (6, "Kontonummer"), (7, "E-post"), (8, "Modus"), (9, "KID-lengde"), (10, "Orgnr")])
        codes = [one["code"] for one in answer["rejected"]]
        self.assertEqual((codes[1], codes[5], codes[7]), ("creditor.name", "creditor.mode", "creditor.twice"))
        self.assertEqual(self.numbers(), ["999999999"])

    def test_what_is_no_such_list_is_refused(self):
        for text, code in (("Hei\r\n", "header.missing"), ("Orgnr;Navn;Adresse\r\n1;2;3\r\n", "columns.missing"), (HEAD, "list.empty")):
            answer = self.send(text)
            self.assertEqual((answer.status, answer.json["code"]), (422, code))

    def test_only_who_may_add_creditors_does(self):
        handler = self.server.invited(self.owner, "per@fjordror.example", "handler")
        self.assertEqual(self.send(GOOD, client=handler).json["code"], "access.denied")

    def test_one_key_works_for_many_creditors_and_for_no_other(self):
        self.send(GOOD)
        made = self.owner.post("/keys", {"name": "Regnskap", "scopes": ["read"], "creditors": [FJORD["org_number"], OTHER["org_number"]]})
        self.assertEqual(made.status, 201, made.body)
        key = Client(self.server, key=made.json["secret"])
        self.assertEqual(self.numbers(key), ["988077917", "999999999"])
        for org, status in (("999999999", 200), ("988077917", 200), ("310001007", 404)):
            self.assertEqual(key.get(f"/creditors/{org}/cases").status, status)


if __name__ == "__main__":
    unittest.main()
