"""The contract of the interface, read from api/openapi.yaml, and whether an answer keeps it."""
import json
import pathlib
import re

import yaml
from jsonschema import Draft202012Validator, RefResolver

ROOT = pathlib.Path(__file__).resolve().parents[2]
METHODS = ("get", "post", "put", "patch", "delete")


class Operation:
    def __init__(self, contract, path, method, words):
        self.contract, self.path, self.method, self.words = contract, path, method.upper(), words
        self.pattern = re.compile("^" + re.sub(r"\{\w+\}", "[^/]+", path) + "$")

    @property
    def open(self):
        return self.words.get("security") == []

    @property
    def right(self):
        return self.words.get("x-right")

    def schema(self, status):
        """The JSON schema of an answer with this status; None when it has no JSON. Fails for a status nobody told of."""
        responses = self.words["responses"]
        response = responses.get(str(status))
        if response is None and status >= 400:
            response = responses.get("default", {"$ref": "#/components/responses/Problem"})
        if response is None:
            raise AssertionError(f"{self.method} {self.path} answers {status}, which the contract does not tell of")
        if "$ref" in response:
            response = self.contract.at(response["$ref"])
        return response.get("content")


class Contract:
    def __init__(self):
        self.document = yaml.safe_load((ROOT / "api/openapi.yaml").read_text(encoding="utf-8"))
        self.resolver = RefResolver("", self.document)
        self.operations = [
            Operation(self, path, method, words)
            for path, item in self.document["paths"].items()
            for method, words in item.items()
            if method in METHODS
        ]
        # Plain words before words in braces: /cases/sums is no number.
        self.operations.sort(key=lambda operation: operation.path.count("{"))

    def at(self, reference):
        value = self.document
        for word in reference.removeprefix("#/").split("/"):
            value = value[word]
        return value

    def operation(self, method, path):
        for operation in self.operations:
            if operation.method == method and operation.pattern.match(path):
                return operation
        return None

    def check(self, method, path, status, kind, body):
        """Fails unless the answer is one that the contract tells of. `path` is without /api and query."""
        operation = self.operation(method, path)
        if operation is None:
            if status not in (404, 405):
                raise AssertionError(f"{method} {path} is in no contract and answers {status}")
            content = self.at("#/components/responses/Problem")["content"]
        else:
            content = operation.schema(status)
        kind = kind.split(";")[0]
        if content is None:
            if body:
                raise AssertionError(f"{method} {path} {status} brings {len(body)} bytes, and the contract tells of none")
            return
        if kind not in content:
            raise AssertionError(f"{method} {path} {status} answers {kind}, the contract says {list(content)}")
        if not kind.endswith("json"):
            return
        validator = Draft202012Validator(content[kind]["schema"], resolver=self.resolver)
        faults = [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:300]}" for fault in validator.iter_errors(json.loads(body))]
        if faults:
            raise AssertionError(f"{method} {path} {status}: " + "; ".join(faults[:5]))
