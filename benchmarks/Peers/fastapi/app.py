"""LogSet as one would write it with FastAPI and asyncpg: the same rows of the same schema, the same checks, one transaction a set.

Settings come from the environment: DATABASE (a PostgreSQL address), KEYS (base64 of the signing key).
"""
import base64, hashlib, hmac, json, os, time, uuid
from datetime import datetime, timezone
from typing import Literal, Optional

import asyncpg
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field

KEY = base64.b64decode(os.environ["KEYS"])
KEY_ID = hashlib.sha256(KEY).hexdigest()[:16]
UNDO_DEPTH, MOST_SETS = 20, 100
POUND = 0.45359237
METRES = {"m": 1, "km": 1000, "mi": 1609.344, "yd": 0.9144}
KINDS = ("maxLoad", "maxReps", "estimatedOneRepMax", "maxSetVolume", "longestDuration", "longestDistance")

app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)


class Quantity(BaseModel):
    value: float = Field(ge=-2000, le=2000)
    unit: Literal["kg", "lb", "m", "km", "mi", "yd"]


class LogSet(BaseModel):
    id: Optional[uuid.UUID]
    exerciseId: Optional[str] = Field(None, max_length=100)
    load: Optional[Quantity]
    reps: Optional[int] = Field(None, ge=1, le=1000)
    rpe: Optional[float] = Field(None, ge=1, le=10)
    kind: Literal["working", "warmup", "drop", "failure"] = "working"
    side: Optional[Literal["left", "right", "each"]]
    durationSeconds: Optional[int] = Field(None, ge=1)
    distance: Optional[Quantity]
    note: Optional[str] = Field(None, max_length=2000)
    loggedAt: Optional[datetime]


class Refusal(Exception):
    def __init__(self, status, slug):
        self.status, self.slug = status, slug


class Known(Exception):
    def __init__(self, answer):
        self.answer = answer


@app.on_event("startup")
async def connect():
    async def prepare(connection):
        await connection.set_type_codec("jsonb", encoder=lambda text: text, decoder=lambda text: text, schema="pg_catalog")
    app.state.pool = await asyncpg.create_pool(os.environ["DATABASE"], min_size=4, max_size=32, init=prepare)


@app.exception_handler(Refusal)
async def refused(_, refusal):
    return problem(refusal.status, refusal.slug)


@app.exception_handler(RequestValidationError)
async def invalid(_, __):
    return problem(422, "validation")


def problem(status, slug):
    return Response(json.dumps({"type": slug, "status": status}), status, media_type="application/problem+json")


@app.get("/health/live")
async def live():
    return {"status": "live"}


@app.post("/api/workouts/current/sets")
async def log_set(command: LogSet, request: Request):
    account, session = caller(request.headers.get("authorization", ""))
    body = await request.body()
    fingerprint = hashlib.sha256(f"{request.method} {request.url.path}\n".encode() + body).hexdigest().upper()
    key, expected = request.headers.get("idempotency-key"), request.headers.get("if-match")
    try:
        command_id, expected = uuid.UUID(key) if key else uuid.uuid4(), int(expected.strip('"')) if expected else None
    except ValueError:
        raise Refusal(422, "validation")
    try:
        async with app.state.pool.acquire() as connection:
            async with connection.transaction():
                answer, version = await run(connection, account, session, command_id, fingerprint, expected, command)
    except Known as known:
        return Response(known.answer, 201, {"Idempotency-Replayed": "true"}, media_type="application/json")
    return Response(answer, 201, {"ETag": f'"{version}"'}, media_type="application/json")


async def run(connection, account, session, command_id, fingerprint, expected, command):
    head = await connection.fetchval("UPDATE streams SET head = head + 1 WHERE account_id = $1 AND active RETURNING head", account)
    known = await connection.fetchrow(
        "SELECT (SELECT count(*) FROM sessions WHERE id = $3 AND account_id = $1) AS sessions, c.fingerprint, c.answer "
        "FROM (SELECT 1) one LEFT JOIN commands c ON c.account_id = $1 AND c.command_id = $2", account, command_id, session)
    if head is None or known["sessions"] == 0:
        raise Refusal(401, "session-ended")
    if known["fingerprint"] is not None:
        if known["fingerprint"] != fingerprint:
            raise Refusal(422, "idempotency-key-reused")
        raise Known(known["answer"])
    document = await connection.fetchval("SELECT data FROM projections WHERE account_id = $1 AND key = 'current_workout'", account)
    workout, now = json.loads(document) if document else {}, datetime.now(timezone.utc)
    event, answer = log(workout, command, command_id, expected, now)
    await connection.execute(
        "INSERT INTO events (event_id, account_id, command_id, sequence, timestamp, event_type, payload, schema_version, recorded_at) "
        "VALUES ($1, $2, $3, $4, $5, 'SetLogged', $6, 1, $5)", uuid.uuid4(), account, command_id, head, now, compact(event))
    await connection.execute(
        "INSERT INTO commands (account_id, command_id, fingerprint, answer, recorded_at) VALUES ($1, $2, $3, $4, $5)",
        account, command_id, fingerprint, answer, now)
    await connection.execute(
        "UPDATE projections SET data = $2, updated_at = $3 WHERE account_id = $1 AND key = 'current_workout'", account, compact(workout), now)
    return answer, workout["version"]


