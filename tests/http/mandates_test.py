"""A creditor that is here already, attached by a one-time code of the one that manages it."""
import concurrent.futures
import unittest

from server import CONTRACT, FJORD, OTHER, PASSWORD, AtFjord, Client
from databases import everything
from people_test import RIGHTS, ask_route

OFFICE = {"add_creditor", "run_night", "manage_people", "manage_keys", "own_keys"}
ORG, OWN = FJORD["org_number"], OTHER["org_number"]


class Mandates(AtFjord):
    """The owner manages Fjord Rør; an accountant's office, Annen Prøve, is another administrator's."""

    def setUp(self):
        super().setUp()
        self.assertEqual(self.owner.post("/creditors", OTHER).status, 201)
        self.giver = self.server.invited(self.owner, "giver@fjordror.example", "administrator", [ORG])
        self.taker = self.server.invited(self.owner, "taker@annen.example", "administrator", [OWN])

    def offer(self, role="handler", client=None):
        answer = (client or self.giver).post(f"/creditors/{ORG}/mandates", {"role": role})
        self.assertEqual(answer.status, 201, answer.body)
        return answer.json

    def take(self, code, client=None, org=ORG, **more):
        return (client or self.taker).post("/mandates", {"org_number": org, "code": code}, **more)

    def orgs(self, client):
        return [one["org_number"] for one in client.get("/creditors").json["rows"]]

    def test_who_has_no_right_is_refused_and_who_makes_a_creditor_sees_it(self):
        handler = self.server.invited(self.owner, "per@annen.example", "handler", [OWN])
        self.assertEqual(handler.post("/creditors", {**FJORD, "org_number": "974760673"}).status, 403)
        self.assertEqual(self.take("abcdef-abcdef-abcdef-abcdef", handler).status, 403)
        self.assertEqual(handler.post(f"/creditors/{OWN}/mandates", {"role": "reader"}).status, 403)
        made = self.taker.post("/creditors", {**FJORD, "org_number": "974760673", "name": "Ny Prøve AS"})
        self.assertEqual(made.status, 201, made.body)
        self.assertIn("974760673", self.orgs(self.taker))
        self.assertEqual(self.taker.get("/creditors/974760673").status, 200)

    def test_a_code_lets_one_in_once_with_its_role_and_the_giver_ends_it(self):
        self.assertEqual(self.orgs(self.taker), [OWN])
        self.assertEqual(self.taker.get(f"/creditors/{ORG}").status, 404)
        made = self.offer()
        self.assertRegex(made["code"], r"^([a-z2-9]{6}-){3}[a-z2-9]{6}$")
        self.assertIsNone(made["mandate"]["taken"])
        listed = self.giver.get(f"/creditors/{ORG}/mandates")
        self.assertEqual(listed.json["rows"], [made["mandate"]])
        self.assertNotIn(made["code"], listed.body.decode())
        taken = self.take("  " + made["code"].upper().replace("-", " "), org="999 999 999")
        self.assertEqual(taken.status, 201, taken.body)
        creditor = taken.json["creditor"]
        self.assertEqual((creditor["org_number"], creditor["role"], creditor["mandate"]), (ORG, "handler", made["mandate"]["mandate"]))
        self.assertEqual(set(creditor["rights"]) - OFFICE, RIGHTS["handler"] - OFFICE)
        self.assertEqual(set(creditor["rights"]) & OFFICE, OFFICE, "of the own office one is what one was")
        self.assertEqual(sorted(self.orgs(self.taker)), sorted([ORG, OWN]))
        self.assertEqual(self.taker.get(f"/creditors/{ORG}/cases").status, 200)
        self.assertEqual(self.taker.ask("PATCH", f"/creditors/{ORG}", {"phone": "55 00 00 00"}).status, 403)
        self.assertEqual(self.taker.ask("PATCH", f"/creditors/{OWN}", {"phone": "55 00 00 00"}).status, 200, "at home one is what one was")
        self.assertEqual(self.take(made["code"]).json, taken.json, "a second click is told the same")
        third = self.server.invited(self.owner, "third@annen.example", "administrator", [OWN])
        self.assertEqual(self.take(made["code"], third).json["code"], "mandate.code", "the code was used")
        row = self.giver.get(f"/creditors/{ORG}/mandates").json["rows"][0]
        self.assertEqual((row["taken_by"], row["people"], row["expires"]), ("Per Prøve", ["Per Prøve"], None))
        mine = self.taker.get("/mandates").json["rows"]
        self.assertEqual([(one["creditor"]["org_number"], one["mine"]) for one in mine], [(ORG, True)])
        self.assertEqual(self.giver.ask("DELETE", f"/creditors/{ORG}/mandates/{row['mandate']}").status, 204)
        self.assertEqual(self.taker.get(f"/creditors/{ORG}/cases").status, 404)
        self.assertEqual(self.orgs(self.taker), [OWN])
        self.assertEqual(self.take(made["code"]).json["code"], "mandate.code", "and does not let in again")
        self.assertEqual(self.giver.get(f"/creditors/{ORG}/mandates").json["rows"], [])

    def test_both_sides_find_it_in_the_log(self):
        made = self.offer()
        self.take(made["code"])
        mandate = made["mandate"]["mandate"]
        self.giver.ask("PATCH", f"/creditors/{ORG}/mandates/{mandate}", {"role": "reader"})
        self.giver.ask("DELETE", f"/creditors/{ORG}/mandates/{mandate}")

        def words(client):
            return [row["what"] for row in client.get("/log").json["rows"] if row["what"].startswith("mandate-")]
        self.assertEqual(words(self.giver), ["mandate-end", "mandate-role", "mandate-take", "mandate-offer"])
        self.assertEqual(words(self.taker), ["mandate-end", "mandate-role", "mandate-take"])
        took = next(row for row in self.giver.get("/log").json["rows"] if row["what"] == "mandate-take")
        self.assertEqual(took["creditor"], ORG)

    def test_a_wrong_code_tells_nothing_and_is_waited_for(self):
        code = self.offer()["code"]
        wrong = self.take("abcdef-abcdef-abcdef-abcdef")
        nowhere = self.take(code, org="123456785")
        self.assertEqual((wrong.status, wrong.json["code"]), (422, "mandate.code"))
        self.assertEqual(nowhere.json, wrong.json, "one cannot find out who is here")
        for _ in range(3):
            self.take("abcdef-abcdef-abcdef-abcdef", headers={"Idempotency-Key": "nøkkel".encode().hex()})
        waits = self.take(code)
        self.assertEqual((waits.status, waits.json["code"]), (429, "access.wait"))
        self.assertGreater(int(waits.header("Retry-After")), 0)
        other = self.server.invited(self.owner, "fourth@annen.example", "administrator", [OWN])
        self.assertEqual(self.take(code, other).status, 201, "another person does not wait, and the code is still good")

    def test_a_code_is_taken_back(self):
        made = self.offer()
        self.assertEqual(self.giver.ask("DELETE", f"/creditors/{ORG}/mandates/{made['mandate']['mandate']}").status, 204)
        self.assertEqual(self.take(made["code"]).json["code"], "mandate.code")
        again = self.giver.ask("DELETE", f"/creditors/{ORG}/mandates/{made['mandate']['mandate']}")
        self.assertEqual((again.status, again.json["code"]), (404, "mandate.unknown"))

    def test_a_code_is_worth_what_its_maker_may_that_day(self):
        code = self.offer()["code"]
        giver = next(one for one in self.owner.get("/people").json["rows"] if one["email"] == "giver@fjordror.example")
        self.assertEqual(self.owner.ask("DELETE", f"/people/{giver['person']}").status, 204)
        self.assertEqual(self.take(code).json["code"], "mandate.code")

    def test_of_two_who_try_at_once_one_is_let_in(self):
        others = [self.server.invited(self.owner, f"p{i}@annen.example", "administrator", [OWN]) for i in range(4)]
        for _ in range(3):
            code = self.offer()["code"]
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                answers = list(pool.map(lambda client: self.take(code, client), others))
            statuses = sorted(answer.status for answer in answers)
            self.assertEqual(statuses.count(201), 1, statuses)
            row = self.giver.get(f"/creditors/{ORG}/mandates").json["rows"][-1]
            self.assertEqual(len(row["people"]), 1)
            others = [client for client, answer in zip(others, answers) if answer.status != 201]

    def test_who_sees_the_creditor_already_keeps_the_code(self):
        code = self.offer()["code"]
        owner = self.take(code, self.owner)
        self.assertEqual((owner.status, owner.json["code"]), (409, "mandate.seen"))
        self.assertEqual(self.take(code).status, 201)
        second = self.take(self.offer("administrator")["code"])
        self.assertEqual(second.json["code"], "mandate.seen")

    def test_an_administrator_by_mandate_manages_the_creditor_and_lets_nobody_in(self):
        self.take(self.offer("administrator")["code"])
        self.assertEqual(self.taker.ask("PATCH", f"/creditors/{ORG}", {"phone": "55 00 00 00"}).status, 200)
        self.assertEqual(self.taker.get(f"/creditors/{ORG}/mandates").status, 200)
        self.assertEqual(self.taker.post(f"/creditors/{ORG}/mandates", {"role": "reader"}).status, 403)
        self.assertEqual([one["email"] for one in self.taker.get("/people").json["rows"]], ["taker@annen.example"], "the creditor's own people are not to be seen")
        self.assertEqual([one["email"] for one in self.giver.get("/people").json["rows"]], ["giver@fjordror.example"])

    def test_colleagues_come_in_by_the_same_mandate_and_go_with_it(self):
        colleague = self.server.invited(self.taker, "kollega@annen.example", "handler", [OWN])
        mandate = self.offer("reader")
        self.take(mandate["code"])
        person = next(one for one in self.taker.get("/people").json["rows"] if one["email"] == "kollega@annen.example")
        given = self.taker.ask("PATCH", f"/people/{person['person']}", {"creditors": [OWN, ORG]})
        self.assertEqual((sorted(given.json["creditors"]), given.json["by_mandate"]), (sorted([ORG, OWN]), [ORG]))
        self.assertEqual(colleague.get(f"/creditors/{ORG}/cases").status, 200)
        self.assertEqual(colleague.post(f"/creditors/{ORG}/starts", {"all": True}).status, 403, "no more than the mandate says")
        same = self.owner.ask("PATCH", f"/people/{person['person']}", {"creditors": [OWN, ORG], "role": "handler"})
        self.assertEqual(same.json["by_mandate"], [ORG], "saving what is shown makes nobody one of the creditor's own")
        fresh = self.server.invited(self.taker, "fersk@annen.example", "handler", [ORG])
        self.assertEqual([one["role"] for one in fresh.get("/creditors").json["rows"]], ["reader"])
        self.assertEqual(len(self.giver.get(f"/creditors/{ORG}/mandates").json["rows"][0]["people"]), 3)
        self.assertEqual(self.giver.get("/people").json["invites"], [])
        key = fresh.post("/keys", {"name": "program", "scopes": ["write"]}).json
        program = Client(self.server, key=key["secret"])
        self.assertEqual(program.get(f"/creditors/{ORG}/cases").status, 200)
        self.assertEqual(program.post(f"/creditors/{ORG}/starts", {"all": True}).status, 403)
        self.assertEqual(self.giver.ask("DELETE", f"/creditors/{ORG}/mandates/{mandate['mandate']['mandate']}").status, 204)
        for client in (colleague, fresh, program):
            self.assertEqual(client.get(f"/creditors/{ORG}/cases").status, 404)

    def test_one_leaves_and_with_the_last_it_ends(self):
        mandate = self.offer()
        self.take(mandate["code"])
        self.assertEqual(self.taker.ask("DELETE", f"/mandates/{mandate['mandate']['mandate']}").status, 204)
        self.assertEqual(self.orgs(self.taker), [OWN])
        self.assertEqual(self.giver.get(f"/creditors/{ORG}/mandates").json["rows"], [])
        self.assertEqual(self.taker.ask("DELETE", f"/mandates/{mandate['mandate']['mandate']}").json["code"], "mandate.unknown")

    def test_what_is_told_once_is_kept_nowhere(self):
        headers = {"Idempotency-Key": "et-klikk-til"}
        first = self.giver.post(f"/creditors/{ORG}/mandates", {"role": "reader"}, headers=headers)
        again = self.giver.post(f"/creditors/{ORG}/mandates", {"role": "reader"}, headers=headers)
        self.assertEqual((again.status, again.json["code"]), (409, "idempotency.told"))
        self.assertEqual(len(self.giver.get(f"/creditors/{ORG}/mandates").json["rows"]), 1)
        key = self.giver.post("/keys", {"name": "program", "scopes": ["read"]}, headers={"Idempotency-Key": "enda-en-nøkkel".encode().hex()}).json
        self.server.stop()
        dump = str(everything(self.server.database))
        for secret in (first.json["code"], first.json["code"].replace("-", ""), key["secret"]):
            self.assertNotIn(secret, dump)

    def test_a_password_is_not_guessed_under_an_idempotency_key(self):
        for _ in range(6):
            last = self.giver.post("/me/password", {"password": "et annet langt passord", "new_password": PASSWORD + "!"}, headers={"Idempotency-Key": "samme-hver-gang"})
        self.assertEqual(last.status, 429)

    def test_what_does_not_fit_is_refused(self):
        for role in ("owner", "client"):
            refused = self.giver.post(f"/creditors/{ORG}/mandates", {"role": role})
            self.assertEqual((refused.status, refused.json["code"]), (422, "mandate.role"))
        self.assertEqual(self.giver.post(f"/creditors/{OWN}/mandates", {"role": "reader"}).status, 404)
        practice = self.owner.post("/practice").json["org_number"]
        self.assertEqual(self.owner.post(f"/creditors/{practice}/mandates", {"role": "reader"}).json["code"], "mandate.practice")


