import os
import subprocess
import tempfile
import unittest
from pathlib import Path

project = Path(__file__).resolve().parent.parent.parent


class Install(unittest.TestCase):
    """tools/install in a world of its own: only the programs below stand on its path."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="frist-install-")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        (self.root / "bin").mkdir()
        for name in ("sh", "awk", "cat", "dirname", "env", "grep", "sort", "tr"):
            found = next(p for p in (Path("/usr/bin") / name, Path("/bin") / name) if p.exists())
            (self.root / "bin" / name).symlink_to(found)
        self.program("id", "echo 0")
        self.program("apt-get", f'echo "$@" >> {self.root}/asked')

    def program(self, name, body):
        file = self.root / "bin" / name
        file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        file.chmod(0o755)

    def there(self, *packages):
        self.program("dpkg-query", "".join(f"echo 'ii  {package}'\n" for package in packages))

    def install(self, *groups):
        run = subprocess.run(["/bin/sh", str(project / "tools/install"), *groups], env={"PATH": str(self.root / "bin")},
                             capture_output=True, text=True, encoding="utf-8", check=False)
        asked = self.root / "asked"
        return run, asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []

    def packages(self, group):
        lines = (project / "tools/packages").read_text(encoding="utf-8").splitlines()
        return [package for line in lines if line.split()[:1] == [group] for package in line.split()[1:]]

    def test_nothing_missing_asks_for_nothing(self):
        self.there(*self.packages("run"), *self.packages("test"))
        (self.root / "bin/id").unlink()   # not even who we are
        run, asked = self.install("run", "test")
        self.assertEqual((run.returncode, run.stdout, asked), (0, "", []))

    def test_only_what_is_missing(self):
        wanted = self.packages("run")
        self.there(*(p for p in wanted if p not in ("cmake", "fonts-inter")))
        run, asked = self.install("run")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertTrue(asked[0].endswith("update"))
        self.assertTrue(asked[1].endswith("install --no-install-recommends cmake fonts-inter"), asked[1])

    def test_a_name_that_begins_another_is_not_taken_for_it(self):
        self.there(*(p for p in self.packages("test") if p != "qpdf"), "qpdf-doc")
        _, asked = self.install("test")
        self.assertTrue(asked[1].endswith(" qpdf"), asked)

    def test_sudo_when_not_root(self):
        self.there()
        self.program("id", "echo 1000")
        self.program("sudo", f'echo sudo >> {self.root}/asked; exec "$@"')
        run, asked = self.install("fuzz")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(asked[0], "sudo")

    def test_neither_root_nor_sudo(self):
        self.there()
        self.program("id", "echo 1000")
        run, asked = self.install("fuzz")
        self.assertEqual((run.returncode, asked), (1, []))
        self.assertIn("as root: apt-get install clang-19", run.stderr)

    def test_an_unknown_group(self):
        run, _ = self.install("nothing")
        self.assertEqual(run.returncode, 2)

    def test_a_failure_of_apt_is_a_failure(self):
        self.there()
        self.program("apt-get", "exit 100")
        run, _ = self.install("fuzz")
        self.assertNotEqual(run.returncode, 0)

    def test_the_list_names_each_package_once_in_a_group(self):
        for group in ("run", "test", "fuzz", "tidy", "dev"):
            packages = self.packages(group)
            self.assertEqual(len(packages), len(set(packages)), group)
            self.assertTrue(packages, group)


if __name__ == "__main__":
    unittest.main()
