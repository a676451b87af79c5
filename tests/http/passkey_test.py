"""Passkeys: an authenticator made of software (keys by Debian's cryptography) against the real server."""
import base64
import hashlib
import json
import os
import struct
import unittest

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

from server import PASSWORD, Client, Server

ORIGIN, HOST = "http://localhost:8080", "localhost"


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def cbor(value):
    """As much of RFC 8949 as an authenticator writes."""
    def head(kind, count):
        if count < 24:
            return bytes([kind << 5 | count])
        return bytes([kind << 5 | 24, count]) if count < 256 else bytes([kind << 5 | 25]) + struct.pack(">H", count)
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    return head(5, len(value)) + b"".join(cbor(key) + cbor(one) for key, one in value.items())


class Authenticator:
    def __init__(self, kind="es256", verifies=True, counts=True):
        self.kind, self.verifies, self.count, self.counts = kind, verifies, 0, counts
        self.id = os.urandom(32)
        if kind == "es256":
            self.key = ec.generate_private_key(ec.SECP256R1())
            numbers = self.key.public_key().public_numbers()
            self.cose = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        elif kind == "rs256":
            self.key = rsa.generate_private_key(65537, 2048)
            numbers = self.key.public_key().public_numbers()
            self.cose = {1: 3, 3: -257, -1: numbers.n.to_bytes(256, "big"), -2: b"\x01\x00\x01"}
        else:
            from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
            self.key = ed25519.Ed25519PrivateKey.generate()
            self.cose = {1: 1, 3: -8, -1: 6, -2: self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)}

    def sign(self, data):
        if self.kind == "es256":
            return self.key.sign(data, ec.ECDSA(hashes.SHA256()))
        return self.key.sign(data, padding.PKCS1v15(), hashes.SHA256()) if self.kind == "rs256" else self.key.sign(data)

    def client_data(self, kind, challenge, origin):
        return json.dumps({"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False}).encode()

    def data(self, host, more=b"", flags=1):
        self.count += self.counts
        return hashlib.sha256(host.encode()).digest() + bytes([flags | (4 if self.verifies else 0) | (0x40 if more else 0)]) + struct.pack(">I", self.count) + more

    def make(self, options, name="Nøkkel", origin=ORIGIN, host=HOST):
        more = bytes(16) + struct.pack(">H", len(self.id)) + self.id + cbor(self.cose)
        attestation = cbor({"fmt": "none", "attStmt": {}, "authData": self.data(host, more)})
        return {"name": name, "client_data": b64(self.client_data("webauthn.create", options["challenge"], origin)), "attestation": b64(attestation)}

    def answer(self, options, origin=ORIGIN, host=HOST, flags=1):
        client_data, data = self.client_data("webauthn.get", options["challenge"], origin), self.data(host, flags=flags)
        return {"credential": b64(self.id), "client_data": b64(client_data), "authenticator_data": b64(data), "signature": b64(self.sign(data + hashlib.sha256(client_data).digest()))}


class Passkeys(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.server.start()
        self.addCleanup(self.server.__exit__)
        self.owner = self.server.owner()
        self.server.frist("site", "set", "--address", ORIGIN)

    def add(self, key, client=None, **more):
        client = client or self.owner
        options = client.post("/me/passkeys/options", {"password": PASSWORD})
        self.assertEqual(options.status, 200, options.body)
        return client.post("/me/passkeys", key.make(options.json, **more))

    def come_in(self, key, ticket=None, **more):
        client = Client(self.server)
        options = client.post("/session/passkey/options", {"ticket": ticket} if ticket else {})
        self.assertEqual(options.status, 200, options.body)
        return client.post("/session/passkey", key.answer(options.json, **more)), client

    def test_a_passkey_opens_the_door_by_itself(self):
        for kind in ("es256", "rs256", "ed25519"):
            with self.subTest(kind=kind):
                key = Authenticator(kind)
                made = self.add(key, name=kind)
                self.assertEqual(made.status, 201, made.body)
                came, client = self.come_in(key)
                self.assertEqual((came.status, client.get("/me").json["email"]), (200, "lise@fjordror.example"), came.body)
                self.assertEqual(self.come_in(key)[0].status, 200, "and again")
        self.assertEqual([row["name"] for row in self.owner.get("/me/passkeys").json["rows"]], ["es256", "rs256", "ed25519"])
        self.assertEqual(self.owner.get("/me").json["passkeys"], 3)
        self.assertEqual(self.owner.get("/session/providers").json, {"rows": [], "passkeys": True})
        self.assertIn("passkey-add", [row["what"] for row in self.owner.get("/log").json["rows"]])

    def test_with_a_passkey_the_password_alone_opens_nothing(self):
        key = Authenticator(verifies=False)
        codes = self.add(key).json["codes"]
        self.assertEqual(len(codes), 10)
        other = Authenticator()
        self.assertEqual(self.add(other).json["codes"], [], "the codes there are stay")
        first = Client(self.server).post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        self.assertEqual(first.status, 202)
        ticket = first.json["ticket"]
        self.assertEqual(self.come_in(key)[0].json["code"], "passkey.refused", "without a PIN it is no more than a second step")
        came, client = self.come_in(key, ticket)
        self.assertEqual(came.status, 200, came.body)
        self.assertTrue(client.get("/me/sessions").json["rows"])
        second = Client(self.server).post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        self.assertEqual(Client(self.server).post("/session/second", {"ticket": second.json["ticket"], "code": "123456"}).json["code"], "access.code")
        self.assertEqual(Client(self.server).post("/session/second", {"ticket": second.json["ticket"], "code": codes[0]}).status, 200)
        for row in self.owner.get("/me/passkeys").json["rows"]:
            self.assertEqual(self.owner.ask("DELETE", f"/me/passkeys/{row['passkey']}", {"password": "et annet langt passord"}).status, 401)
            self.assertEqual(self.owner.ask("DELETE", f"/me/passkeys/{row['passkey']}", {"password": PASSWORD}).status, 204)
        self.assertEqual(self.come_in(other)[0].json["code"], "passkey.refused")
        self.assertEqual(Client(self.server).post("/session", {"email": "lise@fjordror.example", "password": PASSWORD}).status, 200)
        self.assertEqual(self.owner.ask("DELETE", "/me/passkeys/4711", {"password": PASSWORD}).json["code"], "passkey.unknown")

    def test_what_is_refused(self):
        key = Authenticator()
        self.assertEqual(self.add(key, origin="https://frist.annen.example").json["code"], "passkey.site")
        self.assertEqual(self.add(key, host="annen.example").json["code"], "passkey.site")
        self.assertEqual(self.add(key, name="\n").json["code"], "passkey.name")
        self.assertEqual(self.add(key).status, 201)
        self.assertEqual(self.add(key).json["code"], "passkey.known")
        for more, code in (({"origin": "https://frist.annen.example"}, "passkey.site"), ({"host": "annen.example"}, "passkey.site"), ({"flags": 0}, "passkey.refused")):
            self.assertEqual(self.come_in(key, **more)[0].json["code"], code)
        self.assertEqual(self.come_in(Authenticator())[0].json["code"], "passkey.refused", "nobody's")
        client = Client(self.server)
        options = client.post("/session/passkey/options", {}).json
        answer = key.answer(options)
        broken = {**answer, "signature": b64(unb64(answer["signature"])[:-1] + b"\0")}
        self.assertEqual(client.post("/session/passkey", broken).json["code"], "passkey.refused")
        self.assertEqual(client.post("/session/passkey", answer).json["code"], "passkey.challenge", "a challenge is answered once")
        key.count = 1   # a copy of the key counts from where it was copied
        self.assertEqual(self.come_in(key)[0].json["code"], "passkey.refused")
        for field in ("client_data", "authenticator_data", "signature"):
            wrong = client.post("/session/passkey", {**key.answer(client.post("/session/passkey/options", {}).json), field: "=?"})
            self.assertEqual(wrong.json["code"], "passkey.data")
        short = client.post("/session/passkey", {**key.answer(client.post("/session/passkey/options", {}).json), "authenticator_data": "AAAA"})
        self.assertEqual(short.json["code"], "passkey.data")

    def test_who_begins_and_never_answers_waits(self):
        client = Client(self.server)
        for _ in range(25):
            last = client.post("/session/passkey/options", {})
        self.assertEqual((last.status, last.json["code"]), (429, "access.wait"))

    def test_of_another_than_the_ticket(self):
        mine, other = Authenticator(), Authenticator()
        handler = self.server.invited(self.owner, "per@fjordror.example", "handler")
        self.add(mine)
        self.add(other, handler)
        ticket = Client(self.server).post("/session", {"email": "lise@fjordror.example", "password": PASSWORD}).json["ticket"]
        self.assertEqual(self.come_in(other, ticket)[0].json["code"], "passkey.refused")
        person = next(row for row in self.owner.get("/people").json["rows"] if row["email"] == "per@fjordror.example")
        self.assertEqual(self.owner.ask("DELETE", f"/people/{person['person']}").status, 204)
        self.assertEqual(self.come_in(other)[0].json["code"], "passkey.refused", "who is gone comes in by nothing")

    def test_twenty_are_enough(self):
        for _ in range(20):
            self.assertEqual(self.add(Authenticator("ed25519")).status, 201)
        self.assertEqual(self.owner.post("/me/passkeys/options", {"password": PASSWORD}).json["code"], "passkey.many")

    def test_keys_that_are_none(self):
        weak = Authenticator("rs256")
        weak.cose[-1] = b"\x80" + bytes(63)
        self.assertEqual(self.add(weak).json["code"], "signature.key")
        nothing = Authenticator()
        nothing.cose = {1: 2, 3: -7, -1: 1, -2: b"short", -3: b"short"}
        self.assertEqual(self.add(nothing).json["code"], "signature.key")
        other = Authenticator()
        other.cose[3] = -35
        self.assertEqual(self.add(other).json["code"], "passkey.data")

    def test_without_an_address_there_are_none(self):
        self.server.frist("site", "set", "--address", "none")
        self.assertEqual(self.owner.post("/me/passkeys/options", {"password": PASSWORD}).json["code"], "passkey.address")
        self.server.frist("site", "set", "--address", "http://127.0.0.1:8080")
        self.assertEqual(self.owner.post("/me/passkeys/options", {"password": PASSWORD}).json["code"], "passkey.address")


if __name__ == "__main__":
    unittest.main()
