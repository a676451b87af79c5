#!/usr/bin/python3
"""A client in another language, generated from the contract by a generator that knows nothing of Frist, starts a case at
the real server and reads it back. What it sends and gets is checked by the compiler of its own language."""
import json
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "http"))

from packages import installed, node
from server import FJORD, Server


class GeneratedClient(unittest.TestCase):
    def test_starts_a_case_from_three_facts(self):
        place = pathlib.Path(tempfile.mkdtemp(prefix="frist_client_"))
        self.addCleanup(shutil.rmtree, place)
        tools = installed() / "node_modules/.bin"
        node(tools / "openapi-ts", "--input", ROOT / "api/openapi.yaml", "--output", place / "made", "--plugins", "@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk", "--silent")
        shutil.copy(HERE / "walk.ts", place)
        config = json.loads((HERE / "tsconfig.json").read_text())
        config["compilerOptions"] |= {"outDir": str(place / "out")}
        (place / "tsconfig.json").write_text(json.dumps(config))
        node(tools / "tsc", "-p", place)
        with Server() as server:
            owner = server.owner()
            self.assertEqual(owner.post("/creditors", FJORD).status, 201)
            key = owner.post("/keys", {"name": "klient", "scopes": ["read", "write"]}).json["secret"]
            told = json.loads(node("node", place / "out/walk.js", env={**os.environ, "FRIST_API": f"http://127.0.0.1:{server.port}/api", "FRIST_KEY": key, "FRIST_ORG": FJORD["org_number"]}))
            self.assertEqual((told["seen"], told["status"], told["wrong"]["code"]), (1, 400, "money.form"))
            seen = owner.get(f"/creditors/{FJORD['org_number']}/cases/{told['number']}").json
            self.assertEqual(told["read"]["case"], seen["case"])
            self.assertIn('"12761.31"', json.dumps(told["read"]))


if __name__ == "__main__":
    unittest.main()
