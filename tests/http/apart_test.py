"""Two creditors with everything: who reaches the one is told nothing of the other, by no route that reads.

`people_test.py` asks every route with numbers that nothing has. Here both creditors have cases, letters, payments, files,
jobs, notes and exports under the same numbers, and what the other has is known by words that stand nowhere else."""
import itertools
import subprocess
import unittest

from desk_test import BASE
from server import BINARY, CONTRACT, FJORD, OTHER, TODAY, AtFjord, Client

ELSEWHERE = "/creditors/" + OTHER["org_number"]
# What the other creditor is known by: its names, its customers, its invoices, its notes, its texts, its files.
SECRETS = [secret.encode() for secret in ("Jordugle", "HEMM90", "Skjulveien", "hviskende", OTHER["org_number"], OTHER["name"], "lukket-liste")]


def ledger(name, invoice, street):
    head = "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n"
    return (head + "".join(f"{1000 + n};{name} {n};privat;{street} {n};5003;Bergen;{invoice}{n};12.01.2026;26.01.2026;{n}000,00\r\n" for n in range(1, 6))).encode()


class Apart(AtFjord):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.owner.post("/creditors", {**OTHER, "email": "faktura@annen.example"}).status, 201)
        self.fill(BASE, ledger("Blid Fjellrev", "F90", "Eksempelveien"), "liste", "et notat")
        self.fill(ELSEWHERE, ledger("Taus Jordugle", "HEMM90", "Skjulveien"), "lukket-liste", "hviskende notat")
        wish = {"ask": {"creditors": [FJORD["org_number"], OTHER["org_number"]], "form": "json"}, "schedule": {"every": "day"}}
        self.must(self.owner.post("/exports", {**wish, "name": "lukket-liste"}), 201)
        subprocess.run([BINARY, "--db", self.server.database, "--today", "2026-03-03", "night"], capture_output=True, check=False)
        self.assertEqual(self.owner.get("/export-files").json["rows"][0]["state"], "ready")

    def must(self, answer, *status):
        self.assertIn(answer.status, status or (200,), answer.body[:300])
        return answer

    def fill(self, at, rows, name, note):
        owner = self.owner
        self.must(owner.post(at + "/ledger/import", raw=rows, headers={"Frist-File-Name": name + ".csv", "Prefer": "respond-async"}), 202)
        self.must(owner.get(at + f"/jobs/{owner.get(at + '/jobs').json['rows'][0]['job']}/events"))
        self.must(owner.post(at + "/starts", {"filter": {}}))
        self.must(owner.post(at + "/nights"))
        self.must(owner.post(at + "/letters/print"))
        self.must(owner.post(at + "/cases/1/payments", {"amount": "100.00", "on": TODAY}))
        self.must(owner.post(at + "/cases/2/acts", {"act": "pause"}))
        self.must(owner.post(at + "/cases/1/notes", {"text": note}), 201)
        self.must(owner.post(at + "/mandates", {"role": "reader"}), 201)

    def values(self, parameter):
        """What a place in an address is filled with: the words it may have, or the numbers that both creditors have."""
        if "$ref" in parameter:
            parameter = CONTRACT.at(parameter["$ref"])
        schema = parameter.get("schema", {})
        if "$ref" in schema:
            schema = CONTRACT.at(schema["$ref"])
        return parameter["name"], schema.get("enum") or (["1", "2"] if schema.get("type") == "integer" else ["1", "2", "nb", "notice", "no.standard"])

    def test_nothing_of_another_creditor_is_told_by_any_route_that_reads(self):
        org = FJORD["org_number"]
        people = {role: self.server.invited(self.owner, role + "@fjordror.example", role, [org]) for role in ("handler", "reader", "client")}
        key = self.owner.post("/keys", {"name": "lesing", "scopes": ["read"], "creditors": [org]})
        people["key"] = Client(self.server, key=self.must(key, 201).json["secret"])
        for who, client in people.items():
            told = 0
            for path, item in CONTRACT.document["paths"].items():
                words = item.get("get")
                if not words or words.get("security") == []:
                    continue
                places = dict(self.values(one) for one in [*item.get("parameters", []), *words.get("parameters", [])])
                places = {name: of for name, of in places.items() if "{" + name + "}" in path and name != "creditor"}
                for filled in itertools.product(*places.values()):
                    address = path
                    for name, value in zip(places, filled):
                        address = address.replace("{" + name + "}", str(value))
                    with self.subTest(who=who, address=address):
                        answer = client.get(address.replace("{creditor}", org))
                        told += answer.status == 200
                        for secret in SECRETS:
                            self.assertNotIn(secret, answer.body)
                        if "{creditor}" in path:
                            foreign = client.get(address.replace("{creditor}", OTHER["org_number"]))
                            self.assertIn(foreign.status, (403, 404), foreign.body[:200])
            self.assertGreater(told, 20, who)
        # The words are not secret to everybody: the test would see nothing if they stood nowhere.
        seen = b"".join(self.owner.get(ELSEWHERE + place).body for place in ("", "/cases", "/cases/1", "/debtors/1", "/cases/1/notes", "/imports", "/ledger"))
        for secret in SECRETS:
            self.assertIn(secret, seen)


if __name__ == "__main__":
    unittest.main()
