"""Real servers on loopback, each in a folder of its own, started and stopped by the tests: SMTP (aiosmtpd, with TLS and
a password) that delivers into Maildirs, IMAP (Dovecot) over the same Maildirs, and SFTP (OpenSSH)."""
import getpass
import mailbox
import os
import pathlib
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

USER = "frist"
SECRET = "hemmelig-prøve-1"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process=None):
    for _ in range(400):
        if process is not None and process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        threading.Event().wait(0.025)
    raise RuntimeError(f"nothing listens on port {port}")


def certificate(folder):
    """A certificate for localhost that signs itself; the key and the certificate."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "3650",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", cert],
                   check=True, capture_output=True)
    key.chmod(0o600)
    return key, cert


class Delivery:
    """Puts each mail into the Maildir of each recipient before it answers, unless it was told to answer otherwise."""

    def __init__(self, folder):
        self.folder = folder
        self.answers = {}        # recipient: what RCPT is answered
        self.data_answer = None  # what DATA is answered
        self.envelopes = []
        self.busy = False

    def maildir(self, address):
        return mailbox.Maildir(self.folder / address, create=True)

    def deliver(self, address, content):
        self.maildir(address).add(content)
        if os.getuid() == 0:   # Dovecot serves no mail as root
            for path in [self.folder / address, *(self.folder / address).rglob("*")]:
                shutil.chown(path, "nobody", "nogroup")

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.data_answer:
            return self.data_answer
        self.busy = True
        self.envelopes.append((envelope.mail_from, list(envelope.rcpt_tos)))
        for recipient in reversed(envelope.rcpt_tos):   # the archive, which stands last, knows first
            self.deliver(recipient, envelope.original_content)
        self.busy = False
        return "250 2.0.0 delivered"


def let_in(server, session, envelope, mechanism, data):
    good = data.login == USER.encode() and data.password == SECRET.encode()
    return AuthResult(success=good)


class Smtp:
    def __init__(self, folder, starttls=True):
        self.folder = folder
        self.delivery = Delivery(folder)
        self.port = free_port()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        options = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": let_in} if starttls else {}
        delivery = self.delivery

        class OwnController(Controller):
            def factory(self):
                return SMTP(delivery, **options, hostname="localhost")

        self.controller = OwnController(delivery, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def mails(self, address):
        return list(self.delivery.maildir(address))

    def stop(self):
        self.controller.stop()


class Imap:
    """Dovecot over the Maildirs; the user name is the address."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        run = folder / "dovecot"
        run.mkdir()
        me = getpass.getuser()
        internal = me if os.getuid() != 0 else "dovecot"
        owner = pwd.getpwuid(os.getuid()) if os.getuid() != 0 else pwd.getpwnam("nobody")
        login = me if os.getuid() != 0 else "dovenull"
        (run / "dovecot.conf").write_text(f"""
protocols = imap
base_dir = {run}/run
state_dir = {run}/state
log_path = {run}/log
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
default_internal_user = {internal}
default_login_user = {login}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:{folder}/%u
passdb {{
  driver = static
  args = password={SECRET}
}}
userdb {{
  driver = static
  args = uid={owner.pw_uid} gid={owner.pw_gid} home={folder}/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {self.port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
""", encoding="utf-8")
        folder.chmod(0o755)
        self.process = subprocess.Popen(["dovecot", "-F", "-c", str(run / "dovecot.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(self.port, self.process)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Sftp:
    """OpenSSH with one key; the folder of the print house is `house`."""

    def __init__(self, folder):
        self.folder = folder
        self.house = folder / "house"
        self.house.mkdir()
        self.port = free_port()
        for name in ("host_key", "user_key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
        (folder / "authorized_keys").write_text((folder / "user_key.pub").read_text())
        kind, key = (folder / "host_key.pub").read_text().split()[:2]
        (folder / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {kind} {key}\n")
        if os.getuid() == 0:
            pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        (folder / "sshd_config").write_text(f"""
ListenAddress 127.0.0.1:{self.port}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/authorized_keys
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
PidFile none
Subsystem sftp internal-sftp
""")
        self.process = subprocess.Popen([shutil.which("sshd") or "/usr/sbin/sshd", "-D", "-e", "-f", str(folder / "sshd_config")],
                                        stdout=subprocess.DEVNULL, stderr=(folder / "sshd.log").open("w"))
        wait_for(self.port, self.process)

    @property
    def url(self):
        return f"sftp://127.0.0.1:{self.port}{self.house}"

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
