"""The answers that the ceiling passes through: the product's own, row by row, and the paths that are read."""
import datetime, json, urllib.parse, uuid

ORIGIN = datetime.datetime(1, 1, 1, tzinfo=datetime.timezone.utc)


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def ticks(text):
    return (datetime.datetime.fromisoformat(text.replace("Z", "+00:00")) - ORIGIN) // datetime.timedelta(microseconds=1) * 10


def pages(product, account, path, limit):
    """Every page of a list: its path and its items."""
    cursor = None
    while True:
        at = f"{path}?limit={limit}" + (f"&cursor={urllib.parse.quote(cursor)}" if cursor else "")
        status, page, _ = product.send("GET", at, None, {"Authorization": f"Bearer {account.token()}"})
        if status != 200:
            raise SystemExit(f"{at} answered {status}")
        yield at, page["items"]
        cursor = page["nextCursor"]
        if not cursor:
            return


def keep(database, product, data):
    """Fills the peers' tables, and what the commands that were never sent would have answered; answers the paths to read, by kind."""
    current = []
    for account in data.accounts:
        _, view, _ = product.send("GET", "/api/workouts/current", None, {"Authorization": f"Bearer {account.token()}"})
        current.append((account.id, view["version"], compact(view)))
    database.rows_of("peer_current", "account_id, version, view", current)
    database.shown([(account.id, str(uuid.uuid4()), view) for account, (_, _, view) in zip(data.accounts, current)])
    paths = {"current": [("/api/workouts/current", account.token()) for account in data.accounts], "history": [], "exercise": []}
    for account in data.readers:
        token = account.token()
        items = [item for _, page in pages(product, account, "/api/history/", 100) for item in page]
        database.rows_of("peer_workouts", "account_id, ticks, id, view", [(account.id, ticks(item["startedAt"]), item["id"].replace("-", ""), compact(item)) for item in items])
        listed = list(pages(product, account, "/api/history/exercises/squat", 100))
        database.rows_of("peer_sessions", "account_id, exercise_id, ticks, id, view", [
            (account.id, "squat", ticks(item["startedAt"]), item["workoutId"].replace("-", ""), compact(item)) for _, page in listed for item in page])
        paths["history"] += [(path, token) for path, page in pages(product, account, "/api/history/", 20)][:20]
        paths["exercise"] += [(path, token) for path, _ in listed]
    return paths
