"""What browsers and attackers are told: headers, cookies, limits; terms of use; the picture of a second factor."""
import json
import re
import subprocess
import tempfile
import unittest

from server import FJORD, OTHER, PASSWORD, Client, Server, code_of


class Safe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--behind-tls")
        cls.server.start()
        cls.addClassCleanup(cls.server.__exit__)
        cls.owner = cls.server.owner()
        cls.owner.post("/creditors", FJORD)

    def raw(self, method, path, **headers):
        connection = self.server.connection()
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    def test_headers_of_every_answer(self):
        for path in ("/", "/index.html", "/api/health", "/api/me", "/api/nowhere", "/nowhere.js"):
            answer = self.raw("GET", path)
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff", path)
            self.assertEqual(answer.headers["Strict-Transport-Security"], "max-age=31536000; includeSubDomains", path)
            for wanted in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
                self.assertIn(wanted, answer.headers["Content-Security-Policy"], path)
            self.assertIn(answer.headers["Referrer-Policy"], ("no-referrer", "same-origin"), path)
            self.assertIsNone(answer.headers["Server"], path)
            self.assertIsNone(answer.headers["Access-Control-Allow-Origin"], path)
        self.assertEqual(self.raw("GET", "/api/me").headers["Cache-Control"], "no-store")
        page = self.raw("GET", "/").headers
        if page["Content-Type"].startswith("text/html"):   # a build with the web application
            self.assertRegex(page["Content-Security-Policy"], "script-src 'self'; .*frame-ancestors 'none'; require-trusted-types-for 'script'")
            self.assertNotIn("unsafe", page["Content-Security-Policy"])
            self.assertIn("frame-src blob:;", page["Content-Security-Policy"])
            self.assertEqual(page["Cross-Origin-Opener-Policy"], "same-origin")

    def test_other_methods_and_odd_requests(self):
        for method in ("TRACE", "TRACK", "OPTIONS", "CONNECT"):
            self.assertGreaterEqual(self.raw(method, "/api/me" if method != "CONNECT" else "/").status, 400, method)
        connection = self.server.connection()
        connection.putrequest("POST", "/api/session")   # two lengths: where one request ends must not be a matter of opinion
        connection.putheader("Content-Length", "2")
        connection.putheader("Transfer-Encoding", "chunked")
        connection.endheaders(b"0\r\n\r\n")
        self.assertEqual(connection.getresponse().status, 400)
        connection.close()

    def test_types_of_what_is_brought(self):
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
            answer = self.owner.ask("POST", "/creditors", raw=b"{}", headers={"Content-Type": kind})
            self.assertEqual((answer.status, answer.json["code"]), (400, "http.content_type"))
        for body in (b'{"org_number": 1, "org_number": 2}', b"{} {}", b"\xff", b"[" * 100_000):
            answer = self.owner.ask("POST", "/creditors", raw=body, headers={"Content-Type": "application/json"})
            self.assertEqual((answer.status, answer.json["code"]), (400, "json.syntax"))

    def test_terms_of_use_ask_again_when_they_are_new(self):
        org = FJORD["org_number"]
        self.assertEqual(self.owner.get(f"/creditors/{org}/terms").json, {"rows": [], "current": None, "waiting": False})
        file = self.server.folder / "terms.txt"
        file.write_text("Vilkår for bruk, prøve.\n", encoding="utf-8")
        self.server.frist("terms", "add", "--from", "2026-01-01", "--title", "Vilkår 2026", "--file", str(file))
        told = self.owner.get(f"/creditors/{org}/terms").json
        self.assertEqual((told["current"], told["waiting"], told["rows"][0]["text"]), (1, True, "Vilkår for bruk, prøve.\n"))
        for _ in range(2):
            told = self.owner.post(f"/creditors/{org}/terms/1/acceptance").json
        self.assertFalse(told["waiting"])
        self.assertIsNotNone(told["rows"][0]["accepted"])
        self.owner.post("/creditors", OTHER)
        self.assertTrue(self.owner.get(f"/creditors/{OTHER['org_number']}/terms").json["waiting"], "for each creditor")
        client = self.server.invited(self.owner, "kunde@fjordror.example", "client", [org])
        self.assertTrue(client.get(f"/creditors/{org}/terms").json["waiting"], "and each person")
        self.assertEqual(client.get(f"/creditors/{OTHER['org_number']}/terms").json["code"], "creditor.unknown")
        self.server.frist("terms", "add", "--from", "2026-03-01", "--title", "Vilkår mars", "--file", str(file))
        self.server.frist("terms", "add", "--from", "2026-07-01", "--title", "Vilkår juli", "--file", str(file))
        told = self.owner.get(f"/creditors/{org}/terms").json
        self.assertEqual((told["current"], told["waiting"], [row["version"] for row in told["rows"]]), (2, True, [3, 2, 1]))
        rows = [(row["what"], row["about"], row["creditor"]) for row in self.owner.get("/log").json["rows"]]
        self.assertEqual(rows.count(("terms-accept", "terms 1", org)), 1)
        self.assertEqual(self.owner.post(f"/creditors/{org}/terms/9/acceptance").json["code"], "terms.unknown")
        for words, code in ((["--from", "2026-01-01", "--title", "Eldre", "--file", str(file)], "terms.day"), (["--title", "", "--file", str(file)], "terms.title"), (["--title", "Tom", "--file", "/dev/null"], "terms.text")):
            with self.assertRaises(subprocess.CalledProcessError) as wrong:
                self.server.frist("--json", "terms", "add", *words)
            self.assertIn(f'"{code}"', wrong.exception.stderr)

    def test_the_picture_of_a_second_factor_is_its_uri(self):
        begun = self.owner.post("/me/second-factor", {"password": PASSWORD}).json
        size = begun["qr"]["size"]
        rows = [[0] * size for _ in range(size)]
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1H\d+z", begun["qr"]["path"]):
            rows[int(y)][int(x):int(x) + int(width)] = [1] * int(width)
        scale = 4
        wide = [" ".join(str(one) for one in row for _ in range(scale)) for row in rows for _ in range(scale)]
        with tempfile.NamedTemporaryFile("w", suffix=".pbm") as picture:
            picture.write(f"P1\n{size * scale} {size * scale}\n" + "\n".join(wide) + "\n")
            picture.flush()
            read = subprocess.run(["zbarimg", "--quiet", "--raw", picture.name], capture_output=True, text=True, check=True).stdout
        self.assertEqual(read.strip(), begun["uri"])


