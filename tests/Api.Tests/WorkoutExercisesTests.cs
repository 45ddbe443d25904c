using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class WorkoutExercisesTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Current = "/api/workouts/current";

    [Test]
    public async Task An_exercise_that_stands_twice_looks_at_its_own_turn_of_the_last_session()
    {
        await Lifter.Post("/api/history", """
            {"startedAt":"2025-03-01T10:00:00Z","completedAt":"2025-03-01T11:00:00Z","exercises":[
             {"exerciseId":"squat","sets":[{"reps":3},{"reps":4}]},{"exerciseId":"plank","sets":[{"durationSeconds":60}]},{"exerciseId":"squat","sets":[{"reps":12}]}]}
            """);
        await Lifter.Post("/api/workouts");
        for (var turn = 0; turn < 3; turn++)
        {
            await Lifter.Post("/api/workouts/current/exercises", """{"exerciseId":"squat"}""");
        }

        var entries = (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.AsArray();
        entries.Select(entry => string.Join(' ', entry!["previous"]!.AsArray().Select(set => set!["reps"]))).ShouldBe(["3 4", "12", "12"]);
    }

    [Test]
    public async Task A_note_leaves_the_superset_alone_and_null_takes_one_away()
    {
        var entries = await Begin("squat", "leg-press");
        (await Lifter.Post(Current + "/supersets", Ids("entryIds", entries))).Status.ShouldBe(201);
        var noted = await Change(entries[0], """{"note":"Slow"}""");
        noted["supersetId"].ShouldNotBeNull();
        (await Change(entries[0], """{"note":null}"""))["note"].ShouldBeNull();
        var alone = await Change(entries[0], """{"supersetId":null}""");
        alone["supersetId"].ShouldBeNull();
        (await Workout())["exercises"]![1]!["supersetId"].ShouldBeNull("a superset of one is none");
        (await Lifter.Post(Current + "/undo")).Json["exercises"]![1]!["supersetId"].ShouldNotBeNull();
    }

    [Test]
    public async Task Several_supersets_are_made_by_name_or_entry_and_taken_apart()
    {
        var entries = await Begin("squat", "leg-press", "plank");
        var (legs, arms) = (Guid.NewGuid(), Guid.NewGuid());
        await Lifter.Post(Current + "/supersets", $$"""{"id":"{{legs}}","entryIds":["{{entries[0]}}","{{entries[1]}}"]}""");
        var made = await Lifter.Post(Current + "/supersets", $$"""{"id":"{{arms}}","exerciseIds":["plank","dumbbell-curl"]}""");
        Supersets(made.Json).ShouldBe([legs, legs, arms, arms], "what is named and not there is added");
        (await Lifter.Send(HttpMethod.Delete, $"{Current}/supersets/{legs}")).Status.ShouldBe(200);
        Supersets((await Lifter.Post(Current + "/undo")).Json).ShouldBe([legs, legs, arms, arms]);
        Supersets((await Lifter.Post(Current + "/redo")).Json).ShouldBe([null, null, arms, arms]);
        (await Lifter.Send(HttpMethod.Delete, $"{Current}/supersets/{legs}")).Status.ShouldBe(404);
        (await Lifter.Post(Current + "/supersets", """{"exerciseIds":["squat","squat"]}""")).Slug.ShouldBe("validation");
        (await Lifter.Post(Current + "/supersets", Ids("entryIds", [entries[0], Guid.NewGuid().ToString()]))).Status.ShouldBe(404);
    }

    [Test]
    public async Task A_skipped_exercise_keeps_its_sets_and_the_next_set_takes_it_up_again()
    {
        var entries = await Begin("squat", "leg-press");
        await Lifter.Post(Current + "/sets", Set("squat", 100));
        (await Change(entries[0], """{"skipped":true}"""))["sets"]!.AsArray().Count.ShouldBe(1);
        var elsewhere = await Lifter.Post(Current + "/sets", """{"load":{"value":80,"unit":"kg"},"reps":8}""");
        elsewhere.Json["workout"]!["nextEntryId"].ShouldBeNull("what is skipped is not left to do");
        elsewhere.Json["workout"]!["exercises"]![1]!["sets"]!.AsArray().Count.ShouldBe(1, "the focus left what is skipped");
        var again = await Lifter.Post(Current + "/sets", Set("squat", 110));
        again.Json["workout"]!["exercises"]![0]!["skipped"]!.GetValue<bool>().ShouldBeFalse();
        (await Lifter.Post(Current + "/undo")).Json["exercises"]![0]!["skipped"]!.GetValue<bool>().ShouldBeTrue();
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_swap_keeps_the_sets_or_is_refused_where_they_would_make_no_sense()
    {
        var entries = await Begin("squat");
        await Lifter.Post(Current + "/sets", Set("squat", 100));
        (await Change(entries[0], """{"exerciseId":"leg-press"}"""))["sets"]!.AsArray().Count.ShouldBe(1);
        var refused = await Lifter.Send(HttpMethod.Patch, $"{Current}/exercises/{entries[0]}", """{"exerciseId":"plank"}""");
        (refused.Status, refused.Slug).ShouldBe((409, "sets-do-not-fit"));
        var mixed = await Lifter.Send(HttpMethod.Patch, $"{Current}/exercises/{entries[0]}", """{"exerciseId":"squat","note":"x"}""");
        mixed.Slug.ShouldBe("validation");
        (await Workout())["exercises"]![0]!["exerciseId"]!.GetValue<string>().ShouldBe("leg-press");
    }

    [Test]
    public async Task The_exercises_of_a_past_workout_are_changed_in_the_same_ways()
    {
        var entries = await Begin("squat", "leg-press");
        await Lifter.Post(Current + "/sets", Set("squat", 100));
        var id = (await Lifter.Post(Current + "/complete")).Json["id"];
        await Begin("plank");
        var past = $"/api/workouts/{id}";
        (await Lifter.Send(HttpMethod.Put, past + "/exercises/order", Ids("order", [entries[1], entries[0]]))).Status.ShouldBe(200);
        (await Lifter.Post(past + "/supersets", Ids("entryIds", entries))).Status.ShouldBe(201);
        (await Lifter.Send(HttpMethod.Patch, $"{past}/exercises/{entries[0]}", """{"exerciseId":"front-squat"}""")).Status.ShouldBe(200);
        (await Lifter.Send(HttpMethod.Patch, $"{past}/exercises/{entries[0]}", """{"note":"Deep"}""")).Status.ShouldBe(200);
        (await Lifter.Post(past + "/exercises", """{"exerciseId":"deadlift"}""")).Status.ShouldBe(201);
        (await Lifter.Send(HttpMethod.Delete, $"{past}/exercises/{entries[1]}")).Status.ShouldBe(200);
        var left = (await Lifter.Get($"/api/history/{id}")).Json["exercises"]!.AsArray();
        left.Select(entry => entry!["exerciseId"]!.GetValue<string>()).ShouldBe(["front-squat", "deadlift"]);
        (left[0]!["note"]!.GetValue<string>(), left[0]!["sets"]!.AsArray().Count).ShouldBe(("Deep", 1));
        (await Lifter.Get("/api/history/records?exerciseId=front-squat")).Json["items"]!.AsArray().ShouldNotBeEmpty();
        (await Lifter.Get("/api/history/records?exerciseId=squat")).Json["items"]!.AsArray().ShouldBeEmpty();
        await ProjectionsAreTrue();
    }

    [TestCase("PUT", "/exercises/order", "{}", "order")]
    [TestCase("POST", "/exercises", "{}", "exerciseId")]
    [TestCase("POST", "/exercises", """{"exerciseId":"squat","id":"00000000-0000-0000-0000-000000000000"}""", "id")]
    [TestCase("POST", "/supersets", "{}", "entryIds")]
    [TestCase("POST", "/supersets", """{"exerciseIds":[null]}""", "exerciseIds")]
    [TestCase("PATCH", "/exercises/{0}", """{"note":"a\u0000"}""", "note")]
    [TestCase("PATCH", "/exercises/{0}", """{"supersetId":"00000000-0000-0000-0000-000000000000"}""", "supersetId")]
    public async Task A_bad_change_is_a_named_problem_and_writes_nothing(string method, string path, string body, string member)
    {
        var entries = await Begin("plank");
        var before = (await Lifter.Events()).Count;
        var answer = await Lifter.Send(new HttpMethod(method), Current + path.Replace("{0}", entries[0], StringComparison.Ordinal), body);
        (answer.Status, answer.Slug).ShouldBe((400, "validation"), answer.Text);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldContain(member);
        (await Lifter.Events()).Count.ShouldBe(before);
    }

    [Test]
    public async Task The_offline_queue_takes_the_same_changes()
    {
        var entries = await Begin("squat", "leg-press");
        var commands = new (string Type, string Data)[]
        {
            ("MakeSuperset", Ids("entryIds", entries)),
            ("DescribeExercise", $$"""{"entryId":"{{entries[0]}}","note":"Slow","skipped":true}"""),
            ("DescribeExercise", $$"""{"entryId":"{{entries[0]}}","note":null}"""),
            ("ReorderExercises", Ids("order", [entries[1], entries[0]])),
            ("ReorderExercises", "{}"),
        };
        var batch = new JsonObject
        {
            ["commands"] = new JsonArray([.. commands.Select(command =>
                new JsonObject { ["id"] = Guid.NewGuid(), ["type"] = command.Type, ["data"] = JsonNode.Parse(command.Data) })]),
        };
        var results = (await Lifter.Post("/api/events", batch.ToJsonString())).Json["results"]!.AsArray();
        results.Select(result => result!["status"]!.GetValue<string>()).ShouldBe(["applied", "applied", "applied", "applied", "rejected"]);
        var squat = (await Workout())["exercises"]![1]!;
        (squat["note"], squat["skipped"]!.GetValue<bool>(), squat["supersetId"] is null).ShouldBe((null, true, false));
    }

    private static string Set(string exerciseId, int load) => $$"""{"exerciseId":"{{exerciseId}}","load":{"value":{{load}},"unit":"kg"},"reps":8}""";

    private static string Ids(string member, IReadOnlyList<string> ids) => $$"""{"{{member}}":["{{string.Join("\",\"", ids)}}"]}""";

    private static IEnumerable<Guid?> Supersets(JsonNode workout) =>
        workout["exercises"]!.AsArray().Select(entry => entry!["supersetId"]?.GetValue<Guid>());

    private async Task<JsonNode> Workout() => (await Lifter.Get(Current)).Json;

    private async Task<JsonNode> Change(string entryId, string body)
    {
        var answer = await Lifter.Send(HttpMethod.Patch, $"{Current}/exercises/{entryId}", body);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json["exercises"]!.AsArray().First(entry => entry!["id"]!.GetValue<string>() == entryId)!;
    }

    private async Task<List<string>> Begin(params string[] exerciseIds)
    {
        await Lifter.Post("/api/workouts");
        var entries = new List<string>();
        foreach (var exerciseId in exerciseIds)
        {
            entries.Add(Guid.NewGuid().ToString());
            (await Lifter.Post(Current + "/exercises", $$"""{"id":"{{entries[^1]}}","exerciseId":"{{exerciseId}}"}""")).Status.ShouldBe(201);
        }

        return entries;
    }
}
