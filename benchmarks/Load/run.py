#!/usr/bin/env python3
"""The product beside its peers, on this machine and on both databases.

Each configuration is measured in rounds, in which every contender has a turn with the same data and the same number of requests, so that ratios
are within a round. The data set is put back after every turn. A million events (--scale 1) need about 6 GB in the temporary folder.
"""
import argparse, concurrent.futures, itertools, os, pathlib, re, shutil, subprocess, sys, tempfile, time

import checks, contenders, databases, dataset, measure, report, views

PARTS = ("logset", "reads", "rebuild", "growth", "startup")
# Name, connections, requests, how many in a row go to one account.
LOGSET = (("1 connection", 1, 600, 1), ("16 connections", 16, 2400, 1), ("64 connections", 64, 3200, 1), ("one account at a time, 16 connections", 16, 1200, 20))
READS = (("GET current", "current", 20000), ("page of 20 of history", "history", 8000), ("page of 100 of an exercise", "exercise", 6000))


class Bench:
    def __init__(self, options, work):
        self.options, self.work = options, work
        self.data = dataset.DataSet(0.002) if options.smoke else dataset.DataSet(options.scale, whole=1)
        self.results = {}
        self.hosts, self.databases = [], []

    def parts(self):
        return PARTS[:3] if self.options.smoke else self.options.only or PARTS

    def say(self, text):
        print(f"[{time.perf_counter() - BEGAN:6.1f} s] {text}", file=sys.stderr, flush=True)

    def prepare(self, database):
        """Schema by the product, events by us, projections by the product."""
        smoke = self.options.smoke
        product = contenders.dotnet("product", database, self.work, smoke, {"Database__MigrateAtStart": "true"})
        self.hosts.append(product)
        product.wait()
        database.fill(self.data)
        self.say(f"{database.name}: {self.data.events} events of {len(self.data.accounts)} accounts")
        code, text, seconds, memory = contenders.verb(database, self.work, smoke, "projections", "rebuild")
        if code:
            raise SystemExit(f"{database.name}: rebuild ended with {code}\n{text}")
        self.results.setdefault("rebuild", {})[database.name] = {"events": self.data.events, "seconds": seconds, "memory": memory}
        self.say(f"{database.name}: projections folded in {seconds:.1f} s")
        database.keep()
        return product

    def peers(self, database):
        found = [contenders.dotnet("ceiling", database, self.work, self.options.smoke)]
        found += [contenders.fastapi(database, self.work)] if database.name == "PostgreSQL" else []
        self.hosts += found
        return [contender.wait() for contender in found]

    def compare(self, database, found):
        """The peers do the same work."""
        verdict = checks.Checks()
        paths = views.keep(database, found[0], self.data)
        checks.reads(verdict, found[0], found[1], [one for kind in paths.values() for one in kind[:3]])
        answers = [checks.writes(verdict, contender, twin) for contender, twin in zip(found, self.data.twins)]
        for contender, said in zip(found[1:], answers[1:]):
            verdict.that(f"{contender.name} on {database.name}: answers as the product", said == answers[0], next((checks.difference(a, b) for a, b in zip(said, answers[0]) if a != b), ""))
        for contender, twin in zip(found, self.data.twins):
            checks.refusals(verdict, contender, twin, self.data.longest)
        if self.options.smoke:
            self.load_once(verdict, database, found, paths)
        for account in [None] if self.options.smoke else self.data.twins[:len(found)]:
            code, text, _, _ = contenders.verb(database, self.work, self.options.smoke, "projections", "verify", *(["--account", account.id] if account else []))
            verdict.that(f"{database.name}: what the peers wrote is the fold of the log", code == 0, text[-600:])
        return verdict, paths

    def load_once(self, verdict, database, found, paths):
        for contender in found:
            figures = measure.wrk(contender, "sets", self.tokens(database), 4, 64)
            verdict.that(f"{contender.name} on {database.name}: sets under load", figures["errors"] == 0 and figures["rate"] > 0, figures)
        for contender in found[:2]:
            for kind, lines in paths.items():
                figures = measure.wrk(contender, "gets", self.lines(database, kind, lines), 4, 64)
                verdict.that(f"{contender.name} on {database.name}: reads of {kind} under load", figures["errors"] == 0 and figures["rate"] > 0, figures)
        if database.name == "PostgreSQL":
            verdict.that("pgbench sends the statements", measure.pgbench(database, self.work, 2, 1)["rate"] > 0)
            database.reset(self.data.events)
            verdict.that("the data set is put back", database.run("SELECT sum(head) FROM streams")[0] == [str(self.data.events)])

    def tokens(self, database):
        return self.lines(database, "tokens", [(account.token(),) for account in self.data.accounts])

    def lines(self, database, name, rows):
        path = self.work / f"{database.name}-{name}.txt"
        path.write_text("".join(" ".join(row) + "\n" for row in rows))
        return path

    def rounds(self, what, turns):
        """So many rounds in which each of the turns has one, another one first each time."""
        found = []
        for number in range(self.options.rounds):
            order = list(turns)[number % len(turns):] + list(turns)[:number % len(turns)]
            taken = {name: turns[name]() for name in order}
            found.append({name: taken[name] for name in turns})
            self.say(f"{what}: " + ", ".join(f"{name} {figures['rate']:.0f}/s" for name, figures in found[-1].items()))
        return found

    def logset(self, database, found, empty):
        tokens, seeds = self.tokens(database), itertools.count(self.data.seed)

        def turn(contender, connections, requests, row):
            database.reset(self.data.events)
            return measure.wrk(contender, "sets", tokens, connections, requests, row, next(seeds))

        def limit(connections):
            database.reset(self.data.events)
            return measure.pgbench(database, self.work, connections, 3)

        for contender in found:
            turn(contender, 16, 2000, 1)
        for name, connections, requests, row in LOGSET:
            turns = {contender.name: lambda contender=contender: turn(contender, connections, requests, row) for contender in found}
            if database.name == "PostgreSQL" and row == 1:
                turns["pgbench"] = lambda: limit(connections)
                turns["empty"] = lambda: measure.echo(empty, connections)
            found[0].forget_memory()
            self.results.setdefault("logset", {})[f"{database.name}: {name}"] = self.rounds(f"LogSet, {database.name}, {name}", turns)
            if connections == 64:
                self.results.setdefault("memory", {})[database.name] = found[0].memory()
        database.reset(self.data.events)

    def reads(self, database, found, paths):
        # A host that has been up for a minute has its code compiled a last time; a larger program takes longer until then.
        for contender in found[:2]:
            measure.wrk(contender, "gets", self.lines(database, "current", paths["current"]), 16, 20000, longest=60)
        for name, kind, requests in READS:
            lines = self.lines(database, kind, paths[kind])
            for contender in found[:2]:
                measure.wrk(contender, "gets", lines, 16, requests)
            turns = {contender.name: lambda contender=contender: measure.wrk(contender, "gets", lines, 16, requests) for contender in found[:2]}
            self.results.setdefault("reads", {})[f"{name}, {database.name}"] = self.rounds(f"{name}, {database.name}", turns)

    def growth(self):
        told = subprocess.run(["dotnet", "run", "-c", "Release", "--project", str(contenders.ROOT / "benchmarks/Growth"), "-p:RunAnalyzers=false"], stdout=subprocess.PIPE, text=True, check=True).stdout
        self.results["growth"] = {f"{name.strip()}, {database}, {many} past workouts over {few}": float(times) for database, name, few, many, times in
                                  re.findall(r"^(\w+) +(.+?) +[\d.]+ ms with (\d+), .* with (\d+): ([\d.]+)$", told, re.M)}

    def startup(self):
        told = subprocess.run([sys.executable, str(contenders.ROOT / "benchmarks/Startup/run.py")], stdout=subprocess.PIPE, text=True, check=True).stdout
        self.results["startup"] = {name: float(times) for name, times in re.findall(r"^(ready-to-run|jit).*?\(\s*([\d.]+) x empty\)", told, re.M)}

    def run(self):
        """Answers how many checks passed and which failed."""
        parts, passed, failed = self.parts(), 0, []
        if {"logset", "reads", "rebuild"} & set(parts):
            for name in ("product", "ceiling") if self.options.smoke else contenders.PROJECTS:
                contenders.program(name, self.work, self.options.smoke)
            self.databases = [kind(self.work) for kind in (databases.Postgres, databases.Sqlite) if self.options.database in (None, kind.name.lower())]
            # One after the other where it is timed.
            with concurrent.futures.ThreadPoolExecutor(2 if self.options.smoke else 1) as both:
                products = list(both.map(self.prepare, self.databases))
            if "rebuild" in parts and self.databases[0].name == "PostgreSQL":
                self.results["rebuild"]["PostgreSQL"]["copying"] = self.databases[0].copying()
            with concurrent.futures.ThreadPoolExecutor(2 if self.options.smoke else 1) as both:
                for verdict in both.map(self.one, self.databases, products):
                    passed, failed = passed + verdict.passed, failed + verdict.failed
        if not self.options.smoke:
            for part in ("growth", "startup"):
                if part in parts:
                    self.say(part)
                    getattr(self, part)()
        return passed, failed

    def one(self, database, product):
        """Compares the peers on a database, and measures them."""
        found = [product, *self.peers(database)]
        verdict, paths = self.compare(database, found)
        if not self.options.smoke:
            self.measured(database, found, paths, self.parts())
        for contender in found:
            contender.stop()
        return verdict

    def measured(self, database, found, paths, parts):
        database.reset(self.data.events)
        if "reads" in parts:
            self.reads(database, found, paths)
        if "logset" in parts:
            empty = contenders.dotnet("empty", None, self.work, self.options.smoke).wait()
            self.hosts.append(empty)
            self.logset(database, found, empty)
            empty.stop()

    def stop(self):
        for host in self.hosts:
            host.stop()
        for database in self.databases:
            database.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smoke", action="store_true", help="small, and only whether it works: prints how many checks passed")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", type=float, default=1, help="1 is a million events")
    parser.add_argument("--only", action="append", choices=PARTS)
    parser.add_argument("--database", choices=("postgresql", "sqlite"))
    parser.add_argument("--json", type=pathlib.Path, help="where the figures go")
    parser.add_argument("--work", type=pathlib.Path, help="keeps what was published between runs")
    options = parser.parse_args()
    work = options.work or pathlib.Path(tempfile.mkdtemp(prefix="titan-bench-"))
    work.mkdir(exist_ok=True)
    work.chmod(0o755)
    for name in ("postgres", "sqlite"):
        shutil.rmtree(work / name, ignore_errors=True)
    bench = Bench(options, work)
    try:
        passed, failed = bench.run()
    finally:
        bench.stop()
        for name in (["postgres", "sqlite"] if options.work else ["."]):
            shutil.rmtree(work / name, ignore_errors=True)
    if not options.smoke:
        report.tell(bench.results, options.json)
    print(f"{passed} passed, {len(failed)} failed, 0 skipped")
    sys.exit(bool(failed))


BEGAN = time.perf_counter()
if __name__ == "__main__":
    main()
