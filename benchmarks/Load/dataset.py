"""The data set: accounts, their past and one running workout each, as the events that made them. The same for the same seed and scale."""
import base64, datetime, hashlib, hmac, json, random, time

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
START = datetime.datetime(2026, 6, 1, 10, tzinfo=datetime.timezone.utc)
EXERCISES = [("squat", "Squat"), ("bench-press", "Bench Press"), ("deadlift", "Deadlift"), ("overhead-press", "Overhead Press"), ("barbell-row", "Barbell Row")]
REPS = (6, 9, 3, 12)
SETS = 4
A_WORKOUT = 2 + len(EXERCISES) * (1 + SETS)
EVENTS = 1_000_000
LONG, READERS = 1_000, 4
KEY = hashlib.sha256(b"titan trakr's bench").digest()


class Account:
    def __init__(self, number, past):
        self.number, self.past = number, past
        self.id, self.session = f"0000000a-0000-7000-8000-{number:012x}", f"0000000b-0000-7000-8000-{number:012x}"

    @property
    def head(self):
        return self.past * A_WORKOUT + A_WORKOUT - 1

    def token(self, session=None, key=KEY):
        """As the product signs them, good for a day."""
        now = int(time.time())
        head = {"alg": "HS256", "typ": "at+jwt", "kid": hashlib.sha256(KEY).hexdigest()[:16]}
        claims = {"sub": self.id, "sid": session or self.session, "iss": "https://titantrakr.com", "aud": "titan-trakr", "iat": now, "nbf": now, "exp": now + 86400}
        text = ".".join(encoded(json.dumps(part).encode()) for part in (head, claims))
        return f"{text}.{encoded(hmac.new(key, text.encode(), hashlib.sha256).digest())}"


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class DataSet:
    """
    Scale 1: 200 accounts, one with 10,000 past workouts, 20 with 1,000, a million events in all. So many of the 20 as are to be `whole` have
    their 1,000 at any scale: what is read of a long past is read of one.
    """
    def __init__(self, scale, whole=0, seed=20261126):
        self.seed = seed
        accounts, some = (200, 20) if scale >= 0.05 else (16, 2)
        most, many = max(60, int(10 * LONG * scale)), max(30, int(LONG * scale))
        few = max(1, (int(EVENTS * scale) // A_WORKOUT - most - some * many) // (accounts - some - 1))
        self.accounts = [Account(n, most if n == 0 else max(many, LONG) if n <= whole else many if n <= some else few) for n in range(accounts)]
        self.longest, self.long = self.accounts[0], self.accounts[1:some + 1]
        self.readers = [account for account in self.long if account.past >= LONG][:READERS] or self.long[:READERS]
        self.twins = self.accounts[-3:]
        self.events = sum(account.head for account in self.accounts)

    def rows(self):
        """Every event: number, account, command, sequence, microseconds since 1970, type, payload."""
        number = 0
        for account in self.accounts:
            # The last three are one another's twins, for the peers to be compared on.
            rng, sequence = random.Random(self.seed + min(account.number, len(self.accounts) - 3)), 0
            for index in range(account.past + 1):
                for at, command, kind, payload in workout(rng, account, index):
                    number, sequence = number + 1, sequence + 1
                    yield number, account.id, command, sequence, at, kind, payload


def uid(kind, account, number):
    return f"019{kind:05x}-{account.number:04x}-7000-8000-{number:012x}"


def workout(rng, account, index):
    """The events of one workout; the last one of an account still runs."""
    runs = index == account.past
    began = START - datetime.timedelta(hours=8 * (account.past - index))
    micros, text = int((began - EPOCH).total_seconds()) * 1_000_000, began.isoformat()
    wid, step = uid(1, account, index), 0

    def event(kind, payload):
        nonlocal step
        step += 1
        return micros + step * 90_000_000, uid(2, account, index * 100 + step), kind, f'{{{payload},"workoutId":"{wid}"}}'

    yield event("WorkoutStarted", f'"name":"Workout {index + 1}","startedAt":"{text}"')
    for position, (exercise, name) in enumerate(EXERCISES):
        entry, load = uid(3, account, index * 10 + position), 40 + rng.randrange(60)
        yield event("ExerciseAdded", f'"entryId":"{entry}","exerciseId":"{exercise}","name":"{name}","measure":"loadReps"')
        for number in range(SETS):
            done = (began + datetime.timedelta(seconds=90 * (step + 1))).isoformat()
            values = f'{{"load":{{"value":{load},"unit":"kg"}},"reps":{REPS[(index + number) % 4]},"kind":"working"}}'
            yield event("SetLogged", f'"entryId":"{entry}","setId":"{uid(4, account, index * 100 + step)}","values":{values},"loggedAt":"{done}"')
    if not runs:
        yield event("WorkoutCompleted", f'"completedAt":"{(began + datetime.timedelta(hours=1)).isoformat()}"')
