#!/usr/bin/env python3
"""Start-up, memory and footing of the published host, on PostgreSQL. Needs the .NET SDK, PostgreSQL, root and a quiet machine.

  benchmarks/Startup/run.py [--rounds 11] [--work DIR]

One run compares, in turn: the host as ReadyToRun, the host as JIT, and an empty minimal API as ReadyToRun; from the start of the process to
the first answer, which is a set logged (or an echo), and how many methods had to be compiled for it. All run with the environment that the image
sets (deploy/Dockerfile). Then the host and the empty one start in a cgroup of 0.289 processors and 512 MB, as a
small Lambda has, and answer a hundred requests there. Last, the host runs as nobody, on a file system that is read-only, in a cgroup of 512 MB:
it has to answer /health/ready, and 50 clients at once. The figures go to the standard output.
"""
import argparse, base64, http.client, json, os, pathlib, platform, random, re, shutil, signal, socket, statistics, subprocess, sys, tempfile, threading, time, uuid

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUNTIME = "linux-arm64" if platform.machine() == "aarch64" else "linux-x64"
BUILDS = {"ready-to-run": (ROOT / "src/Api", True), "jit": (ROOT / "src/Api", False), "empty": (HERE / "Empty", True)}


def shipped():
    """What the image sets for the runtime."""
    return dict(re.findall(r"\b(DOTNET_\w+)=(\S+)", (ROOT / "deploy/Dockerfile").read_text()))


def publish(work):
    for name, (project, ready) in BUILDS.items():
        if not (work / name).exists():
            subprocess.run(["dotnet", "publish", str(project), "-c", "Release", "-r", RUNTIME, "--self-contained", "false", "-p:SkipWeb=true", "-v", "q",
                            f"-p:PublishReadyToRun={str(ready).lower()}", "-p:RunAnalyzers=false", "-o", str(work / name)], check=True)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Postgres:
    def __init__(self, work):
        self.bin = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.data, self.port = work / "pg", free_port()
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir()
        shutil.chown(self.data, "postgres")
        self.run("initdb", "-D", f"{self.data}/data", "-U", "titan", "--auth=trust", "--no-sync")
        self.run("pg_ctl", "-D", f"{self.data}/data", "-l", f"{self.data}/log", "-w", "-o",
                 f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.data} -c fsync=off", "start")
        self.address = f"Host=127.0.0.1;Port={self.port};Username=titan;Database=titan"

    def run(self, tool, *args):
        subprocess.run(["runuser", "-u", "postgres", "--", str(self.bin / tool), *args], check=True, stdout=subprocess.DEVNULL, cwd="/tmp")

    def stop(self):
        self.run("pg_ctl", "-D", f"{self.data}/data", "-m", "immediate", "stop")


