"""The server as a service of a machine: it says when it is ready and when it ends, and takes its settings from the environment."""
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import unittest

from server import BINARY


class AsAService(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="frist_service_"))
        self.addCleanup(shutil.rmtree, self.folder)

    def heard(self, name):
        """What systemd would hear at the address `name`."""
        ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(ear.close)
        ear.bind(name)
        ear.settimeout(30)
        return ear

    def serve(self, *words, **settings):
        known = {name: value for name, value in os.environ.items() if not name.startswith("FRIST_") and name != "NOTIFY_SOCKET"}
        process = subprocess.Popen([BINARY, "serve", *words], env={**known, "FRIST_DB": str(self.folder / "frist.db"), "FRIST_PORT": "0", "FRIST_NIGHT": "never", **settings},
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.ended, process)
        return process

    @staticmethod
    def ended(process):
        process.kill()
        process.communicate()

    def asked(self, process, path="/api/ready"):
        port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline()).group(1))
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.addCleanup(connection.close)
        connection.request("GET", path)
        return connection.getresponse()

    def test_it_says_when_it_is_ready_and_when_it_ends(self):
        for name, spelt in ((str(self.folder / "notify"), str(self.folder / "notify")), (f"\0frist/{os.getpid()}", f"@frist/{os.getpid()}")):
            with self.subTest(name=spelt):
                ear = self.heard(name)
                process = self.serve(NOTIFY_SOCKET=spelt)
                self.assertEqual(ear.recv(100), b"READY=1")
                self.assertEqual(self.asked(process).status, 200)
                process.send_signal(signal.SIGTERM)
                self.assertEqual(ear.recv(100), b"STOPPING=1")
                self.assertEqual(process.wait(timeout=30), 0)

    def test_nobody_who_listens_is_no_reason_to_end(self):
        for named in ("", str(self.folder / "nobody"), "/" + "x" * 200):
            with self.subTest(named=named):
                process = self.serve(NOTIFY_SOCKET=named)
                self.assertEqual(self.asked(process).status, 200)

    def test_it_is_never_ready_when_it_cannot_start(self):
        ear = self.heard(str(self.folder / "notify"))
        process = self.serve(NOTIFY_SOCKET=str(self.folder / "notify"), FRIST_HOST="here")
        self.assertEqual(process.wait(timeout=30), 2)
        self.assertIn("--host", process.stderr.read())
        ear.setblocking(False)
        self.assertRaises(BlockingIOError, ear.recv, 100)

    def test_settings_come_from_the_environment(self):
        process = self.serve(FRIST_HOST="127.0.0.1", FRIST_WORKERS="2", FRIST_LETTERS=str(self.folder / "papers"), FRIST_KEY_FILE=str(self.folder / "seal"),
                             FRIST_BEHIND_TLS="true", FRIST_TLS_CERT="", FRIST_TLS_KEY="")
        self.assertTrue(self.asked(process).getheader("Strict-Transport-Security"))
        self.assertEqual((self.folder / "seal").stat().st_size, 32)

    def test_what_stands_on_the_line_goes_before_the_environment(self):
        process = self.serve("--key-file", str(self.folder / "line"), FRIST_KEY_FILE=str(self.folder / "environment"), FRIST_BEHIND_TLS="false")
        self.assertIsNone(self.asked(process).getheader("Strict-Transport-Security"))
        self.assertTrue((self.folder / "line").exists())
        self.assertFalse((self.folder / "environment").exists())

    def test_a_setting_that_is_none_is_told(self):
        process = self.serve(FRIST_PORT="seventy")
        self.assertEqual(process.wait(timeout=30), 2)
        self.assertIn("seventy", process.stderr.read())


if __name__ == "__main__":
    unittest.main()
