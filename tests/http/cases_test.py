"""A creditor's month over the wire, and what the interface promises of every call."""
import concurrent.futures
import datetime
import gzip
import http.client
import json
import signal
import socket
import subprocess
import unittest

from server import AtFjord, BINARY, FJORD, LEDGER, OTHER, PASSWORD, Client, Server

ORG = FJORD["org_number"]
BASE = "/creditors/" + ORG


class Month(AtFjord):
    def import_and_start(self):
        name = {"Frist-File-Name": "kunder%20mars.csv"}
        dry = self.owner.post(BASE + "/ledger/import", raw=LEDGER, query={"dry_run": "true"}, headers=name)
        self.assertEqual((dry.status, dry.json["stored"], dry.json["rows"], dry.json["file"]), (200, False, 4, "kunder mars.csv"))
        self.assertEqual(self.owner.get(BASE + "/ledger").json["count"], 0)
        done = self.owner.post(BASE + "/ledger/import", raw=LEDGER, headers=name)
        self.assertEqual((done.json["added"], done.json["open"]), (4, "14150.50"))
        ledger = self.owner.get(BASE + "/ledger").json
        self.assertEqual([(row["invoice"], row["ready"]) for row in ledger["rows"]], [("F101", True), ("F102", True), ("F103", False), ("F104", False)])
        self.assertEqual([reason["code"] for reason in ledger["rows"][2]["warnings"]], ["start.address"])
        self.assertIn("address_missing", ledger["rows"][2]["signs"])
        started = self.owner.post(BASE + "/starts", {"invoices": ["F101", "F103"]}).json
        self.assertEqual(started["started"], 1)
        self.assertEqual([(row["invoice"], row["case"] > 0) for row in sorted(started["rows"], key=lambda row: row["invoice"])], [("F101", True), ("F103", False)])

    def test_all_that_hinders_an_item_is_told_and_a_kind_that_nobody_has_said_is_left_out(self):
        rows = "Kundenr;Navn;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n1003;Mild Uten Adresse;F103;15.01.2026;29.01.2026;1 200,00\r\n"
        self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=rows.encode(), headers={"Frist-File-Name": "liste.csv"}).json["added"], 1)
        row = self.owner.get(BASE + "/ledger").json["rows"][0]
        self.assertEqual([reason["code"] for reason in row["warnings"]], ["start.kind", "start.address"])
        debtor = self.owner.get(f"{BASE}/debtors/{row['debtor']}").json
        self.assertNotIn("kind", debtor)
        self.assertEqual(self.owner.ask("PATCH", f"{BASE}/debtors/{row['debtor']}", {"kind": "person"}).json["kind"], "person")
        self.assertEqual([reason["code"] for reason in self.owner.get(BASE + "/ledger").json["rows"][0]["warnings"]], ["start.address"])

    def test_from_the_ledger_to_the_closed_case(self):
        self.import_and_start()
        page = self.owner.get(BASE + "/cases").json
        self.assertEqual((page["count"], page["tabs"]), (1, {"ongoing": 1, "inactive": 0, "closed": 0}))
        self.assertEqual(page["rows"][0]["name"], "Blid Fjellrev")
        case = self.owner.get(BASE + "/cases/1").json
        self.assertEqual(case["balance"]["total"], page["rows"][0]["open"])
        self.assertEqual(case["next"]["by"], "itself")
        self.assertEqual(self.owner.post(BASE + "/nights").json["cases"], 1)
        self.assertEqual(self.owner.post(BASE + "/nights").json["cases"], 0)
        waiting = self.owner.get(BASE + "/letters", query={"limit": 1}).json
        self.assertEqual((len(waiting["ready"]), waiting["unseen"], waiting["coming_whole"]), (1, 0, True))
        self.assertEqual(self.owner.get(BASE + "/letters", query={"limit": 10001}).status, 400)
        preview = self.owner.get(BASE + "/cases/1/preview")
        self.assertTrue(preview.body.startswith(b"%PDF"))
        words = self.owner.get(BASE + "/cases/1/preview", query={"as": "words"}).json
        self.assertEqual((words["case"], words["letter"], words["kind"], words["from"], words["reasons"]), (1, 1, waiting["ready"][0]["kind"], None, []))
        self.assertIn("F101 av 12.\u00a0januar 2026 fra Fjord Rør AS", words["words"])
        self.assertEqual(self.owner.get(BASE + "/cases/1/preview", query={"as": "html"}).status, 400)
        batch = self.owner.post(BASE + "/letters/print")
        self.assertEqual(batch.status, 200)
        letter = self.owner.get(BASE + "/cases/1/letters/1")
        self.assertEqual(letter.body, preview.body, "the preview of a letter that may leave today is the letter")
        self.assertEqual(self.owner.post(BASE + "/letters/posted", {}).json, {"count": 1, "refused": []})
        ahead = self.owner.get(BASE + "/cases/1/preview", query={"as": "words"}).json
        self.assertEqual((ahead["from"], ahead["letter"]), (ahead["reasons"][0]["passes_on"], 2), "the next one waits for its day, and says why")
        self.another_day("2026-03-20")
        case = self.owner.get(BASE + "/cases/1").json
        before = self.owner.get(BASE + "/cases/1", query={"on": "2026-03-02"}).json
        self.assertLess(float(before["balance"]["interest"]), float(case["balance"]["interest"]))
        total = case["balance"]["total"]
        paid = self.owner.post(BASE + "/cases/1/payments", {"amount": total, "on": "2026-03-20"}).json
        self.assertEqual((paid["state"], paid["open"], paid["overpaid"]), ("closed", "0.00", "0.00"))
        closed = self.owner.get(BASE + "/cases/1").json
        self.assertEqual((closed["status"], closed["balance"]["paid"], closed["next"]), ("paid", total, None))
        self.assertEqual(self.owner.get(BASE + "/cases", query={"tab": "closed"}).json["count"], 1)
        today = self.owner.get(BASE + "/today").json
        self.assertEqual((today["money"]["paid"], today["money"]["payments"]), (total, 1))
        self.assertIn("all in order", self.server.frist("verify"))

    def test_every_sum_adds_up_from_its_rows(self):
        self.import_and_start()
        self.owner.post(BASE + "/cases/1/payments", {"amount": "1234.56", "on": "2026-03-01"})
        balance = self.owner.get(BASE + "/cases/1").json["balance"]

        def ore(amount):
            return int(amount.replace(".", ""))

        for part in ("principal", "interest", "costs"):
            self.assertEqual(sum(ore(row["amount"]) for row in balance["rows"] if row["part"] == part), ore(balance["charged"][part]), part)
        charged = sum(ore(balance["charged"][part]) for part in ("principal", "interest", "costs"))
        self.assertEqual(charged - ore(balance["paid"]) - ore(balance["written_off"]), ore(balance["total"]))
        self.assertTrue(all(row["rule"] for row in balance["rows"]), "there is no number without a why")

    def test_what_may_not_be_done_says_why_and_from_when(self):
        self.import_and_start()
        acts = self.owner.get(BASE + "/cases/1/acts").json["rows"]
        legal = next(one for one in acts if one["act"] == "legal" and one["kind"] == "attachment")
        self.assertFalse(legal["allowed"])
        self.assertTrue(legal["code"] and legal["reason"] and legal["remedy"])
        self.assertNotIn("bankruptcy", [one.get("kind") for one in acts], "not against a consumer")
        refused = self.owner.post(BASE + "/cases/1/acts", {"act": "legal", "kind": "attachment"})
        self.assertEqual(refused.status, 422)

    def test_pause_and_undo(self):
        self.import_and_start()
        paused = self.owner.post(BASE + "/cases/1/acts", {"act": "pause", "until": "2026-04-01"}).json
        self.assertEqual((paused["status"], paused["undo"]), ("paused", {"act": "resume"}))
        self.assertEqual(self.owner.get(BASE + "/cases", query={"tab": "inactive"}).json["count"], 1)
        self.assertEqual(self.owner.post(BASE + "/cases/1/acts", paused["undo"]).json["status"], "going")
        self.assertEqual([row["what"] for row in self.owner.get("/log").json["rows"][:2]], ["case-resume", "case-pause"])
        over = self.owner.post(BASE + "/cases/1/acts", {"act": "pause", "until": "2026-03-02"})
        self.assertEqual((over.status, over.json["code"]), (422, "pause.until"))

    def test_two_people_do_not_overwrite_each_other(self):
        self.import_and_start()
        tag = self.owner.get(BASE + "/cases/1").header("ETag")
        self.assertEqual(self.owner.post(BASE + "/cases/1/acts", {"act": "pause"}, headers={"If-Match": tag}).status, 200)
        late = self.owner.post(BASE + "/cases/1/acts", {"act": "withdraw"}, headers={"If-Match": tag})
        self.assertEqual((late.status, late.json["code"]), (412, "http.precondition"))
        self.assertEqual(self.owner.get(BASE + "/cases/1").json["status"], "paused")
        creditor = self.owner.get(BASE)
        self.assertEqual(self.owner.ask("PATCH", BASE, {"phone": "+47 22 00 00 00"}, headers={"If-Match": creditor.header("ETag")}).status, 200)
        self.assertEqual(self.owner.ask("PATCH", BASE, {"phone": "+47 22 00 00 01"}, headers={"If-Match": creditor.header("ETag")}).status, 412)

    def test_a_letter_that_was_not_printed_has_no_pdf(self):
        self.import_and_start()
        answer = self.owner.get(BASE + "/cases/1/letters/1")
        self.assertEqual((answer.status, answer.json["code"]), (404, "letter.none"))

    def test_a_second_click_pays_once(self):
        self.import_and_start()
        wish = {"amount": "500.00", "on": "2026-03-02"}
        key = {"Idempotency-Key": "et-klikk-00000001"}
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: self.owner.post(BASE + "/cases/1/payments", wish, headers=key), range(8)))
        self.assertEqual({(answer.status, answer.body) for answer in answers}, {(200, answers[0].body)})
        events = self.owner.get(BASE + "/cases/1").json["events"]
        self.assertEqual([event["type"] for event in events].count("PaymentReceived"), 1)
        other = self.owner.post(BASE + "/cases/1/payments", {**wish, "amount": "501.00"}, headers=key)
        self.assertEqual((other.status, other.json["code"]), (409, "idempotency.other"))

    def test_a_case_from_three_facts(self):
        debtor = {"name": "Lun Multe", "kind": "person", "address": {"street": "Prøveveien 3", "postal_code": "5003", "place": "Bergen"}}
        made = self.owner.post(BASE + "/cases", {"invoice": "H1", "due": "2026-02-01", "amount": "900.00", "debtor": debtor})
        self.assertEqual((made.status, made.json["started"]), (201, 1))
        again = self.owner.post(BASE + "/cases", {"invoice": "H1", "due": "2026-02-01", "amount": "900.00", "debtor": debtor})
        self.assertEqual((again.status, again.json["code"], again.json["field"]), (422, "invoice.known", "invoice"))
        company = self.owner.post(BASE + "/cases", {"invoice": "H2", "due": "2026-02-01", "amount": "900.00", "debtor": {"name": "Stolt Steinbit AS", "kind": "company"}})
        self.assertEqual(company.json["field"], "debtor.org_number")
        for field, value in (("due", "31.02.2026"), ("amount", "mye"), ("invoice", "")):
            wish = {"invoice": "H3", "due": "2026-02-01", "amount": "900.00", "debtor": debtor, field: value}
            self.assertEqual(self.owner.post(BASE + "/cases", wish).json["field"], field)
        self.assertEqual(self.owner.get(BASE + "/cases", query={"search": "multe"}).json["count"], 1)

    def test_a_case_that_cannot_start_leaves_nothing_behind(self):
        whole = {"name": "Lun Multe", "kind": "person", "address": {"street": "Prøveveien 3", "postal_code": "5003", "place": "Bergen"}}
        bare = {"name": "Lun Multe", "kind": "person"}
        wish = {"invoice": "H1", "due": "2026-02-01", "amount": "900.00", "debtor": whole}
        for change, code, field in ((dict(debtor=bare), "start.address", "debtor.address.postal_code"), (dict(due="2026-03-02"), "start.not_due", "due"), (dict(due="2026-09-01"), "start.not_due", "due"),
                                    (dict(debtor={**whole, "email": "ikke@"}), "debtor.email", "debtor.email"), (dict(debtor={**whole, "phone": "12"}), "debtor.phone", "debtor.phone")):
            refused = self.owner.post(BASE + "/cases", {**wish, **change})
            self.assertEqual((refused.status, refused.json["code"], refused.json["field"]), (422, code, field))
            self.assertEqual(self.owner.get(BASE + "/debtors").json["count"], 0)
            self.assertEqual(self.owner.get(BASE + "/ledger").json["count"], 0)
        self.assertEqual(self.owner.post(BASE + "/cases", wish).status, 201, "the number of a refused case is free")

    def test_a_case_by_hand_has_its_own_criteria_and_relation(self):
        place = {"street": "Prøveveien 3", "postal_code": "5003", "place": "Bergen"}
        debtor = {"name": "Lun Multe", "kind": "sole_trader", "relation": "business", "address": place}
        wish = {"invoice": "H1", "due": "2026-02-01", "amount": "900.00", "debtor": debtor, "criteria": {"rest_note_above_percent": "70", "close_at_or_below": "12.00"}}
        company = {"name": "Stolt Steinbit AS", "kind": "company", "org_number": "988077917", "relation": "consumer", "address": place}
        refused = self.owner.post(BASE + "/cases", {**wish, "debtor": company})
        self.assertEqual((refused.status, refused.json["field"]), (400, "debtor.relation"))
        refused = self.owner.post(BASE + "/cases", {**wish, "criteria": {"rest_note_above_percent": "170"}})
        self.assertEqual(refused.json["code"], "criteria.percent")
        made = self.owner.post(BASE + "/cases", wish)
        self.assertEqual(made.status, 201, made.body)
        case = self.owner.get(f"{BASE}/cases/{made.json['rows'][0]['case']}").json
        self.assertEqual((case["criteria"]["rest_note_above_percent"], case["criteria"]["close_at_or_below"], case["criteria"]["own"]), ("70.00", "12.00", True))
        path = f"{BASE}/debtors/{case['debtor']['debtor']}"
        self.assertEqual(self.owner.get(path).json["relation"], "business")
        self.assertEqual(self.owner.ask("PATCH", path, {"relation": "consumer"}).json["relation"], "consumer")
        self.assertEqual(self.owner.ask("PATCH", path, {"kind": "company", "org_number": "988077917"}).json["relation"], "business")
        self.assertEqual(self.owner.ask("PATCH", path, {"relation": "consumer"}).json["field"], "relation")

    def test_nobody_can_be_reached_at_what_is_no_address(self):
        self.import_and_start()
        path = f"{BASE}/debtors/{self.owner.get(BASE + '/cases/1').json['debtor']['debtor']}"
        for field, bad, good, debtors, creditors in (("email", "ikke@", "post@fjell.example", "debtor.email", "creditor.email"), ("phone", "12", "55 00 00 00", "debtor.phone", "creditor.phone")):
            refused = self.owner.ask("PATCH", path, {field: bad})
            self.assertEqual((refused.status, refused.json["code"], refused.json["field"]), (422, debtors, field))
            self.assertEqual(self.owner.ask("PATCH", path, {field: good}).status, 200)
            refused = self.owner.ask("PATCH", BASE, {field: bad})
            self.assertEqual((refused.status, refused.json["code"], refused.json["field"]), (422, creditors, field))
            self.assertEqual(self.owner.ask("PATCH", path, {field: ""}).status, 200)

    def test_a_debtor_is_changed(self):
        self.import_and_start()
        debtor = self.owner.get(BASE + "/debtors", query={"search": "uten adresse"}).json["rows"][0]
        self.assertIn("address_missing", debtor["signs"])
        path = f"{BASE}/debtors/{debtor['debtor']}"
        half = self.owner.ask("PATCH", path, {"address": {"street": "Prøveveien 9"}})
        self.assertEqual(half.json["code"], "debtor.address")
        whole = self.owner.ask("PATCH", path, {"address": {"street": "Prøveveien 9", "postal_code": "5003", "place": "Bergen"}})
        self.assertEqual(whole.json["address_lines"], ["Prøveveien 9", "5003 Bergen"])
        self.assertEqual(self.owner.get(BASE + "/ledger", query={"show": "warned"}).json["count"], 0)
        self.assertEqual(self.owner.post(BASE + "/starts", {"invoices": ["F103"]}).json["started"], 1)

    def test_the_ledger_s_address_waits_beside_one_that_a_person_set(self):
        self.import_and_start()
        path = f"{BASE}/debtors/{self.owner.get(BASE + '/debtors', query={'search': 'fjellrev'}).json['rows'][0]['debtor']}"

        def listed(street):
            changed = LEDGER.replace("Eksempelveien 1".encode(), street.encode())
            self.assertEqual(self.owner.post(BASE + "/ledger/import", raw=changed, headers={"Frist-File-Name": f"{street}.csv"}).status, 200)
            return self.owner.get(path)
        self.assertIsNone(listed("Lyngveien 3").json["ledger_address"])   # nobody has set another: it is taken
        ours = self.owner.ask("PATCH", path, {"address": {"street": "Prøveveien 9", "postal_code": "5003", "place": "Bergen"}})
        self.assertIsNone(ours.json["ledger_address"])
        self.assertIsNone(listed("Lyngveien 3").json["ledger_address"])
        told = listed("Rypestien 7")
        self.assertEqual(told.json["address_lines"], ["Prøveveien 9", "5003 Bergen"])
        self.assertEqual(told.json["ledger_address"]["lines"], ["Rypestien 7", "5003 Bergen"])
        chosen = self.owner.ask("PATCH", path, {"address": told.json["ledger_address"]["address"]}, headers={"If-Match": told.header("ETag")})
        self.assertEqual((chosen.json["address_lines"], chosen.json["address_source"], chosen.json["ledger_address"]), (["Rypestien 7", "5003 Bergen"], "ledger", None))
        self.assertEqual(listed("Rypestien 8").json["address_lines"], ["Rypestien 8", "5003 Bergen"])

    def test_creditors_are_apart(self):
        self.import_and_start()
        self.assertEqual(self.owner.post("/creditors", OTHER).status, 201)
        other = "/creditors/" + OTHER["org_number"]
        self.assertEqual(self.owner.get(other + "/cases", query={"tab": "all"}).json["count"], 0)
        self.assertEqual(self.owner.get(other + "/cases/1").status, 404)
        self.assertEqual(self.owner.get(other + "/debtors/1").status, 404)
        self.assertEqual(self.owner.get(other + "/ledger").json["count"], 0)

    def test_letters_of_two_creditors_with_the_same_numbers_lie_side_by_side(self):
        self.assertEqual(self.owner.post("/creditors", {**OTHER, "email": "faktura@annen.example"}).status, 201)
        letters = []
        for base in (BASE, "/creditors/" + OTHER["org_number"]):
            self.owner.post(base + "/ledger/import", raw=LEDGER, headers={"Frist-File-Name": "liste.csv"})
            self.owner.post(base + "/starts", {"invoices": ["F101"]})
            self.owner.post(base + "/nights")
            self.assertEqual(self.owner.post(base + "/letters/print").status, 200, self.owner.get(base + "/letters").body)
            letters.append(base + "/cases/1/letters/1")
        first, second = (self.owner.get(letter) for letter in letters)
        self.assertEqual((first.status, second.status), (200, 200), first.body[:200])
        self.assertNotEqual(first.body, second.body)


