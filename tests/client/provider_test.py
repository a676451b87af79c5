#!/usr/bin/python3
"""Logging in at a provider of one's own (OpenID Connect): a certified one, asked by the real server, and a lying one that
signs what it should not."""
import base64
import http.client
import http.server
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric import padding, rsa

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE.parent / "http"), str(HERE.parent / "dispatch")]

from packages import installed
from servers import free_port, wait_for
from server import PASSWORD, Client, Server, code_of

SITE = "http://localhost:8080"


class Browser:
    """Follows redirects and keeps cookies, of each server apart."""

    def __init__(self):
        self.cookies = {}

    def ask(self, method, address, form=None):
        parts = urllib.parse.urlsplit(address)
        jar = self.cookies.setdefault(parts.netloc, {})
        connection = http.client.HTTPConnection(parts.netloc, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in jar.items())}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, parts.path + ("?" + parts.query if parts.query else ""), body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            jar[name] = value
        connection.close()
        place = answer.headers.get("Location")
        return text, urllib.parse.urljoin(address, place) if place else None, address

    def log_in_at(self, address, name):
        """From the address of the provider to the one it sends back to, which is not visited."""
        text, place, here = self.ask("GET", address)
        for _ in range(20):
            if place is not None:
                if place.startswith(SITE):
                    return place
                text, place, here = self.ask("GET", place)
                continue
            form = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="(\w+)"[^>]*value="(\w+)"', text))
            action = re.search(r'action="([^"]+)"', text)[1]
            if form.get("prompt") == "login":
                form |= {"login": name, "password": "hva som helst"}
            text, place, here = self.ask("POST", urllib.parse.urljoin(here, action), form)
        raise AssertionError("the provider did not send the browser back: " + text[:500])


