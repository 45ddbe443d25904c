"""PostgreSQL in a folder of its own and a SQLite file: filled with the data set, and put back to it between two contenders."""
import datetime, os, pathlib, secrets, shutil, socket, sqlite3, subprocess

EVENT_COLUMNS = "id, event_id, account_id, command_id, sequence, timestamp, event_type, payload, schema_version, recorded_at"
ACCOUNT_COLUMNS = "id, is_guest, created_at, settings, status"
SESSION_COLUMNS = "id, account_id, device, created_at, last_used_at, authenticated_at, expires_at"
FOLDED = ("projections", "workouts", "workout_exercises", "session_chunks", "aggregates")
# What the load changes, as it was; and what a reader of stored answers reads.
KEPT = "CREATE TABLE bench_streams AS SELECT * FROM streams; CREATE TABLE bench_current AS SELECT account_id, data FROM projections WHERE key = 'current_workout';"
PEER_TABLES = """
CREATE TABLE peer_current (account_id {id} PRIMARY KEY, version INTEGER NOT NULL, view TEXT NOT NULL);
CREATE TABLE peer_workouts (account_id {id}, ticks BIGINT, id VARCHAR(32), view TEXT NOT NULL, PRIMARY KEY (account_id, ticks, id));
CREATE TABLE peer_sessions (account_id {id}, exercise_id VARCHAR(100), ticks BIGINT, id VARCHAR(32), view TEXT NOT NULL, PRIMARY KEY (account_id, exercise_id, ticks, id));
"""
RESET = """
DELETE FROM events WHERE id > {events};
DELETE FROM commands WHERE command_id NOT IN (SELECT shown_by FROM streams WHERE shown_by IS NOT NULL);
UPDATE streams SET head = (SELECT head FROM bench_streams b WHERE b.account_id = streams.account_id);
UPDATE projections SET data = (SELECT data FROM bench_current b WHERE b.account_id = projections.account_id) WHERE key = 'current_workout';
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def moment(micros):
    return datetime.datetime.fromtimestamp(micros / 1e6, datetime.timezone.utc).isoformat()


class Postgres:
    """Durable as it is shipped (fsync, synchronous_commit); vacuumed between runs instead of during them."""
    name = "PostgreSQL"

    def __init__(self, work):
        self.bin = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))[-1]
        self.folder, self.port, self.password = work / "postgres", free_port(), secrets.token_hex(16)
        self.folder.mkdir()
        (self.folder / "password").write_text(self.password)
        if os.getuid() == 0:
            for path in (self.folder, self.folder / "password"):
                shutil.chown(path, "postgres")
        self.tool("initdb", "-D", f"{self.folder}/data", "-U", "titan", "-A", "scram-sha-256", f"--pwfile={self.folder}/password", "-N")
        self.tool("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-o",
                  f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -c max_connections=400 -c shared_buffers=256MB "
                  "-c max_wal_size=8GB -c checkpoint_timeout=1h -c autovacuum=off", "start")
        self.settings = {"Database__Provider": "Postgres",
                         "ConnectionStrings__Titan": f"Host=127.0.0.1;Port={self.port};Username=titan;Password={self.password};Database=titan"}
        self.url = f"postgresql://titan:{self.password}@127.0.0.1:{self.port}/titan"

    def tool(self, tool, *args):
        demoted = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run([*demoted, str(self.bin / tool), *args], check=True, stdout=subprocess.DEVNULL, cwd=self.folder)

    def run(self, sql, feed=None):
        told = subprocess.run([str(self.bin / "psql"), self.url, "-qAtX", "-v", "ON_ERROR_STOP=1", "-c", sql] if feed is None else
                              [str(self.bin / "psql"), self.url, "-qAtX", "-v", "ON_ERROR_STOP=1"], input=feed, text=True, check=True, capture_output=True)
        return [line.split("|") for line in told.stdout.splitlines()]

    def copy(self, table, columns, lines):
        psql = subprocess.Popen([str(self.bin / "psql"), self.url, "-qX", "-v", "ON_ERROR_STOP=1", "-c", f"COPY {table} ({columns}) FROM STDIN"],
                                stdin=subprocess.PIPE, text=True)
        psql.stdin.writelines(lines)
        psql.stdin.close()
        if psql.wait():
            raise SystemExit(f"COPY into {table} failed")

    def fill(self, data):
        self.copy("accounts", ACCOUNT_COLUMNS, (f"{a.id}\tt\t2026-01-01\t{{}}\tactive\n" for a in data.accounts))
        self.copy("sessions", SESSION_COLUMNS, (f"{a.session}\t{a.id}\tbench\t2026-01-01\t2026-01-01\t2026-01-01\t2099-01-01\n" for a in data.accounts))
        self.copy("streams", "account_id, head, active", (f"{a.id}\t{a.head}\tt\n" for a in data.accounts))
        self.copy("events", EVENT_COLUMNS, (
            f"{n}\t019ffff0-0000-7000-8000-{n:012x}\t{account}\t{command}\t{sequence}\t{(at := moment(micros))}\t{kind}\t{payload}\t1\t{at}\n"
            for n, account, command, sequence, micros, kind, payload in data.rows()))
        self.run(f"SELECT setval(pg_get_serial_sequence('events', 'id'), {data.events}); ANALYZE")

    def keep(self):
        self.run(KEPT + PEER_TABLES.format(id="uuid"))
        self.run("VACUUM ANALYZE")

    def rows_of(self, table, columns, rows):
        self.copy(table, columns, ("\t".join(str(value).replace("\\", "\\\\") for value in row) + "\n" for row in rows))

    def shown(self, answers):
        """As if each account's last set had been logged by a command: the answer is kept, and shows the running workout."""
        self.rows_of("commands", "account_id, command_id, fingerprint, answer, recorded_at", [(account, command, "", view, "2026-01-01") for account, command, view in answers])
        self.run("UPDATE streams SET shown_at = head, shown_by = (SELECT command_id FROM commands c WHERE c.account_id = streams.account_id)")

    def reset(self, events):
        # As a replica's writer: the log's own trigger stands aside. What a stopped load has left under way is waited for.
        self.run("SET session_replication_role = replica; BEGIN; LOCK TABLE streams;" + RESET.format(events=events) + "COMMIT")
        self.run("VACUUM streams")
        self.run("VACUUM projections")
        self.run("CHECKPOINT")

    def lived(self, account):
        """An account's log and running workout, without what is a machine's own choice."""
        return self.run(f"SELECT (SELECT head FROM streams WHERE account_id = '{account.id}'), (SELECT count(*) FROM events WHERE account_id = '{account.id}'), "
                        f"(SELECT count(*) FROM commands WHERE account_id = '{account.id}')")[0]

    def copying(self):
        """Seconds for the least a rebuild can do: COPY the log out, and COPY what is folded from it in."""
        began = datetime.datetime.now()
        self.run(r"COPY events TO PROGRAM 'cat > /dev/null'")
        taken = datetime.datetime.now() - began
        for table in FOLDED:
            self.run(f"CREATE TABLE copied_{table} (LIKE {table} INCLUDING ALL); COPY {table} TO '{self.folder}/data/{table}.copy'")
        began = datetime.datetime.now()
        for table in FOLDED:
            self.run(f"COPY copied_{table} FROM '{self.folder}/data/{table}.copy'")
        taken += datetime.datetime.now() - began
        self.run("DROP TABLE " + ", ".join(f"copied_{table}" for table in FOLDED))
        return taken.total_seconds()

    def stop(self):
        self.tool("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")