class Wire(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.server.start()
        cls.owner = cls.server.owner()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def raw(self, words, more=b""):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
            connection.sendall(words)
            if more:
                connection.sendall(more)
            connection.shutdown(socket.SHUT_WR)
            answer = b""
            while part := connection.recv(65536):
                answer += part
            return answer

    def status(self, words):
        return int(self.raw(words).split(b" ")[1])

    def code(self, words):
        return json.loads(self.raw(words).split(b"\r\n\r\n", 1)[1])["code"]

    def test_what_cannot_be_understood(self):
        self.assertEqual(self.status(b"GET /api/health HTTP/1.1\r\n\r\n"), 400, "no Host")
        self.assertEqual(self.status(b"GET api/health HTTP/1.1\r\nHost: x\r\n\r\n"), 400)
        self.assertEqual(self.status(b"nonsense\r\n\r\n"), 400)
        self.assertEqual(self.status(b"GET /api/health HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 20000 + b"\r\n\r\n"), 431)
        self.assertEqual(self.status(b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n"), 413)
        self.assertEqual(self.status(b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"), 400)
        self.assertEqual(self.status(b"GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n"), 200)

    def test_refusals_of_the_wire_have_codes(self):
        self.assertEqual(self.code(b"nonsense\r\n\r\n"), "http.request")
        self.assertEqual(self.code(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 20000 + b"\r\n\r\n"), "http.header")
        self.assertEqual(self.code(b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n"), "http.too_large")
        self.assertEqual(self.code(b"GET /assets/gone.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), "http.web_missing")

    def test_a_second_server_does_not_take_the_port(self):
        second = subprocess.run([BINARY, "--db", str(self.server.folder / "other.db"), "serve", "--port", str(self.server.port)], capture_output=True, text=True, check=False)
        self.assertIn(f"--port: port {self.server.port} of 127.0.0.1 cannot be taken", second.stderr)   # serve.port"
        self.assertFalse((self.server.folder / "other.db").exists())

    def test_one_connection_serves_many_calls(self):
        twice = b"GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n" * 2
        self.assertEqual(self.raw(twice).count(b"HTTP/1.1 200"), 2)
        asked = self.raw(b"POST /api/session HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n", b"{}")
        self.assertTrue(asked.startswith(b"HTTP/1.1 100 Continue"))

    def test_head_has_no_body(self):
        answer = self.raw(b"HEAD /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        self.assertTrue(answer.endswith(b"\r\n\r\n"))
        self.assertIn(b"Content-Length: ", answer)

    def test_mistakes_in_what_is_brought_name_their_place(self):
        half = self.owner.ask("POST", "/creditors", raw=b"{\"name\": ", headers={"Content-Type": "application/json"})
        self.assertEqual((half.status, half.json["code"]), (400, "json.syntax"))
        kind = self.owner.ask("POST", "/creditors", raw=b"a=b", headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(kind.json["code"], "http.content_type")
        unknown = self.owner.post("/creditors", {**OTHER, "nmae": "x"})
        self.assertEqual((unknown.status, unknown.json["code"]), (400, "json.unknown_field"))
        number = self.owner.post("/creditors", {**OTHER, "org_number": "988077918"})
        self.assertEqual((number.json["code"], number.json["field"]), ("org_number.check_digit", "org_number"))
        account = self.owner.post("/creditors", {**OTHER, "account": "12345678901"})
        self.assertEqual(account.json["field"], "account")
        scope = self.owner.post("/keys", {"name": "regnskap", "scopes": ["read", "all"]})
        self.assertEqual((scope.json["code"], scope.json["field"]), ("http.choice", "scopes[1]"))
        short = self.owner.post("/creditors", OTHER, headers={"Idempotency-Key": "kort"})
        self.assertEqual((short.status, short.json["code"]), (400, "http.idempotency_key"))

    def test_mistakes_in_a_query_name_their_field(self):
        self.owner.post("/creditors", OTHER)
        cases = f"/creditors/{OTHER['org_number']}/cases"
        for query, field in (("status=gone", "status"), ("sort=colour", "sort"), ("direction=left", "direction"), ("limit=0", "limit"), ("limit=1e3", "limit"), ("tab=mine", "tab")):
            answer = self.owner.get(cases, query=dict([query.split("=")]))
            self.assertEqual((answer.status, answer.json["code"], answer.json["field"]), (400, "http.query", field))
        self.assertEqual(self.owner.get(cases, query={"next_before": "2026-02-30"}).json["field"], "next_before")
        self.assertEqual(self.owner.get(cases, query={"min_open": "mye"}).json["field"], "min_open")
        both = self.owner.post(f"/creditors/{OTHER['org_number']}/starts", {"all": True, "invoices": ["F1"]})
        self.assertEqual((both.status, both.json["code"]), (400, "http.start"))

    def test_places_and_methods_that_are_not_there(self):
        self.assertEqual(self.owner.get("/nowhere").status, 404)
        self.assertEqual(self.owner.ask("PUT", "/creditors", {}).status, 405)

    def test_the_log_of_calls_holds_no_names(self):
        self.owner.get("/creditors", query={"search": "Fjellrev"})
        lines = [json.loads(line) for line in self.server.log().splitlines()]
        self.assertTrue(any(line["route"] == "/creditors" for line in lines))
        for word in ("Fjellrev", "lise@", PASSWORD, "frist_session"):
            self.assertNotIn(word, self.server.log())

    def test_counters(self):
        answer = Client(self.server).get("/metrics")
        self.assertIn(b"frist_requests_total{route=\"/setup\",status=\"200\"}", answer.body)
        far = Client(self.server).get("/metrics", headers={"X-Forwarded-For": "192.0.2.1"})
        self.assertEqual(far.status, 404)

    def test_answers_are_packed_for_who_can_unpack(self):
        for _ in range(20):
            self.owner.ask("PATCH", "/me", {"language": "nb"})
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port)
        connection.request("GET", "/api/log", headers={"Accept-Encoding": "gzip", "Cookie": self.owner.cookie})
        response = connection.getresponse()
        self.assertEqual(response.getheader("Content-Encoding"), "gzip")
        self.assertGreater(len(json.loads(gzip.decompress(response.read()))["rows"]), 20)
        connection.close()


class Nights(unittest.TestCase):
    def test_the_server_plays_its_own_night(self):
        with Server("--night", "00:00", today=None) as server:
            owner = server.owner()
            owner.post("/creditors", FJORD)
            due = datetime.date.today() - datetime.timedelta(days=60)
            debtor = {"name": "Blid Fjellrev", "kind": "person", "address": {"street": "Prøveveien 3", "postal_code": "5003", "place": "Bergen"}}
            made = owner.post(BASE + "/cases", {"invoice": "N1", "due": due.isoformat(), "amount": "900.00", "debtor": debtor})
            self.assertEqual(made.json["started"], 1)
            server.stop()
            server.start()
            with open(server.folder / "errors", encoding="utf-8") as lines:
                played = {}
                while not (played.get("night") and played["cases"]):
                    line = lines.readline()
                    played = json.loads(line) if line else {}
            self.assertEqual((played["creditor"], played["cases"], played["trouble"]), (ORG, 1, 0))
            self.assertEqual(owner.get(BASE + "/letters").json["ready"][0]["name"], "Blid Fjellrev")


class Ending(unittest.TestCase):
    def test_a_stop_lets_who_is_being_answered_go_first(self):
        with Server() as server:
            server.owner()
            idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(50)]
            self.assertEqual(server.stop(), 0)
            for one in idle:
                self.assertEqual(one.recv(10), b"")
                one.close()

    def test_what_was_answered_is_kept_after_a_kill(self):
        with Server() as server:
            owner = server.owner()
            owner.post("/creditors", FJORD)
            owner.post(BASE + "/ledger/import", raw=LEDGER)
            owner.post(BASE + "/starts", {"all": True})
            for n in range(3):
                self.assertEqual(owner.post(BASE + "/cases/1/payments", {"amount": "10.00"}, headers={"Idempotency-Key": f"betaling-{n}"}).status, 200)
                server.stop(signal.SIGKILL)
                server.start()
                again = owner.post(BASE + "/cases/1/payments", {"amount": "10.00"}, headers={"Idempotency-Key": f"betaling-{n}"})
                self.assertEqual(again.status, 200)
            events = [event["type"] for event in owner.get(BASE + "/cases/1").json["events"]]
            self.assertEqual(events.count("PaymentReceived"), 3)
            self.assertIn("all in order", server.frist("verify"))


if __name__ == "__main__":
    unittest.main()