class House(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_provider_"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "secret").write_text("hemmelig-prove:1+%\n", encoding="utf-8")
        (self.folder / "secret").chmod(0o600)

    def serve(self, issuer, *more):
        server = Server(folder=self.folder)
        with server:
            self.owner = server.owner()
            server.frist("site", "set", "--address", SITE, "--oidc-issuer", issuer, "--oidc-name", "Firmaets innlogging", *more)
        server.start()
        self.addCleanup(server.__exit__)
        return server

    def leave(self, server):
        client = Client(server)
        answer = client.post("/session/oidc")
        self.assertEqual(answer.status, 200, answer.body)
        self.assertIn("HttpOnly; SameSite=Lax", answer.header("Set-Cookie"))
        return client, answer.json["address"]

    def come_back(self, client, place):
        parts = urllib.parse.urlsplit(place)
        self.assertEqual(parts.path, "/api/session/oidc/callback")
        connection = client.server.connection()
        connection.request("GET", parts.path + "?" + parts.query, headers={"Cookie": client.cookie or ""})
        answer = connection.getresponse()
        self.assertEqual((answer.status, answer.read()), (303, b""))
        cookies = answer.headers.get_all("Set-Cookie")
        connection.close()
        client.cookie = next((cookie.split(";")[0] for cookie in cookies if cookie.startswith("frist_session=")), None)
        return answer.headers["Location"]


class AtACertifiedProvider(House):
    @classmethod
    def setUpClass(cls):
        shutil.copy(HERE / "provider.mjs", installed())
        cls.port = free_port()
        cls.process = subprocess.Popen([ROOT / "tools/web", "node", installed() / "provider.mjs"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
                                       env={**os.environ, "PORT": str(cls.port), "REDIRECT": SITE + "/api/session/oidc/callback"})
        cls.process.stdout.readline()
        wait_for(cls.port, cls.process)
        cls.issuer = f"http://127.0.0.1:{cls.port}"

    @classmethod
    def tearDownClass(cls):
        os.killpg(cls.process.pid, signal.SIGTERM)
        cls.process.wait(20)
        cls.process.stdout.close()

    def serve_with_secret(self):
        return self.serve(self.issuer, "--oidc-client", "frist", "--oidc-secret-file", str(self.folder / "secret"))

    def log_in(self, server, name):
        client, address = self.leave(server)
        return self.come_back(client, Browser().log_in_at(address, name)), client

    def test_who_is_here_comes_in(self):
        server = self.serve_with_secret()
        self.assertEqual(Client(server).get("/session/providers").json["rows"], [{"provider": "oidc", "name": "Firmaets innlogging"}])
        place, client = self.log_in(server, "lise")
        self.assertEqual((place, client.get("/me").json["email"]), ("/", "lise@fjordror.example"))
        self.assertEqual(self.log_in(server, "lise")[0], "/", "and again, by its subject")
        self.assertEqual(self.log_in(server, "other-lise")[0], "/#login-trouble=access.provider", "another account with the same e-mail is not hers")
        self.assertEqual(self.log_in(server, "fremmed")[0], "/#login-trouble=access.provider")
        owner = Client(server)
        owner.post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        self.assertIn("provider-link", [row["what"] for row in owner.get("/log").json["rows"]])

    def test_an_e_mail_that_nobody_vouches_for_is_nobodys(self):
        server = self.serve_with_secret()
        self.assertEqual(self.log_in(server, "unverified-lise")[0], "/#login-trouble=access.provider")

    def test_who_is_invited_comes_in_with_what_was_given(self):
        server = self.serve(self.issuer, "--oidc-client", "frist-public")
        owner = Client(server)
        owner.post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        owner.post("/invites", {"email": "per@fjordror.example", "role": "reader", "creditors": None})
        place, client = self.log_in(server, "per")
        me = client.get("/me").json
        self.assertEqual((place, me["email"], me["role"], me["name"]), ("/", "per@fjordror.example", "reader", "Rask Snøugle"))
        self.assertEqual(owner.get("/people").json["invites"], [])
        self.assertEqual(Client(server).post("/session", {"email": "per@fjordror.example", "password": PASSWORD}).status, 401, "has no password")
        self.assertEqual(owner.ask("DELETE", f"/people/{me['person']}").status, 204)
        self.assertEqual(self.log_in(server, "per")[0], "/#login-trouble=access.provider", "who was removed comes in no more")

    def test_a_second_factor_is_asked_for_all_the_same(self):
        server = self.serve_with_secret()
        owner = Client(server)
        owner.post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        secret = owner.post("/me/second-factor", {"password": PASSWORD}).json["secret"]
        now = time.time()
        owner.ask("PUT", "/me/second-factor", {"code": code_of(secret, now)})
        place, client = self.log_in(server, "lise")
        self.assertTrue(place.startswith("/#second-factor="))
        self.assertIsNone(client.cookie)
        self.assertEqual(client.post("/session/second", {"ticket": place.split("=")[1], "code": code_of(secret, now + 30)}).status, 200)

    def test_only_the_browser_that_left_comes_back_and_once(self):
        server = self.serve_with_secret()
        client, address = self.leave(server)
        place = Browser().log_in_at(address, "lise")
        self.assertEqual(self.come_back(Client(server), place), "/#login-trouble=oidc.visit")
        other, _ = self.leave(server)
        self.assertEqual(self.come_back(other, place), "/#login-trouble=oidc.visit")
        cookie = client.cookie
        self.assertEqual(self.come_back(client, place), "/")
        client.cookie = cookie
        self.assertEqual(self.come_back(client, place), "/#login-trouble=oidc.code", "a code works once")
        client, _ = self.leave(server)
        state = re.search("state=([^&]+)", _)[1]
        self.assertEqual(self.come_back(client, f"{SITE}/api/session/oidc/callback?state={state}&error=access_denied"), "/#login-trouble=oidc.refused")

    def test_a_wrong_secret(self):
        (self.folder / "secret").write_text("feil\n")
        server = self.serve_with_secret()
        self.assertEqual(self.log_in(server, "lise")[0], "/#login-trouble=oidc.code")

    def test_settings(self):
        server = self.serve_with_secret()
        told = json.loads(server.frist("--json", "site", "show"))
        self.assertEqual((told["oidc"]["issuer"], told["oidc"]["client"]), (self.issuer, "frist"))
        self.assertNotIn("hemmelig", json.dumps(told))
        for words, code in ((["--oidc-issuer", "login.firma.example"], "site.issuer"), (["--oidc-client", "none"], "site.client")):
            wrong = subprocess.run([os.environ["FRIST_BINARY"], "--db", str(self.folder / "frist.db"), "--json", "site", "set", *words], capture_output=True, text=True, check=False)
            self.assertIn(f'"{code}"', wrong.stderr)
        server.frist("site", "set", "--oidc-issuer", "none")
        server.stop()
        server.start()
        self.assertEqual(Client(server).get("/session/providers").json["rows"], [])
        self.assertEqual(Client(server).post("/session/oidc").status, 404)


class Liar(http.server.BaseHTTPRequestHandler):
    """A provider whose token is what the test wants it to be."""

    def log_message(self, *_):
        pass

    def send(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.send(self.server.described if "openid-configuration" in self.path else self.server.keys)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send({"id_token": self.server.token(self.server), "access_token": "noe"})


class AtALiar(House):
    def setUp(self):
        super().setUp()
        self.liar = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Liar)
        self.addCleanup(self.liar.server_close)
        thread = threading.Thread(target=self.liar.serve_forever, daemon=True)
        thread.start()
        self.addCleanup(self.liar.shutdown)
        self.issuer = f"http://127.0.0.1:{self.liar.server_port}"
        self.liar.described = {"issuer": self.issuer, "authorization_endpoint": self.issuer + "/auth", "token_endpoint": self.issuer + "/token", "jwks_uri": self.issuer + "/keys"}
        self.key = rsa.generate_private_key(65537, 2048)
        numbers = self.key.public_key().public_numbers()
        self.liar.keys = {"keys": [{"kty": "RSA", "kid": "1", "use": "sig", "n": self.b64(numbers.n.to_bytes(256, "big")), "e": "AQAB"}]}

    def b64(self, data):
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    def token(self, nonce, head=None, sign=None, **claims):
        now = int(time.time())
        told = {"iss": self.issuer, "aud": "frist", "sub": "1", "exp": now + 300, "iat": now, "nonce": nonce, "email": "lise@fjordror.example", "email_verified": True} | claims
        told = {name: value for name, value in told.items() if value is not None}
        header = {name: value for name, value in ({"alg": "RS256", "kid": "1"} | (head or {})).items() if value is not None}
        message = self.b64(json.dumps(header).encode()) + "." + self.b64(json.dumps(told).encode())
        signature = sign(message.encode()) if sign else self.key.sign(message.encode(), padding.PKCS1v15(), hashes.SHA256())
        return message + "." + self.b64(signature)

    def mac(self, message):
        """HS256 with the public key as the secret: what some libraries took."""
        made = hmac.HMAC(json.dumps(self.liar.keys).encode(), hashes.SHA256())
        made.update(message)
        return made.finalize()

    def test_what_a_token_must_be(self):
        server = self.serve(self.issuer, "--oidc-client", "frist")
        other = rsa.generate_private_key(65537, 2048)
        now = int(time.time())
        right = [{}, {"aud": ["frist"]}, {"aud": ["frist", "annen"], "azp": "frist"}, {"iat": now + 30}, {"head": {"kid": None}}]
        wrong = [
            {"iss": "https://annen.example"}, {"iss": None}, {"aud": "annen"}, {"aud": []}, {"aud": ["frist", "annen"]}, {"aud": ["frist", "annen"], "azp": "annen"}, {"aud": None},
            {"exp": now - 120}, {"exp": None}, {"iat": now + 600}, {"iat": None}, {"nbf": now + 600}, {"nonce": "annen"}, {"nonce": None}, {"sub": ""}, {"sub": "x" * 256},
            {"head": {"alg": "none"}, "sign": lambda _: b""}, {"head": {"alg": "HS256"}, "sign": self.mac}, {"head": {"alg": "RS512"}}, {"head": {"alg": "ES256"}}, {"head": {"kid": "2"}}, {"head": {"crit": ["x"]}},
            {"sign": lambda message: other.sign(message, padding.PKCS1v15(), hashes.SHA256())},
        ]
        for claims, expected in [(one, "/") for one in right] + [(one, "/#login-trouble=oidc.token") for one in wrong]:
            client, address = self.leave(server)
            query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
            self.assertEqual((query["code_challenge_method"], query["response_type"], query["scope"]), ("S256", "code", "openid email profile"))
            nonce = query["nonce"]
            self.liar.token = lambda _, claims=claims, nonce=nonce: self.token(**({"nonce": nonce} | claims))
            with self.subTest(claims=str(claims)):
                self.assertEqual(self.come_back(client, f"{SITE}/api/session/oidc/callback?code=1&state={query['state']}"), expected)
        for token in ("", "a.b", "a.b.c.d", "!.!.!"):
            client, address = self.leave(server)
            state = re.search("state=([^&]+)", address)[1]
            self.liar.token = lambda _, token=token: token
            self.assertEqual(self.come_back(client, f"{SITE}/api/session/oidc/callback?code=1&state={state}"), "/#login-trouble=oidc.token")

    def test_a_provider_that_is_not_itself(self):
        self.liar.described["issuer"] = "https://annen.example"
        server = self.serve(self.issuer, "--oidc-client", "frist")
        answer = Client(server).post("/session/oidc")
        self.assertEqual((answer.status, answer.json["code"]), (503, "oidc.answer"))
        self.liar.shutdown()
        self.liar.server_close()
        answer = Client(server).post("/session/oidc")
        self.assertEqual((answer.status, answer.json["code"]), (503, "oidc.unreachable"))


if __name__ == "__main__":
    unittest.main()
