"""The processes that are measured, each on a port of its own, and what the system knows of them."""
import base64, http.client, json, os, pathlib, platform, signal, socket, subprocess, sys, time

from databases import free_port
from dataset import KEY

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUNTIME = "linux-arm64" if platform.machine() == "aarch64" else "linux-x64"
PROJECTS = {"product": ("src/Api", "TitanTrakr.Api"), "ceiling": ("benchmarks/Peers/Ceiling", "TitanTrakr.Ceiling"), "empty": ("benchmarks/Startup/Empty", "TitanTrakr.Empty")}
TICK = os.sysconf("SC_CLK_TCK")


def program(name, work, built):
    """The program as it is published; with `built`, as the last build left it where there is one."""
    project, assembly = PROJECTS[name]
    left = ROOT / project / "bin/Debug/net10.0" / f"{assembly}.dll"
    if built and left.exists():
        return left
    out = work / name
    if not (out / f"{assembly}.dll").exists():
        subprocess.run(["dotnet", "publish", str(ROOT / project), "-c", "Release", "-r", RUNTIME, "--self-contained", "false", "-p:SkipWeb=true", "-v", "q",
                        "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false", "-o", str(out)], check=True, stdout=sys.stderr)
    return out / f"{assembly}.dll"


class Contender:
    """A process that answers HTTP."""
    def __init__(self, name, database, command, environment, cwd):
        self.name, self.database, self.port = name, database, free_port()
        self.process = subprocess.Popen([part.replace("{port}", str(self.port)) for part in command], cwd=cwd, start_new_session=True,
                                        env=dict(os.environ, **{key: value.replace("{port}", str(self.port)) for key, value in environment.items()}),
                                        stdout=open(cwd / f"{name}-{database.name if database else 'none'}.log", "w"), stderr=subprocess.STDOUT)

    def wait(self):
        # A busy machine takes its time.
        for _ in range(9000):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit(f"{self.name} ended with {self.process.returncode}; see its log")
                time.sleep(0.02)
        raise SystemExit(f"{self.name} does not listen")

    def send(self, method, path, body=None, headers=None):
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        client.request(method, path, None if body is None else json.dumps(body), {**({"Content-Type": "application/json"} if body is not None else {}), **(headers or {})})
        answer = client.getresponse()
        text = answer.read()
        client.close()
        return answer.status, json.loads(text) if text.strip() else None, answer.headers

    def processes(self):
        found, rest = [], [self.process.pid]
        while rest:
            found.append(rest.pop())
            for children in pathlib.Path(f"/proc/{found[-1]}/task").glob("*/children"):
                rest += [int(child) for child in children.read_text().split()]
        return found

    def processor(self):
        """Seconds of processor time so far, of the process and what it started."""
        spent = (pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split() for pid in self.processes())
        return sum(int(part[11]) + int(part[12]) for part in spent) / TICK

    def forget_memory(self):
        """From here on its peak counts anew."""
        for pid in self.processes():
            pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")

    def memory(self):
        """Megabytes resident at most since then."""
        lines = (line.split() for pid in self.processes() for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines())
        return sum(int(words[1]) for words in lines if words[0] == "VmHWM:") // 1024

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


def hosted(database):
    """Settings that the product and the ceiling have in common."""
    return {**database.settings, "ASPNETCORE_URLS": "http://127.0.0.1:{port}", "Tokens__Keys": base64.b64encode(KEY).decode(), "PublicUrl": "http://127.0.0.1",
            "Logging__LogLevel__Default": "Warning"}


def dotnet(name, database, work, built, environment=None):
    path = program(name, work, built)
    return Contender(name, database, ["dotnet", str(path)], {**(hosted(database) if database else {"ASPNETCORE_URLS": "http://127.0.0.1:{port}"}), **(environment or {})}, work)


def fastapi(database, work):
    command = ["/usr/bin/python3", "-m", "uvicorn", "app:app", "--app-dir", str(ROOT / "benchmarks/Peers/fastapi"), "--host", "127.0.0.1", "--port", "{port}",
               "--workers", str(os.cpu_count()), "--no-access-log", "--log-level", "warning"]
    return Contender("fastapi", database, command, {"DATABASE": database.url, "KEYS": base64.b64encode(KEY).decode(), "PYTHONDONTWRITEBYTECODE": "1"}, work)


def verb(database, work, built, *words):
    """Runs a verb of the product; answers how it ended, what it printed, its seconds and its peak in MB."""
    began, path = time.perf_counter(), program("product", work, built)
    # As the README says to run long ones.
    done = subprocess.Popen(["dotnet", str(path), *words], cwd=work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            env=dict(os.environ, DOTNET_TieredPGO="0", **{key: value for key, value in hosted(database).items() if key != "ASPNETCORE_URLS"}))
    text = done.stdout.read()
    _, status, usage = os.wait4(done.pid, 0)
    done.returncode = os.waitstatus_to_exitcode(status)
    return done.returncode, text, time.perf_counter() - began, usage.ru_maxrss // 1024