class EveryRouteByMandate(AtFjord):
    """Each route of the contract below a creditor, asked by an administrator of another office with each role a mandate gives."""

    def test_gets_what_the_mandate_gives_and_no_more(self):
        self.assertEqual(self.owner.post("/creditors", OTHER).status, 201)
        walked = 0
        for role in ("administrator", "handler", "reader"):
            taker = self.server.invited(self.owner, role + "@annen.example", "administrator", [OWN])
            code = self.owner.post(f"/creditors/{ORG}/mandates", {"role": role}).json["code"]
            self.assertEqual(taker.post("/mandates", {"org_number": ORG, "code": code}).status, 201)
            for operation in CONTRACT.operations:
                if operation.right is None or "{creditor}" not in operation.path:
                    continue
                with self.subTest(route=f"{operation.method} {operation.path}", role=role):
                    allowed = RIGHTS[role] == "all" or operation.right in RIGHTS[role]
                    lends = operation.path.startswith("/creditors/{creditor}/mandates") and operation.method != "GET"
                    body_first = lends and operation.method in ("POST", "PATCH")   # the words are read before the mandate is known
                    answer = ask_route(taker, operation, ORG)
                    if not body_first:
                        self.assertEqual(answer.status != 403, allowed and not lends, f"{answer.status} {answer.body[:200]}")
                    walked += 1
        self.assertGreater(walked, 150)


if __name__ == "__main__":
    unittest.main()
