#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Private database servers for the tests: in a temporary folder, on loopback and a socket, fast instead of safe.

  servers.py start KIND STATE [--owner PID]             starts one (or finds it running) and writes STATE, a JSON file
  servers.py stop STATE                                 ends it and removes its folder

KIND: postgres, mysql, and the same with -tls behind: with a certificate for the host "localhost" of an authority of
their own, ca.pem in their folder (other.pem: of another one).

A supervisor process keeps the server: it ends it when told to, and also when its owner (who called start: ctest) is
gone, whatever became of it. Where the server's packages are not installed STATE says so, and tests skip.
"""
import json
import os
import pwd
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import ctypes

PASSWORD = "s3cret püss'wörd"  # of galley_password, the user who needs one


def find(program, *folders):
    for folder in folders:
        path = os.path.join(folder, program)
        if os.access(path, os.X_OK):
            return path
    return shutil.which(program)


def postgres_folders():
    base = "/usr/lib/postgresql"
    versions = sorted(os.listdir(base), key=lambda v: [int(p) if p.isdigit() else 0 for p in v.split(".")]) \
        if os.path.isdir(base) else []
    return [os.path.join(base, version, "bin") for version in reversed(versions)]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """One server in one folder."""
    account = None  # who runs it when we are root

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="galley-%s-" % self.kind, dir="/tmp")
        self.user = None
        if os.getuid() == 0:
            self.user = pwd.getpwnam(self.account)
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self.port = free_port()
        self.log = open(os.path.join(self.folder, "log"), "ab")
        self.process = None
        self.locales = None

    def become(self):
        """In the child: the server's account, and an end with its supervisor."""
        if self.user is not None:
            os.setgroups([])
            os.setgid(self.user.pw_gid)
            os.setuid(self.user.pw_uid)
        ctypes.CDLL(None).prctl(1, self.dying_signal)  # PR_SET_PDEATHSIG
        os.chdir("/")

    def environment(self):
        keep = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "MYSQL", "ASAN", "UBSAN", "LD_"))}
        # A MariaDB that starts removes the temporary tables it finds: not those of another one.
        keep.update(LC_ALL="C.UTF-8", TZ="UTC", HOME=self.folder, TMPDIR=self.folder)
        if self.locales:
            keep["LOCPATH"] = self.locales
        return keep

    def run(self, *command, text=None):
        subprocess.run(command, check=True, preexec_fn=self.become, env=self.environment(), stdout=self.log,
                       stderr=self.log, input=None if text is None else text.encode())

    def certify(self):
        """ca.pem, other.pem, and server.pem with server.key."""
        def openssl(*arguments):
            self.run("openssl", *arguments)

        def here(name):
            return os.path.join(self.folder, name)
        new = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        for name in ("ca", "other"):
            openssl("req", "-x509", *new, "-days", "2", "-subj", "/CN=Galley test " + name, "-keyout", here(name + ".key"),
                    "-out", here(name + ".pem"))
        self.run("sh", "-c", 'echo "subjectAltName = DNS:localhost" > "$1"', "sh", here("names"))
        openssl("req", *new, "-subj", "/CN=localhost", "-keyout", here("server.key"), "-out", here("server.csr"))
        openssl("x509", "-req", "-in", here("server.csr"), "-CA", here("ca.pem"), "-CAkey", here("ca.key"),
                "-CAcreateserial", "-days", "2", "-extfile", here("names"), "-out", here("server.pem"))

    def add_languages(self):
        """For databases in German and Turkish, where the package locales is there."""
        folder = os.path.join(self.folder, "locales")
        plain = "/usr/lib/locale/C.utf8"
        if not shutil.which("localedef") or not os.path.exists("/usr/share/i18n/locales/tr_TR") or not os.path.isdir(plain):
            return
        os.mkdir(folder)
        os.symlink(plain, os.path.join(folder, "C.utf8"))
        for name in ("de_DE", "tr_TR"):
            if subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(folder, name + ".UTF-8")],
                              stdout=self.log, stderr=self.log).returncode != 0:
                return
        os.chmod(folder, 0o755)
        self.locales = folder

    def start(self, *command):
        self.process = subprocess.Popen(command, preexec_fn=self.become, env=self.environment(), stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=self.log)

    def wait_until(self, works):
        for _ in range(600):
            if self.process.poll() is not None:
                raise RuntimeError("the server ended with %s" % self.process.returncode)
            if works():
                return
            time.sleep(0.1)
        raise RuntimeError("the server does not answer")

    def answers(self, *command):
        return subprocess.run(command, env=self.environment(), stdout=self.log, stderr=self.log,
                              stdin=subprocess.DEVNULL).returncode == 0

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(self.ending_signal)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Postgres(Server):
    kind, account = "postgres", "postgres"
    ending_signal, dying_signal = signal.SIGINT, signal.SIGQUIT
    packages = "postgresql"

    @staticmethod
    def program(name):
        return find(name, *postgres_folders())

    @classmethod
    def is_installed(cls):
        return bool(cls.program("initdb") and cls.program("postgres") and cls.program("psql"))

    def more_settings(self):
        return ""

    def make(self):
        data = os.path.join(self.folder, "data")
        self.add_languages()
        self.run(self.program("initdb"), "-D", data, "-U", "galley", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                 "--no-sync", "--no-instructions")
        with open(os.path.join(data, "pg_hba.conf"), "w") as f:
            f.write("local all galley_password scram-sha-256\nhost all galley_password all scram-sha-256\n"
                    "local all all trust\nhost all all 127.0.0.1/32 trust\n")
        with open(os.path.join(data, "postgresql.auto.conf"), "a") as f:
            f.write("listen_addresses = '127.0.0.1'\nport = %d\nunix_socket_directories = '%s'\n"
                    "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off\n"
                    "max_connections = 60\nshared_buffers = 64MB\ndeadlock_timeout = 200ms\n"
                    "max_prepared_transactions = 4\nmax_wal_size = 2GB\n" % (self.port, self.folder))
            f.write(self.more_settings())
        self.start(self.program("postgres"), "-D", data)
        psql = [self.program("psql"), "-h", self.folder, "-p", str(self.port), "-U", "galley", "-d", "postgres", "-qAtX",
                "-v", "ON_ERROR_STOP=1"]
        self.wait_until(lambda: self.answers(*psql, "-c", "SELECT 1"))
        self.run(*psql, text="CREATE ROLE galley_password LOGIN PASSWORD '%s';\nCREATE ROLE galley_plain LOGIN;\n"
                 % PASSWORD.replace("'", "''"))
        return {"host": "127.0.0.1", "port": self.port, "socket": self.folder, "user": "galley",
                "client": self.program("psql")}