class SecondFactorForAll(unittest.TestCase):
    def test_whoever_has_none_can_do_nothing_but_set_one_up(self):
        server = Server()
        server.start()
        self.addCleanup(server.__exit__)
        owner = server.owner()
        owner.post("/creditors", FJORD)
        key = owner.post("/keys", {"name": "regnskap", "scopes": ["read"]}).json["secret"]
        server.frist("site", "set", "--second-factor", "required")
        server.stop()
        server.start()
        self.assertTrue(owner.get("/me").json["factor_wanted"])
        for path in (f"/creditors/{FJORD['org_number']}/cases", "/people", "/log", "/keys"):
            refused = owner.get(path)
            self.assertEqual((refused.status, refused.json["code"]), (403, "access.factor"), path)
        self.assertEqual(Client(server, key=key).get(f"/creditors/{FJORD['org_number']}/cases").status, 200)
        secret = owner.post("/me/second-factor", {"password": PASSWORD}).json["secret"]
        self.assertEqual(owner.ask("PUT", "/me/second-factor", {"code": code_of(secret)}).status, 200)
        self.assertFalse(owner.get("/me").json["factor_wanted"])
        self.assertEqual(owner.get("/people").status, 200)

    def test_an_administrator_ends_the_sessions_of_another(self):
        server = Server()
        server.start()
        self.addCleanup(server.__exit__)
        owner = server.owner()
        other = server.invited(owner, "per@fjordror.example", "handler")
        person = other.get("/me").json["person"]
        self.assertEqual(other.ask("DELETE", f"/people/{person}/sessions").status, 403)
        self.assertEqual(owner.ask("DELETE", f"/people/{person}/sessions").status, 204)
        self.assertEqual(other.get("/me").status, 401)
        self.assertEqual(owner.ask("DELETE", "/people/4711/sessions").json["code"], "person.unknown")

    def test_the_lines_of_the_log_tell_who_and_what_was_refused(self):
        server = Server()
        server.start()
        self.addCleanup(server.__exit__)
        owner = server.owner()
        reader = server.invited(owner, "per@fjordror.example", "reader")
        reader.get("/people")
        line = next(line for line in map(json.loads, server.log().splitlines()) if line.get("code") == "access.denied")
        self.assertEqual((line["who"], line["route"], line["status"]), ("person 2", "/people", 403))
        self.assertNotIn("fjordror", server.log())


if __name__ == "__main__":
    unittest.main()