class Host:
    """A process of one of the builds."""
    def __init__(self, work, name, address, wrap=(), extra=None):
        self.port, self.began = free_port(), time.perf_counter()
        env = dict(os.environ, **shipped(), ASPNETCORE_URLS=f"http://127.0.0.1:{self.port}", ConnectionStrings__Titan=address, Database__Provider="Postgres",
                   PublicUrl="http://127.0.0.1", Tokens__Keys=base64.b64encode(b"k" * 64).decode(), Tokens__AccessMinutes="600",
                   Logging__LogLevel__Default="Warning", **(extra or {}))
        dll = "Empty.dll" if name == "empty" else "TitanTrakr.Api.dll"
        dll = dll if (work / name / dll).exists() else "TitanTrakr.Empty.dll"
        self.process = subprocess.Popen([*wrap, "dotnet", str(work / name / dll)], cwd=work / name, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def send(self, method, path, body=None, token=None):
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        client.request(method, path, None if body is None else json.dumps(body), headers)
        answer = client.getresponse()
        text = answer.read()
        client.close()
        return answer.status, json.loads(text) if text.strip() else None

    def first(self, method, path, body, token):
        """Seconds from the start of the process until it listens, until it has answered, and how many of them it had a processor."""
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                break
            except OSError:
                if self.process.poll() is not None:
                    sys.exit(self.process.stderr.read().decode())
                time.sleep(0.002)
        listens = time.perf_counter() - self.began
        status, _ = self.send(method, path, body, token)
        assert status in (200, 201), status
        answered = time.perf_counter() - self.began
        spent = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return listens, answered, (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")

    def kill(self):
        self.process.kill()
        self.process.wait()


def lifter(host):
    token = host.send("POST", "/api/account/guest", {})[1]["accessToken"]
    assert host.send("POST", "/api/workouts", {"name": "Push day"}, token)[0] == 201
    return token


def a_set():
    return {"id": str(uuid.uuid4()), "exerciseId": random.choice(["squat", "bench-press", "deadlift", "pull-up"]), "reps": 5, "load": {"value": 100, "unit": "kg"}}


def starts(work, address, rounds):
    host = Host(work, "jit", address)
    host.first("GET", "/health/live", None, None)
    token = lifter(host)
    host.kill()
    request = lambda name: ("POST", "/echo", {"text": "hello"}, None) if name == "empty" else ("POST", "/api/workouts/current/sets", a_set(), token)
    taken, compiled = {name: [] for name in BUILDS}, {}
    for _ in range(rounds):
        for name in random.sample(list(BUILDS), len(BUILDS)):
            host = Host(work, name, address)
            taken[name].append(host.first(*request(name)))
            host.kill()
    for name in BUILDS:
        compiled[name] = methods(work, name, address, request(name))
    _, least, cheapest = (statistics.median(part) for part in zip(*taken["empty"]))
    for name, times in taken.items():
        listens, total, spent = (statistics.median(part) for part in zip(*times))
        print(f"{name:13} listens after {listens * 1000:5.0f} ms, first answer after {total * 1000:5.0f} ms ({total / least:4.2f} x empty), "
              f"of processor time {spent * 1000:5.0f} ms ({spent / cheapest:4.2f} x empty); {compiled[name]} methods compiled", flush=True)


def methods(work, name, address, request):
    """How many methods a start compiles until its first answer."""
    log = work / f"compiled-{name}.txt"
    host = Host(work, name, address, extra={"DOTNET_JitStdOutFile": str(log), "DOTNET_JitDisasmSummary": "1"})
    host.first(*request)
    host.kill()
    return len(log.read_text().splitlines())


class Cgroup:
    """A control group of this run, in the hierarchies that it limits."""
    def __init__(self, **limits):
        self.groups = {hierarchy: pathlib.Path(f"/sys/fs/cgroup/{hierarchy}/titan-{os.getpid()}") for hierarchy in limits}
        for hierarchy, group in self.groups.items():
            group.mkdir()
            for name, value in limits[hierarchy].items():
                (group / f"{hierarchy}.{name}").write_text(str(value))
        self.join = "".join(f"echo $$ > {group}/cgroup.procs; " for group in self.groups.values())

    def remove(self):
        for group in self.groups.values():
            for _ in range(50):
                try:
                    group.rmdir()
                    break
                except OSError:
                    time.sleep(0.1)


MEMORY = {"limit_in_bytes": 512 * 1024 * 1024}
SMALL = {"cpu": {"cfs_period_us": 100_000, "cfs_quota_us": 28_900}, "memory": MEMORY}


def small(work, address, rounds):
    """What a Lambda of 512 MB has: 0.289 of a processor."""
    try:
        Cgroup(**SMALL).remove()
    except OSError as why:
        print(f"not measured with 0.289 processors and 512 MB: no cgroup can be made here ({why})")
        return
    host = Host(work, "ready-to-run", address)
    host.first("GET", "/health/live", None, None)
    # Somebody new each time: a workout that grows would cost more with every round.
    tokens = [lifter(host) for _ in range(rounds)]
    host.kill()
    starts, answers, held = ({"ready-to-run": [], "empty": []} for _ in range(3))
    for token in tokens:
        for name in random.sample(list(starts), len(starts)):
            group = Cgroup(**SMALL)
            host = Host(work, name, address, wrap=("sh", "-c", group.join + 'exec "$@"', "sh"))
            try:
                request = lambda: ("POST", "/echo", {"text": "hello"}, None) if name == "empty" else ("POST", "/api/workouts/current/sets", a_set(), token)
                starts[name].append(host.first(*request())[1])
                for _ in range(100):
                    began = time.perf_counter()
                    assert host.send(*request())[0] in (200, 201)
                    answers[name].append(time.perf_counter() - began)
                held[name].append(resident(host))
            finally:
                host.kill()
                group.remove()
    least = statistics.median(starts["empty"])
    for name, times in starts.items():
        print(f"0.289 processors, 512 MB: {name:13} first answer after {statistics.median(times) * 1000:5.0f} ms ({statistics.median(times) / least:4.2f} x empty), "
              f"the next hundred in {statistics.median(answers[name]) * 1000:5.1f} ms each (median), at most {max(held[name])} MB resident", flush=True)


def resident(host):
    status = pathlib.Path(f"/proc/{host.process.pid}/status").read_text()
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def confined(work, address):
    """As nobody, nothing writable, 512 MB."""
    group = Cgroup(memory=MEMORY)
    (work / "new-root").mkdir(exist_ok=True)
    script = (f'{group.join}mount --rbind / {work}/new-root; '
              f'for m in $(awk \'{{print $2}}\' /proc/self/mounts | grep "^{work}/new-root" | sort); do mount -o remount,ro,bind "$m" 2>/dev/null; done; '
              f'exec chroot {work}/new-root setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs sh -c '
              '"! touch /tmp/x 2>/dev/null && ! touch $PWD/x 2>/dev/null && cd \\$1 && exec dotnet \\$2" sh "$PWD" "$2"')
    host = Host(work, "ready-to-run", address, wrap=("unshare", "--mount", "sh", "-c", script, "sh"), extra={"HOME": "/nonexistent"})
    try:
        host.first("GET", "/health/ready", None, None)
        print("ready on a read-only file system, as nobody, in 512 MB")
        crowd(host)
        peak = int((group.groups["memory"] / "memory.max_usage_in_bytes").read_text()) // 1024 // 1024
        print(f"50 at once: at most {resident(host)} MB resident, {peak} MB in the cgroup, page cache included")
    finally:
        host.kill()
        group.remove()


def crowd(host, clients=50, seconds=20):
    tokens = [lifter(host) for _ in range(clients)]
    counts, until = [0] * clients, time.perf_counter() + seconds

    def train(i):
        while time.perf_counter() < until:
            for method, path, body in (("POST", "/api/workouts/current/sets", a_set()), ("GET", "/api/workouts/current", None), ("GET", "/api/exercises?limit=500", None),
                                       ("POST", "/api/voice/process", {"transcript": "bench press 80 for 8"}), ("GET", "/api/events?limit=500", None)):
                status, _ = host.send(method, path, body, tokens[i])
                assert status in (200, 201, 204, 409), (path, status)
                counts[i] += 1
            if counts[i] % 250 == 0:
                host.send("POST", "/api/workouts/current/complete", {}, tokens[i])
                host.send("POST", "/api/workouts", {"name": "Next"}, tokens[i])

    threads = [threading.Thread(target=train, args=(i,)) for i in range(clients)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    print(f"{sum(counts)} requests of {clients} clients in {seconds} s")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=11)
    options.add_argument("--work", type=pathlib.Path, help="keeps what was published between runs")
    options = options.parse_args()
    work = options.work or pathlib.Path(tempfile.mkdtemp(prefix="titan-startup-"))
    work.mkdir(exist_ok=True)
    work.chmod(0o755)
    publish(work)
    postgres = Postgres(work)
    try:
        migrated = subprocess.run(["dotnet", str(work / "jit/TitanTrakr.Api.dll"), "migrate"],
                                  env=dict(os.environ, Database__Provider="Postgres", ConnectionStrings__Titan=postgres.address), cwd=work / "jit")
        assert migrated.returncode == 0
        starts(work, postgres.address, options.rounds)
        small(work, postgres.address, options.rounds)
        confined(work, postgres.address)
    finally:
        postgres.stop()
        if not options.work:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
