"""TLS of the server's own, spoken to by Python's ssl: what is negotiated, what is refused, new certificates without a
new start, and what an idle connection costs."""
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import unittest

from server import BINARY, FJORD, PASSWORD, Client, Server


def certificate(folder, name, *more):
    """A certificate for localhost that signs itself, and its key."""
    cert, key = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "3650", "-subj", f"/CN={name}",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", cert, *(more or ["-nodes"])], check=True, capture_output=True)
    return cert, key


def trusting(*certificates):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for one in certificates:
        context.load_verify_locations(one)
    return context


class ByTls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_tls_"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.cert, cls.key = certificate(cls.folder, "first")
        cls.new_cert, cls.new_key = certificate(cls.folder, "second")

    def serve(self, cert=None, key=None):
        server = Server("--tls-cert", str(cert or self.cert), "--tls-key", str(key or self.key), tls=trusting(self.cert, self.new_cert))
        server.start()
        self.addCleanup(server.__exit__)
        return server

    def tls(self, server, **settings):
        context = trusting(self.cert, self.new_cert)
        for name, value in settings.items():
            setattr(context, name, value)
        return context.wrap_socket(socket.create_connection(("127.0.0.1", server.port), timeout=20), server_hostname="localhost")

    def test_the_application_by_tls(self):
        server = self.serve()
        owner = server.owner()
        self.assertTrue(owner.cookie.startswith("__Host-frist_session="))
        answer = owner.get("/me")
        self.assertEqual((answer.status, answer.header("Strict-Transport-Security")), (200, "max-age=31536000; includeSubDomains"))
        again = Client(server).post("/session", {"email": "lise@fjordror.example", "password": PASSWORD})
        self.assertRegex(again.header("Set-Cookie"), "^__Host-frist_session=[^;]+; Path=/; HttpOnly; SameSite=Strict; Max-Age=[0-9]+; Secure$")
        owner.post("/creditors", FJORD)
        rows = "\r\n".join(f"{i};Blid Fjellrev {i};privat;Eksempelveien 1;5003;Bergen;F{i};12.01.2026;26.01.2026;100,00" for i in range(20_000))
        big = ("Kundenr;Navn;Type;Adresse;Postnr;Poststed;Fakturanr;Fakturadato;Forfallsdato;Restbeløp\r\n" + rows + "\r\n").encode()
        taken = owner.post(f"/creditors/{FJORD['org_number']}/ledger/import", raw=big, query={"dry_run": "true"}, headers={"Frist-File-Name": "stor.csv"})
        self.assertEqual(taken.status, 200, taken.body[:300])
        self.assertEqual(owner.ask("DELETE", "/session").status, 204)

    def test_what_is_negotiated(self):
        server = self.serve()
        with self.tls(server) as wire:
            self.assertEqual(wire.version(), "TLSv1.3")
        with self.tls(server, maximum_version=ssl.TLSVersion.TLSv1_2) as wire:
            self.assertEqual(wire.version(), "TLSv1.2")
            self.assertRegex(wire.cipher()[0], "^ECDHE-ECDSA-(AES(128|256)-GCM|CHACHA20-POLY1305)")

    def test_what_is_refused(self):
        server = self.serve()
        old = trusting(self.cert)
        old.minimum_version = ssl.TLSVersion.TLSv1
        old.maximum_version = ssl.TLSVersion.TLSv1_1
        old.set_ciphers("ALL:@SECLEVEL=0")
        without_forward_secrecy = trusting(self.cert)
        without_forward_secrecy.maximum_version = ssl.TLSVersion.TLSv1_2
        without_forward_secrecy.set_ciphers("AES128-SHA:AES256-GCM-SHA384")
        only_h2 = trusting(self.cert)
        only_h2.set_alpn_protocols(["h2"])
        for context in (old, without_forward_secrecy, only_h2):
            with self.assertRaises((ssl.SSLError, ConnectionError)), socket.create_connection(("127.0.0.1", server.port), timeout=20) as plain:
                context.wrap_socket(plain, server_hostname="localhost")
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertNotIn(b"HTTP/1.1 200", plain.recv(1000))
        with self.tls(server) as wire:   # nobody was disturbed
            wire.sendall(b"GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertIn(b"HTTP/1.1 200", wire.recv(100))

    def test_new_certificates_without_a_new_start(self):
        cert, key = self.folder / "served.pem", self.folder / "served.key"
        shutil.copy(self.cert, cert)
        shutil.copy(self.key, key)
        server = self.serve(cert, key)
        first = self.cert_of(server)
        held = http.client.HTTPSConnection("localhost", server.port, timeout=20, context=trusting(self.cert))
        self.addCleanup(held.close)
        self.assertEqual(self.health(held), 200)
        shutil.copy(self.new_cert, cert)
        server.process.send_signal(signal.SIGHUP)   # the new certificate with the old key: the old pair stays
        self.wait_until(lambda: "serve.tls_key" in server.log())
        self.assertEqual(self.cert_of(server), first)
        shutil.copy(self.new_key, key)
        server.process.send_signal(signal.SIGHUP)
        self.wait_until(lambda: self.cert_of(server) != first)
        self.assertEqual(self.health(held), 200, "who was there stays")
        self.assertEqual(server.stop(), 0)

    def cert_of(self, server):
        with self.tls(server) as wire:
            return wire.getpeercert()["subject"]

    def health(self, connection):
        connection.request("GET", "/api/health")
        answer = connection.getresponse()
        answer.read()
        return answer.status

    def wait_until(self, true):
        for _ in range(2000):
            if true():
                return
            threading.Event().wait(0.005)
        self.fail("it did not come to that")

    def test_idle_connections_are_cheap(self):
        server = self.serve()

        def memory():
            status = pathlib.Path(f"/proc/{server.process.pid}/status").read_text()
            return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])

        with contextlib.ExitStack() as stack:
            def idle():
                wire = stack.enter_context(self.tls(server))
                wire.sendall(b"GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                self.assertIn(b"HTTP/1.1 200", wire.recv(2000))

            for _ in range(100):
                idle()
            before = memory()
            for _ in range(300):
                idle()
            # A sanitizer takes memory of its own for each byte.
            most = 1000 if os.environ.get("FRIST_SANITIZED") == "1" else 40
            self.assertLess((memory() - before) / 300, most, "kB for one")

    def test_files_that_cannot_be_served_with(self):
        sealed_cert, sealed_key = certificate(self.folder, "sealed", "-passout", "pass:hemmelig")
        words = self.folder / "words.pem"
        words.write_text("ikke et sertifikat")
        for more, code, field in (
            (["--tls-cert", "nowhere.pem", "--tls-key", self.key], "serve.certificate", "--tls-cert"),
            (["--tls-cert", words, "--tls-key", self.key], "serve.certificate", "--tls-cert"),
            (["--tls-key", self.key], "serve.certificate", "--tls-cert"),
            (["--tls-cert", self.cert], "serve.tls_key", "--tls-key"),
            (["--tls-cert", self.cert, "--tls-key", "nowhere.key"], "serve.tls_key", "--tls-key"),
            (["--tls-cert", self.cert, "--tls-key", words], "serve.tls_key", "--tls-key"),
            (["--tls-cert", self.cert, "--tls-key", self.new_key], "serve.tls_key", "--tls-key"),
            (["--tls-cert", sealed_cert, "--tls-key", sealed_key], "serve.tls_key", "--tls-key"),
            (["--tls-cert", self.cert, "--tls-key", self.key, "--behind-tls"], "serve.tls", "--behind-tls"),
        ):
            came = subprocess.run([BINARY, "--db", str(self.folder / "none.db"), "--json", "serve", "--port", "0", *map(str, more)], capture_output=True, text=True, timeout=60)
            told = json.loads(came.stderr)
            self.assertEqual((came.returncode, told["code"], told["field"]), (2, code, field))
            self.assertFalse((self.folder / "none.db").exists())


if __name__ == "__main__":
    unittest.main()