def caller(header):
    try:
        scheme, token = header.split(" ")
        head, claims, signature = token.split(".")
        expected = hmac.new(KEY, f"{head}.{claims}".encode(), hashlib.sha256).digest()
        head, claims, now = json.loads(decoded(head)), json.loads(decoded(claims)), time.time()
        ok = (hmac.compare_digest(expected, decoded(signature)) and scheme == "Bearer"
              and (head["alg"], head["typ"], head["kid"]) == ("HS256", "at+jwt", KEY_ID)
              and (claims["iss"], claims["aud"]) == ("https://titantrakr.com", "titan-trakr")
              and claims["exp"] > now - 30 and claims["nbf"] <= now + 30)
        account, session = uuid.UUID(claims["sub"]), uuid.UUID(claims["sid"])
    except (ValueError, KeyError):
        ok = False
    if not ok:
        raise Refusal(401, "unauthenticated")
    return account, session


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def stamp(time):
    """As the product writes times: without trailing zeros."""
    text = time.isoformat()
    return text[:-6].rstrip("0") + text[-6:] if "." in text else text


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def log(workout, command, command_id, expected, now):
    """Changes the document; answers the event and the answer's text."""
    if workout.get("status") != "active":
        raise Refusal(409, "no-active-workout")
    entry = find(workout, command.exerciseId)
    set_id = str(command.id or uuid.uuid4())
    if entry is None:
        raise Refusal(404, "not-found")
    if len(entry["sets"]) >= MOST_SETS:
        raise Refusal(409, "workout-full")
    if any(done["id"] == set_id for other in workout["exercises"] for done in other["sets"]):
        raise Refusal(409, "id-taken")
    if expected is not None and expected != workout["version"]:
        raise Refusal(412, "version-conflict")
    values = values_of(command)
    logged_at = stamp(command.loggedAt or now)
    entry["sets"].append({"id": set_id, "values": values, "loggedAt": logged_at, "records": []})
    mark([other for other in workout["exercises"] if other["exerciseId"] == entry["exerciseId"]])
    back = [{"$type": "SetRemoved", "entryId": entry["id"], "setId": set_id, "workoutId": workout["id"]}]
    if workout.get("focusEntryId") != entry["id"]:
        focus = {"entryId": workout["focusEntryId"]} if workout.get("focusEntryId") else {}
        back.append({"$type": "FocusMoved", **focus, "workoutId": workout["id"]})
    workout["version"] += 1
    workout["focusEntryId"] = entry["id"]
    workout["undo"] = workout["undo"][-(UNDO_DEPTH - 1):] + [{"commandId": str(command_id), "events": back}]
    workout["redo"] = []
    event = {"entryId": entry["id"], "setId": set_id, "values": values, "loggedAt": logged_at, "workoutId": workout["id"]}
    view = view_of(workout, now)
    shown = next(other for other in view["exercises"] if other["id"] == entry["id"])["sets"][-1]
    return event, compact({"set": shown, "workout": view, "records": shown["records"]})


def find(workout, exercise_id):
    focus = next((entry for entry in workout["exercises"] if entry["id"] == workout.get("focusEntryId")), None)
    if exercise_id is None or (focus and focus["exerciseId"] == exercise_id):
        return focus
    return next((entry for entry in reversed(workout["exercises"]) if entry["exerciseId"] == exercise_id), None)


def number(value):
    return int(value) if value == int(value) else value


def quantity(given):
    return None if given is None else {"value": number(given.value), "unit": given.unit}