class Sqlite:
    name = "SQLite"

    def __init__(self, work):
        self.folder = work / "sqlite"
        self.folder.mkdir()
        self.path = self.folder / "gym.db"
        self.settings = {"Database__Provider": "Sqlite", "ConnectionStrings__Titan": f"Data Source={self.path};Default Timeout=5"}

    def connect(self):
        return sqlite3.connect(self.path, timeout=10, isolation_level=None)

    def run(self, sql):
        db = self.connect()
        try:
            return [[str(value) for value in row] for row in db.execute(sql).fetchall()]
        finally:
            db.close()

    def fill(self, data):
        db, day = self.connect(), 1_767_225_600_000_000
        db.execute("PRAGMA synchronous=OFF")
        db.execute("BEGIN")
        db.executemany(f"INSERT INTO accounts ({ACCOUNT_COLUMNS}) VALUES (?, 1, {day}, '{{}}', 'active')", ((a.id.upper(),) for a in data.accounts))
        db.executemany(f"INSERT INTO sessions ({SESSION_COLUMNS}) VALUES (?, ?, 'bench', {day}, {day}, {day}, 4070908800000000)",
                       ((a.session.upper(), a.id.upper()) for a in data.accounts))
        db.executemany("INSERT INTO streams (account_id, head, active) VALUES (?, ?, 1)", ((a.id.upper(), a.head) for a in data.accounts))
        db.executemany(f"INSERT INTO events ({EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)", (
            (n, f"019FFFF0-0000-7000-8000-{n:012X}", account.upper(), command.upper(), sequence, micros, kind, payload, micros)
            for n, account, command, sequence, micros, kind, payload in data.rows()))
        db.execute("COMMIT")
        db.close()

    def keep(self):
        db = self.connect()
        db.executescript(KEPT + PEER_TABLES.format(id="TEXT") + "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);")
        db.close()

    def rows_of(self, table, columns, rows):
        db = self.connect()
        db.execute("BEGIN")
        db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (columns.count(',') + 1))})", ((row[0].upper(), *row[1:]) for row in rows))
        db.execute("COMMIT")
        db.close()

    def shown(self, answers):
        self.rows_of("commands", "account_id, command_id, fingerprint, answer, recorded_at", [(account, command.upper(), "", view, 0) for account, command, view in answers])
        self.run("UPDATE streams SET shown_at = head, shown_by = (SELECT command_id FROM commands c WHERE c.account_id = streams.account_id)")

    def reset(self, events):
        db = self.connect()
        db.executescript("BEGIN; INSERT INTO deletions (account_id, requested_at) SELECT account_id, 0 FROM streams;" + RESET.format(events=events)
                         + "DELETE FROM deletions; COMMIT; PRAGMA wal_checkpoint(TRUNCATE);")
        db.close()

    def lived(self, account):
        upper = account.id.upper()
        return self.run(f"SELECT (SELECT head FROM streams WHERE account_id = '{upper}'), (SELECT count(*) FROM events WHERE account_id = '{upper}'), "
                        f"(SELECT count(*) FROM commands WHERE account_id = '{upper}')")[0]

    def stop(self):
        pass
