"""A small creditor whose letters wait to leave, and the program to send them."""
import json
import pathlib
import subprocess

from databases import database_in

ORG = "999999999"
ACCOUNT = "12345678903"
START = "2026-03-02"
NOTICE = "2026-03-03"


def ledger(count, mail="skyldner{row}@kunde.example"):
    lines = ["Kundenr;Navn;Type;Adresse;Postnr;Poststed;E-post;Fakturanr;Fakturadato;Forfallsdato;Fakturabeløp;Restbeløp"]
    for row in range(1, count + 1):
        sum_ = f"{1000 + row},50"
        lines.append(f"{5000 + row};Kari Prøve {row};privat;Eksempelveien {row};5003;Bergen;{mail.format(row=row)};F{row};12.01.2026;26.01.2026;{sum_};{sum_}")
    return "\r\n".join(lines) + "\r\n"


class House:
    """Cases with a notice that may leave on NOTICE."""

    def __init__(self, frist, folder, count=3, mail="skyldner{row}@kunde.example"):
        self.frist = frist
        self.folder = pathlib.Path(folder)
        if self.folder.exists():   # a copy of another one
            return
        self.folder.mkdir()
        (self.folder / "ledger.csv").write_text(ledger(count, mail), encoding="utf-8")
        self.must("init")
        self.must("creditor", "add", "--org", ORG, "--name", "Fjord Rør AS", "--street", "Prøvekaien 5", "--postal-code", "5003", "--place", "Bergen",
                  "--email", "faktura@fjordror.example", "--account", ACCOUNT, "--course-person", "no.debet")
        self.must("import", "ledger.csv", "--today", START)
        self.must("start", "--all", "--today", START)
        self.must("night", "--date", NOTICE, "--today", NOTICE)

    def command(self, *words):
        return [str(self.frist), "--db", database_in(self.folder), "--home", str(self.folder), *map(str, words)]

    def call(self, *words):
        return subprocess.run(self.command(*words), cwd=self.folder, capture_output=True, text=True, check=False, timeout=120)

    def must(self, *words):
        done = self.call(*words)
        if done.returncode not in (0, 3):
            raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def told(self, *words):
        return json.loads(self.must("--json", *words))

    def dispatches(self, case=None):
        words = ["dispatch", "status", *(["--case", case] if case else [])]
        return self.told(*words)["dispatches"]

    def sent_letters(self):
        return self.told("letters", "list", "--sent")["sent"]

    def mail(self, smtp, imap):
        """E-mail by these servers, with an archive and returns."""
        for name in ("smtp.secret", "imap.secret"):
            (self.folder / name).write_text("hemmelig-prøve-1\n", encoding="utf-8")
            (self.folder / name).chmod(0o600)
        self.must("channel", "set", "email", "--server", f"smtp://localhost:{smtp.port}", "--user", "frist", "--secret-file", "smtp.secret",
                  "--returns", "retur@fjordror.example", "--archive", "arkiv@fjordror.example", "--archive-minutes", 0, "--imap", f"imaps://localhost:{imap.port}",
                  "--imap-user", "arkiv@fjordror.example", "--imap-secret-file", "imap.secret", "--ca-file", smtp.folder / "cert.pem")

    def print_house(self, receipts="no"):
        place = self.folder / "house"
        place.mkdir(exist_ok=True)
        self.must("channel", "set", "paper", "--kind", "folder", "--place", "house", "--receipts", receipts)
        return place
