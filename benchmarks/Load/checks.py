"""That each peer does the product's work: the same commands leave the same state and the same answers, and each of them is done once."""
import json, re, uuid

SETS = [{"exerciseId": exercise, "load": {"value": load, "unit": "kg"}, "reps": reps}
        for exercise, load, reps in (("squat", 90, 6), ("squat", 140, 3), ("barbell-row", 60, 9), ("barbell-row", 60, 9), ("squat", 150, 12), ("deadlift", 1, 1))]


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, []

    def that(self, name, true, said=""):
        if true:
            self.passed += 1
        else:
            self.failed.append(name)
            print(f"failed: {name} {said}", flush=True)


def as_said(answer):
    """Without what an account's own ids and the clock say."""
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id", json.dumps(answer, sort_keys=True))
    return re.sub(r'"durationSeconds": [0-9]+, "reps"', '"reps"', re.sub(r"\d{4}-\d\d-\d\dT[0-9:.]+Z", "time", text))


def writes(checks, contender, account):
    """Logs the sets into an account's running workout, each sent twice; answers what came back, to be compared."""
    name, headers = f"{contender.name} on {contender.database.name}", {"Authorization": f"Bearer {account.token()}"}
    before, answers = [int(part) for part in contender.database.lived(account)], []
    for number, body in enumerate(SETS):
        key = {"Idempotency-Key": str(uuid.uuid4())}
        body = {"id": str(uuid.uuid4()), **body}
        status, answer, _ = contender.send("POST", "/api/workouts/current/sets", body, {**headers, **key})
        again, same, told = contender.send("POST", "/api/workouts/current/sets", body, {**headers, **key})
        checks.that(f"{name}: set {number} is logged and its replay answered as before", (status, again) == (201, 201) and answer == same and told["Idempotency-Replayed"] == "true", (status, again))
        answers.append(as_said(answer))
    reused, _, _ = contender.send("POST", "/api/workouts/current/sets", {**SETS[0], "reps": 7}, {**headers, **key})
    checks.that(f"{name}: another set under a used key is refused", reused == 422, reused)
    after = [int(part) for part in contender.database.lived(account)]
    checks.that(f"{name}: every set is one event and one command", [b - a for a, b in zip(before, after)] == [len(SETS)] * 3, (before, after))
    return answers


def refusals(checks, contender, account, other):
    """What must write nothing."""
    name, before = f"{contender.name} on {contender.database.name}", contender.database.lived(account)
    good = {"Authorization": f"Bearer {account.token()}"}
    for what, wanted, body, headers in (
            ("no token", 401, SETS[0], {}),
            ("a token signed by another", 401, SETS[0], {"Authorization": f"Bearer {account.token(key=b'another' * 8)}"}),
            ("a session that is none of the account's", 401, SETS[0], {"Authorization": f"Bearer {account.token(session=other.session)}"}),
            ("an old version", 412, SETS[0], {**good, "If-Match": '"1"'}),
            ("a load beyond the limit", 422, {**SETS[0], "load": {"value": 2001, "unit": "kg"}}, good)):
        status, _, _ = contender.send("POST", "/api/workouts/current/sets", body, headers)
        checks.that(f"{name}: {what} is refused", status == wanted or (wanted == 422 and status == 400), status)
    if contender.name != "fastapi":
        ended, _, _ = contender.send("GET", "/api/workouts/current", None, {"Authorization": f"Bearer {account.token(session=other.session)}"})
        checks.that(f"{name}: a session that is none of the account's reads nothing", ended == 401, ended)
    checks.that(f"{name}: refusals write nothing", contender.database.lived(account) == before)


def reads(checks, product, ceiling, paths):
    """The stored answers that the ceiling passes through are the product's."""
    for path, token in paths:
        answers = [contender.send("GET", path, None, {"Authorization": f"Bearer {token}"}) for contender in (product, ceiling)]
        checks.that(f"ceiling on {ceiling.database.name}: {path} answers as the product", answers[0][0] == answers[1][0] == 200
                    and as_read(answers[0][1]) == as_read(answers[1][1]))


def as_read(answer):
    return re.sub(r'"durationSeconds": [0-9]+, "reps"', '"reps"', json.dumps(answer, sort_keys=True)) if "totals" in answer else answer


def difference(one, other):
    """Where two texts part."""
    at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"…{one[max(0, at - 80):at + 80]}… instead of …{other[max(0, at - 80):at + 80]}…"
