"""A server of its own for each test: started on a free port, asked, and stopped."""
import base64
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

from contract import Contract

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from databases import database_in  # noqa: E402

BINARY = os.environ["FRIST_BINARY"]
CONTRACT = Contract()
TODAY = "2026-03-02"
PASSWORD = "et langt passord for prøver"


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def header(self, name):
        return self.headers.get(name.lower())


def code_of(secret, at=None):
    """The six digits an authenticator shows (RFC 6238)."""
    step = int((time.time() if at is None else at) // 30)
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


class Client:
    """A browser without a page: keeps its cookie, says that it is ours, and holds each answer against the contract."""

    def __init__(self, server, key=None):
        self.server, self.cookie, self.key = server, None, key

    def ask(self, method, path, body=None, query=None, headers=None, raw=None, ours=True):
        sent = dict(headers or {})
        if ours and self.key is None:
            sent.setdefault("Frist-Request", "1")
        if self.cookie:
            sent.setdefault("Cookie", self.cookie)
        if self.key:
            sent.setdefault("Authorization", "Bearer " + self.key)
        data = raw
        if raw is not None:
            sent.setdefault("Content-Type", "application/octet-stream")
        elif body is not None:
            data = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        address = "/api" + path + ("?" + urllib.parse.urlencode(query) if query else "")
        connection = self.server.connection()
        try:
            connection.request(method, address, body=data, headers=sent)
            response = connection.getresponse()
            answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
        finally:
            connection.close()
        CONTRACT.check(method, path, answer.status, answer.header("Content-Type") or "", answer.body)
        cookie = answer.header("Set-Cookie")
        if cookie:
            self.cookie = cookie.split(";")[0] if "Max-Age=0" not in cookie else None
        return answer

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post(self, path, body=None, **more):
        return self.ask("POST", path, body, **more)


class Server:
    def __init__(self, *options, folder=None, today=TODAY, tls=None):
        """`today` None: the machine's own clock, and nights. `tls`: the context that clients come by TLS with."""
        self.tls = tls
        self.own = folder is None
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="frist_http_"))
        self.database = database_in(self.folder)
        self.options, self.today, self.process = options, today, None

    def __enter__(self):
        self.start()
        return self

    def start(self):
        self.errors = open(self.folder / "errors", "ab")
        self.process = subprocess.Popen(
            [BINARY, "--db", self.database, "--home", str(self.folder), *(["--today", self.today] if self.today else []), "--json", "serve", "--port", "0", "--workers", "2", *self.options],
            stdout=subprocess.PIPE, stderr=self.errors, text=True)
        self.first_link = None
        line = self.process.stdout.readline()
        found = re.search(r"https?://127\.0\.0\.1:(\d+)/", line)
        assert found, f"the server did not start: {line!r} {(self.folder / 'errors').read_text()}"
        self.port = int(found.group(1))

    def connection(self):
        if self.tls:
            return http.client.HTTPSConnection("localhost", self.port, timeout=60, context=self.tls)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def link(self):
        """The token of the first owner's link, which the server prints when there is no owner."""
        self.process.stdout.readline()
        return self.process.stdout.readline().strip().split("#")[1]

    def stop(self, how=signal.SIGTERM):
        if self.process is None:
            return None
        self.process.send_signal(how)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        self.errors.close()
        self.process = None
        return code

    def log(self):
        return (self.folder / "errors").read_text(encoding="utf-8")

    def __exit__(self, *_):
        self.stop(signal.SIGKILL)
        if self.own:
            shutil.rmtree(self.folder)

    def frist(self, *words):
        """The command line beside the server, on the same database."""
        return subprocess.run([BINARY, "--db", self.database, "--home", str(self.folder), "--today", self.today, *words], capture_output=True, text=True, check=True).stdout

    def owner(self):
        client = Client(self)
        answer = client.post("/setup", {"token": self.link(), "name": "Lise Mønster", "email": "lise@fjordror.example", "password": PASSWORD})
        assert answer.status == 200, answer.body
        return client

    def invited(self, owner, email, role, creditors=None):
        answer = owner.post("/invites", {"email": email, "role": role, "creditors": creditors})
        assert answer.status == 201, answer.body
        client = Client(self)
        token = answer.json["link"].split("#")[1]
        accepted = client.post("/invites/accept", {"token": token, "name": "Per Prøve", "password": PASSWORD})
        assert accepted.status == 200, accepted.body
        return client


FJORD = {"org_number": "999999999", "name": "Fjord Rør AS", "account": "12345678903", "email": "faktura@fjordror.example",
         "address": {"street": "Prøvekaien 5", "postal_code": "5003", "place": "Bergen"}}
OTHER = {"org_number": "988077917", "name": "Annen Prøve AS", "account": "12345678903",
         "address": {"street": "Prøvegata 1", "postal_code": "0150", "place": "Oslo"}}
LEDGER = (
    "Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n"
    "1001;Blid Fjellrev;privat;Eksempelveien 1;5003;Bergen;F101;12.01.2026;26.01.2026;10 000,00\r\n"
    "1002;Rask D'Rype;privat;Eksempelveien 2;5003;Bergen;F102;14.01.2026;28.01.2026;2 450,50\r\n"
    "1003;Mild Uten Adresse;privat;;;;F103;15.01.2026;29.01.2026;1 200,00\r\n"
    "1004;Klok Havørn;privat;Eksempelveien 4;5003;Bergen;F104;20.02.2026;20.03.2026;500,00\r\n").encode()


class AtFjord(unittest.TestCase):
    """A server of its own for each test, with its owner and one creditor."""

    def setUp(self):
        self.server = Server()
        self.server.start()
        self.addCleanup(self.server.__exit__)
        self.owner = self.server.owner()
        self.assertEqual(self.owner.post("/creditors", FJORD).status, 201)

    def another_day(self, day):
        """The server on another day: stopped as an operator stops it, and started again."""
        self.assertEqual(self.server.stop(), 0)
        self.server.today = day
        self.server.start()