class PostgresTls(Postgres):
    @classmethod
    def is_installed(cls):
        return super().is_installed() and bool(shutil.which("openssl"))

    def more_settings(self):
        self.certify()
        return "ssl = on\nssl_cert_file = '%s/server.pem'\nssl_key_file = '%s/server.key'\n" % (self.folder, self.folder)


class MySql(Server):
    kind, account = "mysql", "mysql"
    ending_signal, dying_signal = signal.SIGTERM, signal.SIGKILL
    packages = "mariadb-server"

    @staticmethod
    def program(name):
        return find(name, "/usr/sbin", "/usr/bin")

    @classmethod
    def is_installed(cls):
        return all(cls.program(name) for name in ("mariadbd", "mariadb-install-db", "mariadb", "mariadb-admin"))

    def more_settings(self):
        return ()

    def make(self):
        data, sock = os.path.join(self.folder, "data"), os.path.join(self.folder, "sock")
        self.run(self.program("mariadb-install-db"), "--no-defaults", "--datadir=" + data,
                 "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve")
        self.start(self.program("mariadbd"), "--no-defaults", "--datadir=" + data, "--port=%d" % self.port,
                   "--bind-address=127.0.0.1", "--socket=" + sock, "--pid-file=" + os.path.join(self.folder, "pid"),
                   "--skip-name-resolve", "--performance-schema=OFF", "--innodb-flush-log-at-trx-commit=0",
                   "--innodb-doublewrite=0", "--innodb-buffer-pool-size=96M", "--innodb-log-file-size=96M",
                   "--max-allowed-packet=64M", "--character-set-server=utf8mb4", "--local-infile=1",
                   "--innodb-lock-wait-timeout=5", "--max-connections=80", *self.more_settings())
        admin = [self.program("mariadb-admin"), "--no-defaults", "-S", sock, "-u", "root"]
        self.wait_until(lambda: self.answers(*admin, "ping"))
        users = ""
        for host in ("localhost", "127.0.0.1"):
            users += "CREATE USER galley@'%s'; GRANT ALL ON *.* TO galley@'%s' WITH GRANT OPTION;\n" % (host, host)
            users += "CREATE USER galley_password@'%s' IDENTIFIED BY '%s'; GRANT ALL ON *.* TO galley_password@'%s';\n" \
                % (host, PASSWORD.replace("'", "''"), host)
            users += "CREATE USER galley_plain@'%s';\n" % host
        self.run(self.program("mariadb"), "--no-defaults", "--default-character-set=utf8mb4", "-S", sock, "-u", "root",
                 text=users)
        return {"host": "127.0.0.1", "port": self.port, "socket": sock, "user": "galley",
                "client": self.program("mariadb")}


