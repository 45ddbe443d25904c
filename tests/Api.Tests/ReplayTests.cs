using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Every write sent twice under one key, as after a lost reply: a new route can't be forgotten.</summary>
internal sealed class ReplayTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Note = """größer than "8"} \\ </script> 💪""";
    private const string Set = $$"""{"load":{"value":100.50,"unit":"kg"},"reps":5,"note":"größer than \"8\"} </script> 💪"}""";

    private readonly HashSet<string> _sent = [];
    private long _cursor;

    [SetUp]
    public void Begin() => _cursor = 0;

    [Test]
    public async Task Every_write_is_answered_the_same_again_and_done_once()
    {
        await OwnExercises();
        await Templates();
        await Running();
        await Finished();
        await Twice("POST", "/api/bodyweight", """{"weight":{"value":80.50,"unit":"kg"},"note":"größer"}""");
        await Twice("DELETE", "/api/bodyweight/{entryId}", null, Id((await Lifter.Get("/api/bodyweight")).Json["items"]![0]!));
        await Twice("PATCH", "/api/account/settings", """{"weightUnit":"lb"}""");
        await Spoken();
        await Taught();
        await Brought();
        await ProjectionsAreTrue();

        (await Writes()).Where(IsCovered).Except(_sent).ShouldBeEmpty();
    }

    private async Task OwnExercises()
    {
        var mine = Id(await Twice("POST", "/api/exercises", """{"name":"Größer","equipment":"cable","primaryMuscle":"back","measure":"loadReps"}"""));
        await Twice("PATCH", "/api/exercises/{exerciseId}", """{"aliases":["Grösser"],"restSeconds":90}""", mine);
        await Twice("DELETE", "/api/exercises/{exerciseId}", null, mine);
        await Twice("POST", "/api/exercises/{exerciseId}/unarchive", null, mine);
        await Twice("POST", "/api/exercises/{exerciseId}/merge", """{"intoId":"bench-press"}""", mine);
        await Twice("DELETE", "/api/exercises/{exerciseId}/merge", null, mine);
    }

    private async Task Templates()
    {
        var plan = Id(await Twice("POST", "/api/templates", """{"name":"Größer","exercises":[{"exerciseId":"squat","note":"\"low\" bar"}]}"""));
        await Twice("PUT", "/api/templates/{templateId}", """{"name":"Größer","exercises":[{"exerciseId":"squat"},{"exerciseId":"plank"}]}""", plan);
        await Twice("PUT", "/api/templates/order", $$"""{"order":["{{plan}}"]}""");
        await Twice("POST", "/api/templates/{templateId}/start", null, plan);
        await Twice("DELETE", "/api/workouts/current", null);
        await Twice("DELETE", "/api/templates/{templateId}", null, plan);
    }

    private async Task Running()
    {
        var id = Id(await Twice("POST", "/api/workouts", """{"name":"Größer"}"""));
        await Twice("PATCH", "/api/workouts/current", new JsonObject { ["note"] = Note }.ToJsonString());
        await Everywhere("/api/workouts/current", "/api/workouts/{workoutId}", id);
        await Twice("POST", "/api/workouts/current/undo", null);
        await Twice("POST", "/api/workouts/current/redo", null);
        await Twice("POST", "/api/workouts/current/complete", """{}""");
        await Twice("POST", "/api/templates/from-workout/{workoutId}", """{"name":"As today"}""", id);
        await Twice("POST", "/api/history/{workoutId}/resume", null, id);
        await Lifter.Send(HttpMethod.Delete, "/api/workouts/current");
    }

    private async Task Finished()
    {
        var id = Id(await Twice("POST", "/api/history", Past.Workout("2024-02-03T10:00:00Z", "squat", Set)));
        await Twice("PATCH", "/api/history/{workoutId}", new JsonObject { ["note"] = Note }.ToJsonString(), id);
        await Everywhere("/api/workouts/{workoutId}", "/api/workouts/{workoutId}", id);
        await Twice("DELETE", "/api/history/{workoutId}", null, id);
        await Twice("POST", "/api/history/{workoutId}/restore", null, id);
    }

    // What is done within a workout: while it runs by either way to it, later by its id.
    private async Task Everywhere(string first, string second, string workoutId)
    {
        foreach (var path in new[] { first, second })
        {
            var by = path.EndsWith("current", StringComparison.Ordinal) ? "" : workoutId;
            var set = Id((await Twice("POST", path + "/sets", Set.Insert(1, "\"exerciseId\":\"bench-press\","), by)).Json["set"]!);
            await Twice("PATCH", "/api/workouts/{workoutId}/sets/{setId}", """{"reps":6}""", workoutId, set);
            await Twice("DELETE", "/api/workouts/{workoutId}/sets/{setId}", null, workoutId, set);
            await Twice("POST", path + "/exercises", """{"exerciseId":"plank"}""", by);
            var entries = (await Twice("POST", path + "/exercises", """{"exerciseId":"deadlift"}""", by)).Json["exercises"]!.AsArray().Select(entry => Id(entry!)).ToArray();
            await Twice("PUT", path + "/exercises/order", $$"""{"order":["{{string.Join("\",\"", entries.Reverse())}}"]}""", by);
            await Twice("PATCH", path + "/exercises/{entryId}", """{"note":"größer"}""", by, entries[^1]);
            var paired = await Twice("POST", path + "/supersets", $$"""{"entryIds":["{{entries[^1]}}","{{entries[^2]}}"]}""", by);
            var superset = paired.Json["exercises"]!.AsArray().Select(entry => entry!["supersetId"]?.GetValue<string>()).First(found => found is not null)!;
            await Twice("DELETE", path + "/supersets/{supersetId}", null, by, superset);
            await Twice("DELETE", path + "/exercises/{entryId}", null, by, entries[^1]);
            await Twice("DELETE", path + "/exercises/{entryId}", null, by, entries[^2]);
        }
    }

    private async Task Spoken()
    {
        foreach (var said in new[] { "start workout", "squat 100 for 5, note größer", "make that 6 reps", "undo", "bench 600 for 5", "what's my best squat", "flurble 80 for 8" })
        {
            await Twice("POST", "/api/voice/process", new JsonObject { ["transcript"] = said }.ToJsonString());
        }
    }

    private async Task Taught()
    {
        var answer = await Twice("POST", "/api/voice/process", """{"transcript":"flat bench 60 for 8"}""");
        var (workout, entries) = (answer.Json["workout"]!, answer.Json["workout"]!["exercises"]!.AsArray());
        await Twice("PATCH", "/api/workouts/{workoutId}/sets/{setId}", """{"exerciseId":"dumbbell-bench-press"}""", Id(workout), Id(entries[^1]!["sets"]![0]!));
        await Twice("DELETE", "/api/voice/aliases/{aliasId}", null, Id((await Lifter.Get("/api/voice/aliases")).Json["items"]![0]!));
    }

    private async Task Brought()
    {
        var body = $$"""{"commands":[{"id":"{{Guid.NewGuid()}}","type":"LogSet","data":{{Set.Insert(1, "\"exerciseId\":\"squat\",")}}}]}""";
        var (first, second) = (await Lifter.Post("/api/events", body), await Lifter.Post("/api/events", body));
        _sent.Add("POST /api/events");
        (Status(first), Status(second)).ShouldBe(("applied", "duplicate"));

        var key = Guid.NewGuid();
        var file = Exchange.Courier.File("strong-quoted.csv");
        var (imported, again) = (await Exchange.Courier.Import(Lifter, file, key: key), await Exchange.Courier.Import(Lifter, file, key: key));
        _sent.Add("POST /api/import");
        (imported.Status, again.Status, again.Text, again.Replayed).ShouldBe((200, 200, imported.Text, true));
        await Twice("DELETE", "/api/imports/{importId}", null, imported.Json["importId"]!.GetValue<string>());

        static string Status(Answer answer) => answer.Json["results"]![0]!["status"]!.GetValue<string>();
    }

    private async Task<Answer> Twice(string method, string template, string? body, params string[] ids)
    {
        _sent.Add($"{method} {template}");
        var path = ids.Where(id => id.Length > 0).Aggregate(template, (left, id) => left[..left.IndexOf('{', StringComparison.Ordinal)] + id + left[(left.IndexOf('}', StringComparison.Ordinal) + 1)..]);
        var key = Guid.NewGuid();
        var first = await Lifter.Send(new HttpMethod(method), path, body, key);
        first.Status.ShouldBeInRange(200, 204, $"{method} {path} {body}: {first.Text}");
        await Follow();
        var second = await Lifter.Send(new HttpMethod(method), path, body, key);
        (second.Status, second.Text, second.ETag, second.Replayed).ShouldBe((first.Status, first.Text, first.ETag, true), $"{method} {path} {body}");
        (await Follow()).ShouldBe(0, $"{method} {path} {body}");
        return first;
    }

    // How many events came since it was last asked.
    private async Task<int> Follow()
    {
        var feed = (await Lifter.Get($"/api/events?after={_cursor}&limit=500")).Json;
        _cursor = feed["cursor"]!.GetValue<long>();
        return feed["items"]!.AsArray().Count;
    }

    private async Task<IEnumerable<string>> Writes() =>
        from path in (await Lifter.Get("/openapi/v1.json")).Json["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key != "get"
        select $"{operation.Key.ToUpperInvariant()} {path.Key}";

    // Who comes in and what is secret has tests of its own (SignInTests, SessionsTests, TokensTests, GuestsTests); an interpretation writes nothing.
    private static bool IsCovered(string write) =>
        (!write.Contains(" /api/account", StringComparison.Ordinal) || write.EndsWith("/settings", StringComparison.Ordinal))
        && write is not "POST /api/voice/interpret";

    private static string Id(Answer answer) => Id(answer.Json);

    private static string Id(JsonNode of) => of["id"]!.GetValue<string>();
}
