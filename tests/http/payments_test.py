"""Money on the wire: what came in, where it belongs, what goes back, and that nothing of it is lost or done twice."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

from desk_test import BASE
from server import AtFjord

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "kill"))
from kill_test import ocr_giro  # noqa: E402

SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared" / "fixtures" / "xsd" / "pain.001.001.03.xsd"
LEDGER = (
    "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n"
    "1001;Blid Fjellrev;privat;Eksempelveien 1;5003;Bergen;F101;12.01.2026;26.01.2026;10 000,00\r\n"
    "1002;Rask Rype;privat;Eksempelveien 2;5003;Bergen;F102;14.01.2026;28.01.2026;2 450,50\r\n").encode()


class Money(AtFjord):
    def setUp(self):
        super().setUp()
        self.owner.post(BASE + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
        self.owner.post(BASE + "/starts", {"all": True})
        self.cases = {row["name"]: row for row in self.owner.get(BASE + "/cases").json["rows"]}
        self.first = self.cases["Blid Fjellrev"]
        self.second = self.cases["Rask Rype"]

    def bank(self, payments, number=1):
        """A file of the bank, booked on 20 March 2026 as its records say."""
        if self.server.today != "2026-03-20":
            self.another_day("2026-03-20")
        raw = ocr_giro(number, payments).encode("latin-1")
        answer = self.owner.post(BASE + "/payment-files", raw=raw, headers={"Frist-File-Name": f"bank{number}.ocr"})
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    @staticmethod
    def debits(rows):
        """What went out of the account on 20 March 2026, as camt.054 tells it."""
        def entry(number, amount, name):
            named = f"<EndToEndId>{name}</EndToEndId>" if name else ""
            return (f"<Ntry><NtryRef>{number}</NtryRef><Amt Ccy=\"NOK\">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
                    "<BookgDt><Dt>2026-03-20</Dt></BookgDt><ValDt><Dt>2026-03-20</Dt></ValDt>"
                    f"<NtryDtls><TxDtls><Refs><AcctSvcrRef>OUT-{number}</AcctSvcrRef>{named}</Refs></TxDtls></NtryDtls></Ntry>")
        entries = "".join(entry(number, amount, name) for number, (amount, name) in enumerate(rows, 1))
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn>"
                "<GrpHdr><MsgId>UT-1</MsgId><CreDtTm>2026-03-20T06:00:00+01:00</CreDtTm></GrpHdr>"
                "<Ntfctn><Id>UT-1</Id><CreDtTm>2026-03-20T06:00:00+01:00</CreDtTm><Acct><Id><IBAN>NO7112345678903</IBAN></Id><Ccy>NOK</Ccy></Acct>"
                f"{entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>").encode()

    def payments(self, **query):
        return self.owner.get(BASE + "/payments", query={"from": "2026-01-01", **query}).json

    def waiting(self):
        return self.owner.get(BASE + "/suspense").json["rows"]

    def test_the_list_of_an_account_is_a_file_like_the_others_and_counts_once(self):
        self.another_day("2026-03-20")
        rows = ("Bokført dato;Beskrivelse;Inn;Ut;Fra konto;KID\n"
                f"20.03.2026;Overføring;4 000,00;;12341234562;{self.first['kid']}\n"
                f"20.03.2026;Nettbank KID: {self.second['kid']};100,00;;;\n"
                "20.03.2026;Blid Fjellrev faktura;50,00;;;\n"
                "20.03.2026;Gebyr;;45,00;;\n")

        def bring(raw, status=200):
            answer = self.owner.post(BASE + "/payment-files", raw=raw.encode(), headers={"Frist-File-Name": "konto.csv"})
            self.assertEqual(answer.status, status, answer.body)
            return answer.json
        taken = bring(rows)
        self.assertEqual((taken["kind"], taken["applied"], taken["applied_sum"], taken["suspense"], taken["suspense_sum"]), ("list", 2, "4100.00", 1, "50.00"))
        again = bring(rows + "21.03.2026;Overføring;10,00;;;\n")
        self.assertEqual((again["applied"], again["known"], again["suspense"]), (0, 3, 1))
        also_by_the_bank = self.bank([(self.first["kid"], 400_000)])
        self.assertEqual((also_by_the_bank["applied"], also_by_the_bank["known"]), (0, 1), "the bank's own file tells of the same money")
        self.assertEqual(bring(rows.replace("100,00", "hundre"), 422)["code"], "bank.list_amount")
        self.assertEqual(bring(rows.replace("20.03.2026;Overføring", "31.02.2026;Overføring"), 422)["code"], "bank.list_day")
        self.assertEqual(bring("Dato;Beløp\n", 422)["code"], "bank.list_empty")
        self.assertEqual(bring("Dato;Beløp;KID\n20.03.2026;10,00;1,23457E+13\n", 422)["code"], "bank.list_reference")
        self.assertEqual(bring("Dato;Beløp;Til konto\n20.03.2026;10,00;11112222333\n", 422)["code"], "pay.account")

    def test_are_listed_with_what_they_cover_and_found_again(self):
        self.bank([(self.first["kid"], 400_000), ("1234567897", 5_000)])
        self.owner.post(f"{BASE}/cases/{self.second['case']}/payments", {"amount": "50.50"})
        page = self.payments()
        self.assertEqual((page["count"], page["sum"]), (2, "4050.50"))
        by_bank = self.payments(source="bank")["rows"]
        self.assertEqual([(row["case"], row["amount"], row["kid"], row["source"]) for row in by_bank], [(self.first["case"], "4000.00", self.first["kid"], "bank")])
        row = by_bank[0]
        self.assertEqual(float(row["amount"]), sum(float(row[part]) for part in ("costs", "interest", "principal", "overpaid")))
        for search in (str(self.first["case"]), "4000.00", self.first["kid"][2:8], "fjellrev"):
            self.assertEqual([one["case"] for one in self.payments(search=search)["rows"]], [self.first["case"]], search)
        self.assertEqual(self.payments(to="2026-01-31")["count"], 0)
        self.assertEqual(self.owner.get(BASE + "/payments", query={"from": "2026-03-20", "to": "2026-03-19"}).json["code"], "payment.days")
        self.assertEqual(self.owner.get(BASE + "/payments/lines/99").json["code"], "payment.line")
        line = self.owner.get(f"{BASE}/payments/lines/{row['line']}").json
        self.assertIn("NY0910", line["raw"])
        self.assertEqual([(part["case"], part["amount"]) for part in line["parts"]], [(self.first["case"], "4000.00")])
        day = self.owner.get(BASE + "/payments/days", query={"from": "2026-01-01"}).json["rows"][-1]
        self.assertEqual((day["received"], day["booked"], day["waiting"], day["by_hand"]), ("4050.00", "4000.00", "50.00", "50.50"))

    def test_one_is_split_over_cases_and_the_rest_goes_back(self):
        self.bank([("1234567897", 300_000)])
        line = self.waiting()[0]["line"]
        at = f"{BASE}/suspense/{line}"
        self.assertEqual(self.owner.post(at, {"case": self.first["case"], "amount": "3000.01"}).json["code"], "suspense.amount")
        self.assertEqual(self.owner.post(at, {"case": self.first["case"], "amount": "1000.00"}).status, 204)
        self.assertEqual(self.waiting()[0]["left"], "2000.00")
        self.assertEqual(self.owner.post(at, {"case": self.second["case"], "amount": "500.00"}).status, 204)
        wish = {"line": line, "account": "1234.56.78903", "name": "Ukjent Betaler"}
        refund = self.owner.post(BASE + "/refunds", wish)
        self.assertEqual((refund.status, refund.json["amount"], refund.json["state"]), (201, "1500.00", "ordered"), refund.body)
        self.assertEqual(self.waiting(), [])
        self.assertEqual(self.owner.post(BASE + "/refunds", wish).json["code"], "suspense.unknown")
        self.assertEqual(self.owner.post(BASE + "/refunds", {"account": "12345678903"}).json["code"], "refund.which")
        self.assertEqual(self.owner.ask("DELETE", f"{BASE}/refunds/99").json["code"], "refund.unknown")
        self.assertEqual(self.owner.ask("DELETE", f"{BASE}/refunds/{refund.json['refund']}").status, 204)
        self.assertEqual(self.waiting()[0]["left"], "1500.00")

    def test_one_is_moved_and_the_case_it_closed_goes_on(self):
        page = self.bank([(self.second["kid"], 9_999_900)])
        self.assertEqual(page["closed"], 1)
        row = self.payments(case=self.second["case"])["rows"][0]
        move = f"{BASE}/cases/{row['case']}/payments/{row['payment']}/move"
        self.assertEqual(self.owner.post(move, {"to": self.second["case"]}).json["code"], "payment.same")
        self.assertEqual(self.owner.post(move, {"why": "mistake"}).json["code"], "payment.from_bank")
        moved = self.owner.post(move, {"to": self.first["case"]})
        self.assertEqual((moved.status, moved.json["to"]), (200, self.first["case"]), moved.body)
        self.assertEqual(self.owner.post(move, {"to": self.first["case"]}).json["code"], "payment.unknown")
        self.assertEqual(self.owner.get(f"{BASE}/cases/{self.second['case']}").json["state"], "active")
        self.assertEqual(self.owner.get(f"{BASE}/cases/{self.first['case']}").json["state"], "closed")
        self.assertEqual([(one["case"], one["gone"]) for one in self.payments(gone="true")["rows"]], [(self.second["case"], "moved")])
        self.assertIn('"payment_taken_back"', self.owner.get(f"{BASE}/cases/{self.second['case']}").body.decode())

    def test_one_by_hand_was_a_mistake(self):
        at = f"{BASE}/cases/{self.first['case']}"
        self.owner.post(at + "/payments", {"amount": "100.00"})
        row = self.payments()["rows"][0]
        move = f"{at}/payments/{row['payment']}/move"
        self.assertEqual(self.owner.post(move, {}).json["code"], "payment.where")
        self.assertEqual(self.owner.post(move, {"why": "mistake", "to": self.second["case"]}).json["code"], "payment.where")
        self.assertEqual(self.owner.post(move, {"why": "mistake"}).status, 200)
        self.assertEqual(self.payments(gone="false")["count"], 0)
        self.owner.post(at + "/payments", {"amount": "100.00"})
        row = self.payments(gone="false")["rows"][0]
        self.assertEqual(row["payment"], 2)
        moved = self.owner.post(f"{at}/payments/2/move", {"to": self.second["case"]})
        self.assertEqual((moved.json["to"], moved.json["line"]), (self.second["case"], None), moved.body)

    def test_what_was_paid_too_much_goes_back_by_a_file_for_the_bank(self):
        self.bank([(self.second["kid"], 500_000)])
        owed = self.owner.get(BASE + "/refunds").json["owed"]
        self.assertEqual([(row["case"], row["name"]) for row in owed], [(self.second["case"], "Rask Rype")])
        wish = {"case": owed[0]["case"], "payment": owed[0]["payment"], "account": "12345678901"}
        self.assertEqual(self.owner.post(BASE + "/refunds", wish).json["code"], "refund.account")
        self.assertNotIn("12345678901", str(self.owner.post(BASE + "/refunds", wish).json))
        wish["account"] = "12345678903"
        refund = self.owner.post(BASE + "/refunds", wish, headers={"Idempotency-Key": "en-gang-er-nok"}).json
        self.assertEqual(self.owner.post(BASE + "/refunds", wish, headers={"Idempotency-Key": "en-gang-er-nok"}).json, refund)
        self.assertEqual((refund["amount"], refund["name"]), (owed[0]["amount"], "Rask Rype"))
        file = self.owner.post(BASE + "/refunds/file")
        self.assertEqual(file.status, 200)
        name = file.header("Frist-File")
        self.assertEqual(self.owner.post(BASE + "/refunds/file").status, 204, "each refund is in one file")
        self.assertEqual(self.owner.get(f"{BASE}/refunds/files/{name}").body, file.body)
        self.assertEqual(self.owner.get(f"{BASE}/refunds/files/annet").json["code"], "refund.batch")
        if SHARED.exists():
            with tempfile.NamedTemporaryFile(suffix=".xml") as kept:
                kept.write(file.body)
                kept.flush()
                checked = subprocess.run(["xmllint", "--noout", "--schema", str(SHARED), kept.name], capture_output=True, text=True)
            self.assertEqual(checked.returncode, 0, checked.stderr)
        statement = self.debits([(refund["amount"], f"FRIST-999999999-{refund['refund']}"), ("12000.00", "HUSLEIE"), (refund["amount"], "FRIST-988077917-1"), ("1.00", "")])
        told = self.owner.post(BASE + "/payment-files", raw=statement, headers={"Frist-File-Name": "konto.xml"}).json
        self.assertEqual((told["refunds"], told["suspense"], told["applied"]), (1, 0, 0), "rent and the money of others is nobody's here")
        again = self.owner.post(BASE + "/payment-files", raw=statement + b" ", headers={"Frist-File-Name": "konto.xml"}).json
        self.assertEqual((again["refunds"], again["known_before"]), (0, False))
        paid = self.owner.post(f"{BASE}/refunds/{refund['refund']}/paid", {"on": "2026-03-20"})
        self.assertEqual(paid.json["state"], "paid", paid.body)
        self.assertEqual(self.owner.post(f"{BASE}/refunds/{refund['refund']}/paid", {"on": "2026-03-20"}).json["state"], "paid")
        self.assertEqual(self.owner.get(BASE + "/refunds").json["owed"], [])
        self.assertEqual(self.payments(case=self.second["case"])["rows"][0]["returned"], refund["amount"])
        self.assertIn("refund-paid", [row["what"] for row in self.owner.get("/log").json["rows"]])


if __name__ == "__main__":
    unittest.main()