class MySqlTls(MySql):
    @classmethod
    def is_installed(cls):
        return super().is_installed() and bool(shutil.which("openssl"))

    def more_settings(self):
        self.certify()
        return ("--ssl-cert=%s/server.pem" % self.folder, "--ssl-key=%s/server.key" % self.folder)


KINDS = {"postgres": Postgres, "mysql": MySql, "postgres-tls": PostgresTls, "mysql-tls": MySqlTls}


def write_state(path, state):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "w") as f:
        json.dump(state, f)
    os.replace(path + ".part", path)


def running(path):
    """The state of a server that is there already, or None."""
    try:
        with open(path) as f:
            state = json.load(f)
        with open("/proc/%d/cmdline" % state["supervisor"], "rb") as f:
            return state if b"servers.py" in f.read() else None
    except (OSError, ValueError, KeyError):
        return None


def supervise(kind, path, owner, tell):
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(null, handle)
    told, wake = os.pipe()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: os.write(wake, b"x"))
    server = None
    try:
        server = KINDS[kind]()
        state = server.make()
        state.update(supervisor=os.getpid(), folder=server.folder)
        write_state(path, state)
        os.write(tell, b"ok")
        os.close(tell)
        select.select([told, os.pidfd_open(owner), os.pidfd_open(server.process.pid)], [], [])
    except Exception as problem:  # told to who started it
        try:
            log = open(os.path.join(server.folder, "log"), errors="replace").read()[-3000:] if server else ""
            os.write(tell, ("%s\n%s" % (problem, log)).encode())
        except OSError:
            pass
    finally:
        try:
            os.remove(path)
        except OSError:
            pass
        if server is not None:
            server.end()
    os._exit(0)


def start(kind, path, owner):
    if not KINDS[kind].is_installed():
        print("%s is not installed: its tests are skipped" % KINDS[kind].packages)
        write_state(path, {"missing": KINDS[kind].packages})
        return 0
    if running(path):
        return 0
    listen, tell = os.pipe()
    if os.fork() == 0:
        os.close(listen)
        if os.fork() == 0:
            supervise(kind, path, owner, tell)
        os._exit(0)
    os.close(tell)
    answer = b""
    while True:
        piece = os.read(listen, 4096)
        if not piece:
            break
        answer += piece
    if answer == b"ok":
        return 0
    print(answer.decode(errors="replace"), file=sys.stderr)
    return 1


def stop(path):
    state = running(path)
    if state is not None:
        handle = os.pidfd_open(state["supervisor"])
        os.kill(state["supervisor"], signal.SIGTERM)
        select.select([handle], [], [], 60)
    if os.path.exists(path):
        os.remove(path)
    return 0


def main():
    arguments = sys.argv[1:]
    if arguments[0] == "stop":
        return stop(arguments[1])
    owner = int(arguments[4]) if len(arguments) > 4 else os.getppid()
    return start(arguments[1], arguments[2], owner)


sys.exit(main())
