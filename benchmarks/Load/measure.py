"""One contender under wrk, once."""
import json, pathlib, re, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent


def wrk(contender, mode, lines, connections, requests, row=1, seed=1, longest=20):
    """Requests a second, milliseconds, and microseconds of the contender's processor a request."""
    before = contender.processor()
    told = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{longest}s", "--timeout", "10s", "-s", str(HERE / "load.lua"), f"http://127.0.0.1:{contender.port}", "--",
                           mode, str(lines), str(requests), str(row), str(seed)], capture_output=True, text=True)
    found = re.search(r"figures (\{.*\})", told.stdout)
    if not found:
        raise SystemExit(f"wrk said nothing of {contender.name}: {told.stdout} {told.stderr}")
    figures = json.loads(found.group(1))
    if figures["errors"]:
        print(f"{contender.name}: {told.stdout}", file=sys.stderr)
    return {"rate": figures["requests"] / figures["seconds"], "p50": figures["p50"], "p99": figures["p99"], "errors": figures["errors"],
            "cpu": (contender.processor() - before) / max(figures["requests"], 1) * 1e6}


def echo(contender, connections, longest=2):
    """An empty POST: what HTTP alone allows."""
    script = HERE / "echo.lua"
    told = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{longest}s", "-s", str(script), f"http://127.0.0.1:{contender.port}/echo"], capture_output=True, text=True)
    return {"rate": float(re.search(r"Requests/sec:\s+([0-9.]+)", told.stdout).group(1)), "p50": 0, "p99": 0, "errors": 0, "cpu": 0}


def pgbench(postgres, folder, connections, seconds):
    """The statements of a set in one pipeline, without a client that computes anything: the limit."""
    account = "('0000000a-0000-7000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid"
    document, answer = postgres.run("SELECT data, data->>'exercises' FROM bench_current LIMIT 1")[0]
    quoted = [text.replace("'", "''") for text in (document, answer)]
    script = folder / "logset.sql"
    script.write_text("\n".join([
        f"\\set n random(0, {int(postgres.run('SELECT count(*) FROM streams')[0][0]) - 1})", "\\startpipeline", "BEGIN;",
        f"UPDATE streams SET head = head + 1 WHERE account_id = {account} AND active RETURNING head;",
        f"SELECT count(*) FROM sessions WHERE account_id = {account} AND id = ('0000000b-0000-7000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid;",
        f"SELECT fingerprint, answer FROM commands WHERE account_id = {account} AND command_id = gen_random_uuid();",
        f"SELECT data FROM projections WHERE account_id = {account} AND key = 'current_workout';",
        "INSERT INTO events (event_id, account_id, command_id, sequence, timestamp, event_type, payload, schema_version, recorded_at) "
        f"SELECT gen_random_uuid(), account_id, gen_random_uuid(), head, now(), 'SetLogged', '{{}}', 1, now() FROM streams WHERE account_id = {account};",
        f"INSERT INTO commands (account_id, command_id, fingerprint, answer, recorded_at) VALUES ({account}, gen_random_uuid(), repeat('A', 64), '{quoted[1]}', now());",
        f"UPDATE projections SET data = '{quoted[0]}', updated_at = now() WHERE account_id = {account} AND key = 'current_workout';",
        "COMMIT;", "\\endpipeline"]) + "\n")
    told = subprocess.run([str(postgres.bin / "pgbench"), "-n", "-M", "prepared", "-c", str(connections), "-j", "1", "-T", str(seconds), "-f", str(script), postgres.url],
                          capture_output=True, text=True)
    found = re.search(r"tps = ([0-9.]+)", told.stdout)
    if not found:
        raise SystemExit(f"pgbench failed: {told.stderr[-500:]}")
    return {"rate": float(found.group(1)), "p50": 0, "p99": 0, "errors": 0, "cpu": 0}
