"""What was measured, held against what was promised."""
import json, os, platform, statistics


def median(values):
    return statistics.median(list(values))


def ratio(rounds, one, other, figure="rate"):
    """The median of a figure of one over another's, each within its round."""
    return median(r[one][figure] / r[other][figure] for r in rounds)


def rows(results):
    """Work, measured, target, whether it holds (None: nothing was promised)."""
    found = []

    def at_least(work, measured, target):
        found.append((work, f"{measured:.2f}", f"≥ {target}", measured >= target))

    def at_most(work, measured, target, unit=""):
        found.append((work, f"{measured:.0f}{unit}" if unit else f"{measured:.2f}", f"≤ {target}{unit}", measured <= target))

    for name, rounds in results.get("logset", {}).items():
        database, config = name.split(": ")
        postgres = database == "PostgreSQL"
        share = 0.8 if config.startswith("one account") else 0.75 if postgres else 0.85
        product = {figure: median(r["product"][figure] for r in rounds) for figure in ("rate", "p99", "cpu")}
        if config.startswith("1 "):
            found.append((f"LogSet, {name}, of the ceiling", f"{ratio(rounds, 'product', 'ceiling'):.2f}", "", None))
        else:
            at_least(f"LogSet, {name}, of the ceiling", ratio(rounds, "product", "ceiling"), share)
            at_most(f"LogSet, {name}, p99 over the ceiling's", ratio(rounds, "product", "ceiling", "p99"), 1.3)
        if "fastapi" in rounds[0]:
            (at_least if not config.startswith("1 ") else lambda work, measured, _: found.append((work, f"{measured:.2f}", "", None)))(
                f"LogSet, {name}, over FastAPI", ratio(rounds, "product", "fastapi"), 1.7)
        if postgres and config in ("16 connections", "64 connections"):
            at_most(f"LogSet, {name}, server's processor", product["cpu"], 300, " µs")
        found.append((f"LogSet, {name}, failures", str(sum(r[who]["errors"] for r in rounds for who in r)), "0", all(r[who]["errors"] == 0 for r in rounds for who in r)))
        found.append((f"LogSet, {name}", ", ".join(f"{who} {median(r[who]['rate'] for r in rounds):.0f}/s" for who in rounds[0]), "", None))
    for name, rounds in results.get("reads", {}).items():
        at_least(f"{name}, of the ceiling", ratio(rounds, "product", "ceiling"), 2.0 if "exercise" in name else 0.9)
        found.append((name, ", ".join(f"{who} {median(r[who]['rate'] for r in rounds):.0f}/s" for who in rounds[0]), "", None))
    for name, rebuild in results.get("rebuild", {}).items():
        if "copying" in rebuild:
            at_most(f"rebuild of {rebuild['events']} events, {name}, over COPY out and in ({rebuild['copying']:.1f} s)", rebuild["seconds"] / rebuild["copying"], 1.5)
        else:
            found.append((f"rebuild of {rebuild['events']} events, {name}", f"{rebuild['seconds']:.1f} s", "", None))
        at_most(f"rebuild, {name}, memory", rebuild["memory"], 150, " MB")
    for name, memory in results.get("memory", {}).items():
        at_most(f"memory after 64 connections, {name}", memory, 180, " MB")
    for name, grown in results.get("growth", {}).items():
        at_most(f"growth, {name}", grown, 1.3 if "history" in name else 1.1)
    for name, times in results.get("startup", {}).items():
        at_most(f"start to first LogSet, {name}, over empty", times, 2.2)
    return found


def tell(results, path):
    table = rows(results)
    print("\n| work | measured | target | |\n|---|---|---|---|")
    for work, measured, target, holds in table:
        print(f"| {work} | {measured} | {target} | {'' if holds is None else 'met' if holds else 'short'} |")
    if path:
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"machine": {"processors": os.cpu_count(), "kind": platform.machine(), "kernel": platform.release()}, "results": results,
                       "table": [dict(zip(("work", "measured", "target", "met"), row)) for row in table]}, file, indent=1)
