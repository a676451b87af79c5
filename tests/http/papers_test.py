"""Papers of a case, copies of invoices and the wordings of letters, over the wire."""
import io
import unittest
import zipfile

from server import AtFjord, FJORD, LEDGER

BASE = "/creditors/" + FJORD["org_number"]
# The smallest file that is a PDF of one page.
PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")


class Papers(AtFjord):
    def setUp(self):
        super().setUp()
        self.owner.post(BASE + "/ledger/import", raw=LEDGER)
        self.assertEqual(self.owner.post(BASE + "/starts", {"invoices": ["F101"]}).json["started"], 1)

    def test_letters_that_no_course_orders(self):
        documents = BASE + "/cases/1/documents"
        plan = self.owner.post(documents, {"kind": "instalment_agreement", "first": "2026-04-01", "count": 4, "as": "words"}).json
        self.assertIn("1.\xa0april 2026", plan["words"])
        annex = self.owner.post(documents, {"kind": "annex"})
        self.assertEqual((annex.status, annex.header("content-type")), (200, "application/pdf"))
        self.assertTrue(annex.body.startswith(b"%PDF"))
        answer = self.owner.post(documents, {"kind": "objection_answer", "received": "2026-02-27", "verdict": "rejected", "words": ["Vi leverte 12. januar."], "as": "words"})
        self.assertIn("Vi leverte 12. januar.", answer.json["words"])
        self.assertEqual(self.owner.post(documents, {"kind": "objection_answer", "received": "2026-02-27", "verdict": "rejected"}).json["field"], "words")
        self.assertEqual(self.owner.post(documents, {"kind": "receipt"}).json["code"], "document.state")
        self.assertEqual(self.owner.post(documents, {"kind": "demand"}).json["code"], "document.kind")
        self.assertEqual(self.owner.post(BASE + "/cases/99/documents", {"kind": "annex"}).status, 404)

    def test_a_complaint_with_its_enclosures(self):
        complaint = self.owner.post(BASE + "/cases/1/petitions", {"kind": "conciliation", "as": "words"})
        self.assertEqual(complaint.status, 200, complaint.body)
        self.assertIn("Blid Fjellrev", complaint.json["words"])
        before = complaint.json["enclosures"]
        kept = self.owner.post(BASE + "/invoices/F101/copies", raw=PDF, headers={"Frist-File-Name": "F101.pdf", "Content-Type": "application/pdf"})
        self.assertEqual((kept.status, kept.json["name"]), (201, "F101.pdf"))
        again = self.owner.post(BASE + "/cases/1/petitions", {"kind": "conciliation", "as": "words"}).json
        self.assertEqual(again["enclosures"], before + 1)
        pdf = self.owner.post(BASE + "/cases/1/petitions", {"kind": "conciliation"})
        self.assertTrue(pdf.body.startswith(b"%PDF"))
        refused = self.owner.post(BASE + "/cases/1/petitions", {"kind": "attachment"})
        self.assertEqual(refused.status, 422)
        self.assertTrue(refused.json["detail"])

    def test_copies_of_an_invoice_are_kept_shown_and_forgotten(self):
        copies = BASE + "/invoices/F102/copies"
        kept = self.owner.post(copies, raw=PDF, headers={"Frist-File-Name": "kopi%20F102.pdf", "Content-Type": "application/pdf"}).json
        self.assertEqual(self.owner.get(copies).json["rows"], [kept])
        self.assertEqual(self.owner.get(f"{copies}/{kept['sha256']}").body, PDF)
        self.assertEqual(self.owner.post(copies, raw=b"no pdf", headers={"Content-Type": "application/pdf"}).json["code"], "enclosure.pdf")
        self.assertEqual(self.owner.post(BASE + "/invoices/F999/copies", raw=PDF, headers={"Content-Type": "application/pdf"}).json["code"], "enclosure.invoice")
        self.assertEqual(self.owner.ask("DELETE", f"{copies}/{kept['sha256']}").status, 204)
        self.assertEqual(self.owner.get(f"{copies}/{kept['sha256']}").status, 404)

    def test_the_pack_of_a_case_checks_itself(self):
        pack = self.owner.get(BASE + "/cases/1/evidence")
        self.assertEqual((pack.status, pack.header("content-type")), (200, "application/zip"))
        names = zipfile.ZipFile(io.BytesIO(pack.body)).namelist()
        self.assertIn("check.py", names)
        over = self.owner.get(BASE + "/cases/1/evidence", query={"hand_over": "true"})
        self.assertIn("hand_over.json", zipfile.ZipFile(io.BytesIO(over.body)).namelist())
        self.assertIn("case-evidence", [act["what"] for act in self.owner.get("/log").json["rows"]])


class Wordings(AtFjord):
    def test_a_creditor_writes_its_own_and_the_law_stays(self):
        at = BASE + "/texts/notice/nb"
        first = self.owner.get(at)
        ours = first.json["ours"]
        self.assertIsNone(first.json["own"])
        self.assertEqual((first.json["set_on"], first.json["set_by"]), (None, None))
        warmer = ours.replace("Hei", "God dag") if "Hei" in ours else ours.rstrip("\n") + "\n"
        checked = self.owner.post(at + "/check", {"text": warmer}).json
        self.assertIsNone(checked["wrong"])
        self.assertGreaterEqual(checked["clarity"]["score"], checked["clarity"]["least"])
        broken = self.owner.post(at + "/check", {"text": ours.replace("{{", "{{u", 1)}).json
        self.assertEqual(broken["wrong"]["code"], "text.placeholder")
        self.assertRegex(broken["wrong"]["field"], r"notice\.nb\.txt:\d+")
        lost = "\n".join(line for line in ours.split("\n") if "§" not in line)
        self.assertTrue(self.owner.post(at + "/check", {"text": lost}).json["wrong"]["code"].startswith("text."))
        preview = self.owner.post(at + "/preview", {"text": warmer})
        self.assertTrue(preview.body.startswith(b"%PDF"))
        used = self.owner.ask("PUT", at, {"text": warmer}, headers={"If-Match": first.header("etag")})
        self.assertEqual((used.status, used.json["own"]), (200, warmer))
        self.assertEqual((used.json["set_on"], used.json["set_by"]), ("2026-03-02", "Lise Mønster"))
        self.assertIsNone(self.owner.get(BASE + "/texts/notice/nn").json["set_on"], "each wording has its own")
        rows = self.owner.get(BASE + "/texts").json["rows"]
        self.assertEqual([(row["kind"], row["language"]) for row in rows if row["own"]], [("notice", "nb")])
        stale = self.owner.ask("PUT", at, {"text": ours}, headers={"If-Match": '"another"'})
        self.assertEqual(stale.status, 412)
        given_up = self.owner.ask("DELETE", at).json
        self.assertEqual((given_up["own"], given_up["set_by"]), (None, "Lise Mønster"))
        self.assertEqual(self.owner.get(BASE + "/texts/poem/nb").status, 404)
        self.assertEqual(self.owner.get(BASE + "/texts/notice/fr").status, 404)


if __name__ == "__main__":
    unittest.main()