def values_of(command):
    values = {"load": quantity(command.load), "reps": command.reps, "rpe": None if command.rpe is None else number(command.rpe), "kind": command.kind,
              "side": command.side, "durationSeconds": command.durationSeconds, "distance": quantity(command.distance), "note": command.note}
    return {name: value for name, value in values.items() if value is not None}


def mark(entries):
    bests = [(best["kind"], best["value"], best.get("atLoad")) for best in entries[0]["bests"]]
    for entry in entries:
        for done in entry["sets"]:
            made = [] if done["values"]["kind"] == "warmup" else [new for new in candidates(done["values"], entry["measure"]) if not any(as_good(best, new) for best in bests)]
            if made:
                bests = [best for best in bests if not any(as_good(new, best) for new in made)] + made
            done["records"] = [kind for kind, _, _ in made]


def as_good(one, other):
    low = float("-inf")
    return one[0] == other[0] and one[1] >= other[1] and (
        one[0] != "maxReps" or (low if one[2] is None else one[2]) >= (low if other[2] is None else other[2]))


def candidates(values, measure):
    load, reps = load_of(values, measure), values.get("reps")
    kilograms = values["load"]["value"] * (POUND if values["load"]["unit"] == "lb" else 1) if "load" in values else 0
    found = (load, reps, None if measure in ("bodyweightReps", "assistedReps") else estimate(kilograms, reps), volume(values) or None, values.get("durationSeconds"),
             values["distance"]["value"] * METRES[values["distance"]["unit"]] if "distance" in values else None)
    return [(kind, value, load if kind == "maxReps" else None) for kind, value in zip(KINDS, found) if value is not None]


def load_of(values, measure):
    load = values.get("load")
    if load is None:
        return 0 if measure == "bodyweightReps" and "reps" in values else None
    kilograms = load["value"] * (POUND if load["unit"] == "lb" else 1)
    return -abs(kilograms) if measure == "assistedReps" else kilograms


def estimate(kilograms, reps):
    if kilograms <= 0 or reps is None or reps > 12:
        return None
    return kilograms if reps == 1 else round(kilograms * (1 + reps / 30), 3)


def volume(values):
    load, reps = values.get("load"), values.get("reps")
    return round(load["value"] * (POUND if load["unit"] == "lb" else 1) * reps, 3) if load and load["value"] > 0 and reps else 0


def view_of(workout, now):
    entries = [{
        "id": entry["id"], "exerciseId": entry["exerciseId"], "name": entry["name"], "measure": entry["measure"], "supersetId": entry.get("supersetId"),
        "note": entry.get("note"), "target": entry.get("target"), "previous": [set_values(values) for values in entry["previous"]],
        "sets": [set_view(done, i + 1) for i, done in enumerate(entry["sets"])], "suggestion": entry.get("suggestion"), "skipped": entry.get("skipped", False),
    } for entry in workout["exercises"]]
    done = [one["values"] for entry in workout["exercises"] for one in entry["sets"]]
    lasted = now - datetime.fromisoformat(workout["startedAt"])
    totals = {"sets": len(done), "reps": sum(values.get("reps", 0) for values in done),
              "volumeKg": sum(volume(values) for values in done if values["kind"] != "warmup"), "durationSeconds": int(lasted.total_seconds())}
    return {"id": workout["id"], "name": workout.get("name"), "templateId": workout.get("templateId"), "startedAt": utc(workout["startedAt"]),
            "completedAt": None, "note": workout.get("note"), "version": workout["version"], "exercises": entries, "totals": totals, "nextEntryId": following(workout)}


def set_values(values):
    return {name: values.get(name) for name in ("load", "reps", "rpe", "kind", "side", "durationSeconds", "distance", "note")}


def set_view(done, position):
    values = done["values"]
    return {"id": done["id"], "number": position, "kind": values["kind"], "load": values.get("load"), "reps": values.get("reps"), "rpe": values.get("rpe"),
            "side": values.get("side"), "durationSeconds": values.get("durationSeconds"), "distance": values.get("distance"), "note": values.get("note"),
            "loggedAt": utc(done["loggedAt"]), "records": done["records"]}


def utc(text):
    if text.endswith("+00:00"):
        return text[:-6] + "Z"
    return datetime.fromisoformat(text).astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


def following(workout):
    at = next((i for i, entry in enumerate(workout["exercises"]) if entry["id"] == workout.get("focusEntryId")), 0)
    turn = workout["exercises"][at:] + workout["exercises"][:at]
    return next((entry["id"] for entry in turn if not entry.get("skipped") and (entry.get("target") or {"sets": 1})["sets"] > len(entry["sets"])), None)
