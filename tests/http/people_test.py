"""Coming in, and what each may do."""
import re
import time
import unittest

from server import CONTRACT, FJORD, OTHER, PASSWORD, Client, Server, code_of

# Who may do what, written a second time by somebody who reads the issue and not the program.
RIGHTS = {
    "owner": "all",
    "administrator": "all",
    "handler": {"read_cases", "read_reports", "read_settings", "export_data", "act_on_cases", "register_payments", "import_ledger", "send_letters", "own_keys"},
    "reader": {"read_cases", "read_reports", "read_settings"},
    "client": {"read_cases", "read_reports"},
}


def ask_route(client, operation, creditor):
    """The route with this creditor, numbers that nothing has, and words that say nothing."""
    path = operation.path.replace("{creditor}", creditor)
    path = re.sub(r"\{\w+\}", "4711", path)
    body = {} if operation.words.get("requestBody") else None
    content = operation.words.get("requestBody", {}).get("content", {})
    if "application/octet-stream" in content:
        return client.ask(operation.method, path, raw=b"nothing")
    return client.ask(operation.method, path, body)


class ComingIn(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.server.start()
        self.addCleanup(self.server.__exit__)

    def test_the_first_link_makes_the_owner_once(self):
        client = Client(self.server)
        self.assertEqual(client.get("/setup").json["wanted"], "owner")
        token = self.server.link()
        self.assertEqual(client.get("/links/" + token).json["kind"], "first_owner")
        wish = {"token": token, "name": "Lise Mønster", "email": "lise@fjordror.example", "password": PASSWORD}
        short = client.post("/setup", {**wish, "password": "for kort"})
        self.assertEqual((short.status, short.json["code"]), (422, "password.short"))
        made = client.post("/setup", wish)
        self.assertEqual((made.status, made.json["role"]), (200, "owner"))
        self.assertIn("HttpOnly; SameSite=Strict", made.header("Set-Cookie"))
        self.assertEqual(client.get("/me").json["email"], "lise@fjordror.example")
        again = Client(self.server).post("/setup", wish)
        self.assertEqual((again.status, again.json["code"]), (404, "access.link"))
        self.assertEqual(client.get("/setup").json["wanted"], "nothing")

    def test_a_wrong_password_tells_nothing_and_is_waited_for(self):
        self.server.owner()
        client = Client(self.server)
        wrong = client.post("/session", {"email": "lise@fjordror.example", "password": "et annet langt passord"})
        nobody = client.post("/session", {"email": "ingen@fjordror.example", "password": "et annet langt passord"})
        self.assertEqual((wrong.status, wrong.json), (401, nobody.json))
        for _ in range(12):
            last = client.post("/session", {"email": "lise@fjordror.example", "password": "et annet langt passord"})
        self.assertEqual(last.status, 429)
        self.assertGreater(int(last.header("Retry-After")), 0)
        right = client.post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        self.assertEqual(right.status, 429, "a guesser who is made to wait learns nothing from the right one either")

    def test_the_second_factor_and_its_recovery_codes(self):
        owner = self.server.owner()
        self.assertEqual(owner.post("/me/second-factor", {"password": "et annet langt passord"}).status, 401)
        secret = owner.post("/me/second-factor", {"password": PASSWORD}).json["secret"]
        self.assertFalse(owner.get("/me").json["second_factor"])
        now = time.time()
        codes = owner.ask("PUT", "/me/second-factor", {"code": code_of(secret, now)}).json["codes"]
        self.assertEqual(len(set(codes)), 10)
        other = Client(self.server)
        first = other.post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        self.assertEqual(first.status, 202)
        self.assertIsNone(other.cookie)
        replay = other.post("/session/second", {"ticket": first.json["ticket"], "code": code_of(secret, now)})
        self.assertEqual((replay.status, replay.json["code"]), (401, "access.code"), "a code works once")
        came = other.post("/session/second", {"ticket": first.json["ticket"], "code": code_of(secret, now + 30)})
        self.assertEqual(came.status, 200)
        third = Client(self.server)
        ticket = third.post("/session", {"email": "lise@fjordror.example", "password": PASSWORD}).json["ticket"]
        self.assertEqual(third.post("/session/second", {"ticket": ticket, "code": codes[0]}).status, 200)
        self.assertEqual(third.get("/me").json["recovery_codes"], 9)

    def test_sessions_are_listed_and_ended(self):
        owner = self.server.owner()
        other = Client(self.server)
        self.assertEqual(other.post("/session", {"email": "lise@fjordror.example", "password": PASSWORD}).status, 200)
        rows = owner.get("/me/sessions").json["rows"]
        self.assertEqual([row["here"] for row in rows].count(True), 1)
        self.assertEqual(len(rows), 2)
        self.assertEqual(owner.ask("DELETE", "/me/sessions").status, 204)
        self.assertEqual(other.get("/me").status, 401)
        self.assertEqual(owner.ask("DELETE", "/session").status, 204)
        self.assertEqual(owner.get("/me").status, 401)

    def test_a_new_password_ends_the_other_sessions(self):
        owner = self.server.owner()
        other = Client(self.server)
        other.post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        changed = owner.post("/me/password", {"password": PASSWORD, "new_password": "et enda lengre passord"})
        self.assertEqual(changed.status, 204)
        self.assertEqual((owner.get("/me").status, other.get("/me").status), (200, 401))

    def test_an_invited_person_sees_what_was_given(self):
        owner = self.server.owner()
        for wish in (FJORD, OTHER):
            self.assertEqual(owner.post("/creditors", wish).status, 201)
        handler = self.server.invited(owner, "per@fjordror.example", "handler", [FJORD["org_number"]])
        self.assertEqual([one["org_number"] for one in handler.get("/creditors").json["rows"]], [FJORD["org_number"]])
        self.assertEqual(handler.get("/creditors/" + OTHER["org_number"]).status, 404)
        self.assertEqual(handler.get("/creditors/" + OTHER["org_number"]).json, handler.get("/creditors/123456785").json, "what one may not see does not exist")
        people = owner.get("/people").json["rows"]
        person = next(one for one in people if one["email"] == "per@fjordror.example")
        stale = owner.ask("PATCH", f"/people/{person['person']}", {"role": "reader"}, headers={"If-Match": f"\"{person['version'] + 5}\""})
        self.assertEqual(stale.status, 409)
        changed = owner.ask("PATCH", f"/people/{person['person']}", {"creditors": [OTHER["org_number"]]}, headers={"If-Match": f"\"{person['version']}\""})
        self.assertEqual(changed.json["creditors"], [OTHER["org_number"]])
        self.assertEqual(handler.get("/creditors/" + FJORD["org_number"]).status, 404)
        self.assertEqual(owner.ask("DELETE", f"/people/{person['person']}").status, 204)
        self.assertEqual(handler.get("/me").status, 401)
        owner_id = owner.get("/me").json["person"]
        last = owner.ask("DELETE", f"/people/{owner_id}")
        self.assertEqual(last.json["code"], "access.last_owner")

    def test_a_key_is_no_more_than_its_scopes(self):
        owner = self.server.owner()
        owner.post("/creditors", FJORD)
        made = owner.post("/keys", {"name": "regnskap", "scopes": ["read"]}).json
        key = Client(self.server, key=made["secret"])
        org = FJORD["org_number"]
        self.assertEqual(key.get(f"/creditors/{org}/cases").status, 200)
        self.assertEqual(key.post(f"/creditors/{org}/starts", {"all": True}).status, 403)
        self.assertEqual(key.get("/me").status, 403)
        self.assertNotIn(made["secret"], str(owner.get("/keys").json))
        self.assertEqual(owner.ask("DELETE", f"/keys/{made['key']['key']}").status, 204)
        self.assertEqual(key.get(f"/creditors/{org}/cases").status, 401)

    def test_a_forged_call_is_refused(self):
        owner = self.server.owner()
        forged = owner.post("/creditors", FJORD, ours=False)
        self.assertEqual((forged.status, forged.json["code"]), (403, "access.forgery"))
        self.assertEqual(owner.get("/creditors").json["rows"], [])

    def test_the_log_tells_who_and_no_names(self):
        owner = self.server.owner()
        owner.post("/creditors", FJORD)
        rows = owner.get("/log").json["rows"]
        self.assertEqual(rows[0]["what"], "creditor-add")
        self.assertEqual(rows[0]["person"], "Lise Mønster")
        self.assertEqual(rows[0]["creditor"], FJORD["org_number"])
        page = owner.get("/log", query={"limit": 1}).json
        self.assertEqual([row["number"] for row in owner.get("/log", query={"limit": 1, "cursor": page["next"]}).json["rows"]], [rows[1]["number"]])


class EveryRoute(unittest.TestCase):
    """Each route of the contract, asked by each role for its own creditor and for another one."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.server.start()
        owner = cls.server.owner()
        for wish in (FJORD, OTHER):
            assert owner.post("/creditors", wish).status == 201
        cls.by_role = {"owner": owner}
        for role in ("administrator", "handler", "reader", "client"):
            reach = None if role == "administrator" else [FJORD["org_number"]]
            cls.by_role[role] = cls.server.invited(owner, role + "@fjordror.example", role, reach)

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def test_nobody_gets_in_without_a_session(self):
        for operation in CONTRACT.operations:
            if operation.open:
                continue
            with self.subTest(route=f"{operation.method} {operation.path}"):
                self.assertEqual(ask_route(Client(self.server), operation, FJORD["org_number"]).status, 401)
                self.assertEqual(ask_route(Client(self.server, key="frist_" + "a" * 36), operation, FJORD["org_number"]).status, 401)

    def test_each_role_gets_what_it_may_and_no_more(self):
        walked = 0
        for operation in CONTRACT.operations:
            if operation.right is None:
                continue
            for role, client in self.by_role.items():
                with self.subTest(route=f"{operation.method} {operation.path}", role=role):
                    allowed = RIGHTS[role] == "all" or operation.right in RIGHTS[role]
                    answer = ask_route(client, operation, FJORD["org_number"])
                    self.assertEqual(answer.status != 403, allowed, f"{answer.status} {answer.body[:200]}")
                    walked += 1
                    if "{creditor}" not in operation.path or role in ("owner", "administrator"):
                        continue
                    foreign = ask_route(client, operation, OTHER["org_number"])
                    self.assertEqual((foreign.status, foreign.json["code"]), (404, "creditor.unknown"))
        self.assertGreater(walked, 150)


if __name__ == "__main__":
    unittest.main()
