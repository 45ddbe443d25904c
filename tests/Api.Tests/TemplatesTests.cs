using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class TemplatesTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Bench =
        """{"exerciseId":"bench-press","target":{"sets":3,"reps":{"min":8,"max":10},"load":{"value":80,"unit":"kg"},"restSeconds":120},"progress":{"add":{"value":2.5,"unit":"kg"}}}""";

    [Test]
    public async Task A_template_is_made_read_changed_by_version_and_deleted()
    {
        var id = Guid.NewGuid();
        var made = await Lifter.Post("/api/templates", Push(id));
        (made.Status, made.ETag).ShouldBe((201, "\"1\""));
        var path = $"/api/templates/{id}";
        (await Lifter.Get(path)).Text.ShouldBe(made.Text);
        var changed = await Lifter.Send(HttpMethod.Put, path, """{"name":"Pull day"}""", ifMatch: "\"1\"");
        (changed.Status, changed.ETag).ShouldBe((200, "\"2\""));
        changed.Json["exercises"]!.AsArray().ShouldBeEmpty();
        var late = await Lifter.Send(HttpMethod.Put, path, """{"name":"Leg day"}""", ifMatch: "\"1\"");
        (late.Status, late.Slug).ShouldBe((412, "version-conflict"));
        (await Lifter.Send(HttpMethod.Delete, path, ifMatch: "\"1\"")).Status.ShouldBe(412);
        (await Lifter.Send(HttpMethod.Delete, path)).Status.ShouldBe(204);
        (await Lifter.Get(path)).Status.ShouldBe(404);
        (await Lifter.Post("/api/templates", Push(id))).Status.ShouldBe(201, "a deletion is taken back by making it again");
    }

    [Test]
    public async Task Templates_are_listed_in_the_order_they_were_put_in_page_by_page()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await Lifter.Post("/api/templates", $$"""{"name":"Day {{i}}"}""")).Json["id"]!.GetValue<string>());
        }

        ids.Reverse();
        (await Order(ids)).Status.ShouldBe(200);
        (await Order(ids[1..])).Slug.ShouldBe("validation");
        (await Order([.. ids[1..], ids[1]])).Slug.ShouldBe("validation");
        var seen = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = (await Lifter.Get($"/api/templates?limit=2{cursor}")).Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            if (page["nextCursor"] is not { } next)
            {
                break;
            }

            cursor = "&cursor=" + next;
        }

        seen.ShouldBe(ids);
        await ProjectionsAreTrue();

        Task<Answer> Order(List<string> order) =>
            Lifter.Send(HttpMethod.Put, "/api/templates/order", $$"""{"order":["{{string.Join("\",\"", order)}}"]}""");
    }

    [Test]
    public async Task A_workout_starts_with_what_its_template_plans_and_one_undo_takes_it_back()
    {
        var id = await Save(Push());
        var entry = Guid.NewGuid();
        var started = await Lifter.Post($"/api/templates/{id}/start", $$"""{"entryIds":["{{entry}}"]}""");
        started.Status.ShouldBe(201);
        var workout = started.Json;
        (workout["name"]!.GetValue<string>(), workout["templateId"]!.GetValue<string>()).ShouldBe(("Push day", id));
        var bench = workout["exercises"]![0]!;
        bench["id"]!.GetValue<Guid>().ShouldBe(entry);
        workout["nextEntryId"]!.GetValue<Guid>().ShouldBe(entry);
        bench["target"]!["reps"]!["max"]!.GetValue<int>().ShouldBe(10);
        bench["suggestion"].ShouldBeNull();
        var dips = workout["exercises"]![1]!;
        dips["target"]!["note"]!.GetValue<string>().ShouldBe("Elbows in");
        dips["supersetId"]!.GetValue<string>().ShouldBe(workout["exercises"]![2]!["supersetId"]!.GetValue<string>());
        var set = await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":80,"unit":"kg"},"reps":8}""");
        set.Json["workout"]!["exercises"]![0]!["sets"]!.AsArray().Count.ShouldBe(1, "the first exercise is in focus");
        await Lifter.Post("/api/workouts/current/undo");
        await Lifter.Post("/api/workouts/current/undo");
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(204);
        (await Lifter.Post("/api/workouts/current/redo")).Json["exercises"]!.AsArray().Count.ShouldBe(3);
    }

    [Test]
    public async Task When_all_sets_reached_the_top_the_next_target_is_heavier_and_says_why()
    {
        var id = await Save(Push());
        var first = await Train(id, 80, 10, 10, 10);
        first["suggestion"].ShouldBeNull();
        var second = await Train(id, 82.5m, 10, 9, 8);
        second["target"]!["load"]!["value"]!.GetValue<decimal>().ShouldBe(82.5m);
        second["suggestion"]!["reason"]!.GetValue<string>().ShouldBe("Last time all 3 sets reached 10 reps at 80 kg: 2.5 kg more.");
        second["previous"]!.AsArray().Count.ShouldBe(3);
        var third = await Train(id, 82.5m, 10, 10, 10);
        third["suggestion"]!["load"]!["value"]!.GetValue<decimal>().ShouldBe(82.5m);
        third["suggestion"]!["reason"]!.GetValue<string>().ShouldBe("Last time not all 3 sets reached 10 reps at 82.5 kg: stay there.");
        var fourth = await Train(id, 85, 8);
        fourth["target"]!["load"]!["value"]!.GetValue<decimal>().ShouldBe(85);
        fourth["suggestion"]!["from"]!["value"]!.GetValue<decimal>().ShouldBe(80);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Previous_sets_are_of_the_same_template_where_there_are_any()
    {
        var (heavy, light) = (await Save(Push()), await Save(Push()));
        await Train(heavy, 100, 5);
        await Train(light, 60, 20);
        var again = (await Lifter.Post("/api/workouts", $$"""{"templateId":"{{heavy}}"}""")).Json["exercises"]![0]!;
        again["previous"]![0]!["reps"]!.GetValue<int>().ShouldBe(5);
        await Lifter.Send(HttpMethod.Delete, "/api/workouts/current");
        await Lifter.Post("/api/workouts");
        var free = (await Lifter.Post("/api/workouts/current/exercises", """{"exerciseId":"bench-press"}""")).Json["exercises"]![0]!;
        free["previous"]![0]!["reps"]!.GetValue<int>().ShouldBe(20);
    }

    [Test]
    public async Task A_running_workout_keeps_its_plan_when_the_template_is_changed_or_deleted()
    {
        var id = await Save(Push());
        var before = (await Lifter.Post($"/api/templates/{id}/start")).Json["exercises"]!.ToJsonString();
        await Lifter.Send(HttpMethod.Put, $"/api/templates/{id}", """{"name":"Other"}""");
        await Lifter.Send(HttpMethod.Delete, $"/api/templates/{id}");
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.ToJsonString().ShouldBe(before);
        (await Lifter.Post("/api/workouts/current/complete")).Status.ShouldBe(200);
        (await Lifter.Post($"/api/templates/{id}/start")).Status.ShouldBe(404);
    }

    [Test]
    public async Task A_template_still_starts_when_its_exercise_was_archived()
    {
        var own = (await Lifter.Post("/api/exercises", """{"name":"Cable Y-raise"}""")).Json["id"]!.GetValue<string>();
        var id = await Save($$"""{"name":"Delts","exercises":[{"exerciseId":"{{own}}"}]}""");
        (await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{own}")).Status.ShouldBe(204);
        var started = await Lifter.Post($"/api/templates/{id}/start");
        started.Json["exercises"]![0]!["name"]!.GetValue<string>().ShouldBe("Cable Y-raise");
    }

    [Test]
    public async Task A_workout_running_or_past_is_saved_as_a_template()
    {
        await Lifter.Post("/api/workouts", """{"name":"Push day"}""");
        foreach (var (exercise, load, reps, kind) in new[]
        {
            ("bench-press", 40, 10, "warmup"), ("bench-press", 80, 10, "working"), ("bench-press", 80, 8, "working"),
            ("squat", 100, 5, "working"), ("squat", 90, 8, "working"),
        })
        {
            var set = $$"""{"exerciseId":"{{exercise}}","load":{"value":{{load}},"unit":"kg"},"reps":{{reps}},"kind":"{{kind}}"}""";
            (await Lifter.Post("/api/workouts/current/sets", set)).Status.ShouldBe(201);
        }

        var done = (await Lifter.Post("/api/workouts/current/complete")).Json;
        var saved = (await Lifter.Post($"/api/templates/from-workout/{done["id"]}")).Json;
        saved["name"]!.GetValue<string>().ShouldBe("Push day");
        var bench = saved["exercises"]![0]!["target"]!;
        bench["sets"]!.GetValue<int>().ShouldBe(2);
        bench["reps"]!.ToJsonString().ShouldBe("""{"min":8,"max":10}""");
        bench["load"]!["value"]!.GetValue<decimal>().ShouldBe(80);
        var squat = saved["exercises"]![1]!["target"]!["perSet"]!.AsArray();
        squat.Select(set => set!["load"]!["value"]!.GetValue<decimal>()).ShouldBe([100, 90]);
        await Lifter.Post("/api/workouts");
        var results = (await Lifter.Post("/api/events", Queue("SaveTemplate", """{"name":"Now"}"""))).Json["results"]!;
        results[0]!["status"]!.GetValue<string>().ShouldBe("applied");
        (await Lifter.Post($"/api/templates/from-workout/{Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    [Test]
    public async Task The_offline_queue_makes_a_template_and_trains_from_it_once()
    {
        var (id, workout) = (Guid.NewGuid(), Guid.NewGuid());
        var body = Queue("CreateTemplate", Push(id), "StartWorkout", $$"""{"id":"{{workout}}","templateId":"{{id}}"}""", "LogSet", """{"reps":5}""");
        var statuses = new List<string>();
        for (var turn = 0; turn < 2; turn++)
        {
            var results = (await Lifter.Post("/api/events", body)).Json["results"]!.AsArray();
            statuses.AddRange(results.Select(result => result!["status"]!.GetValue<string>()));
        }

        statuses.ShouldBe(["applied", "applied", "applied", "duplicate", "duplicate", "duplicate"]);
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]![0]!["sets"]!.AsArray().Count.ShouldBe(1);
    }

    [Test]
    public async Task The_same_command_twice_is_applied_once_and_answered_the_same()
    {
        var id = Guid.NewGuid();
        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Post, "/api/templates", Push(id)),
            (HttpMethod.Put, $"/api/templates/{id}", Push(id).Replace($"\"id\":\"{id}\",", "", StringComparison.Ordinal)),
            (HttpMethod.Put, "/api/templates/order", $$"""{"order":["{{id}}"]}"""),
            (HttpMethod.Post, $"/api/templates/{id}/start", "{}"),
            (HttpMethod.Patch, "/api/exercises/squat", """{"restSeconds":90}"""),
            (HttpMethod.Post, "/api/workouts/current/supersets", """{"exerciseIds":["squat","plank"]}"""),
        })
        {
            var key = Guid.NewGuid();
            var (first, second) = (await Lifter.Send(method, path, body, key), await Lifter.Send(method, path, body, key));
            first.Status.ShouldBeInRange(200, 201, first.Text);
            (second.Status, second.Text, second.ETag, second.Replayed).ShouldBe((first.Status, first.Text, first.ETag, true));
        }

        (await Lifter.Events()).Select(e => e!["sequence"]!.GetValue<long>()).Last().ShouldBe(11);
    }

    [TestCase("""{"exercises":[]}""", "name")]
    [TestCase("""{"name":" "}""", "name")]
    [TestCase("""{"name":"a\u0000"}""", "name")]
    [TestCase("""{"name":"A","exercises":[null]}""", "exercises")]
    [TestCase("""{"name":"A","exercises":[{}]}""", "exercises[0].exerciseId")]
    [TestCase("""{"name":"A","exercises":[{"exerciseId":"squat","target":{"sets":0}}]}""", "exercises[0].target.sets")]
    [TestCase("""{"name":"A","exercises":[{"exerciseId":"squat","target":{"reps":{"min":9,"max":8}}}]}""", "exercises[0].target.reps")]
    [TestCase("""{"name":"A","exercises":[{"exerciseId":"squat","target":{"load":{"value":1e9,"unit":"kg"}}}]}""", "exercises[0].target.load")]
    [TestCase("""{"name":"A","exercises":[{"exerciseId":"squat","target":{"restSeconds":-1}}]}""", "exercises[0].target.restSeconds")]
    [TestCase("""{"name":"A","exercises":[{"exerciseId":"squat","target":{"perSet":[{"reps":{"max":8}}]}}]}""", "exercises[0].target.perSet[0].reps")]
    [TestCase("""{"name":"A","exercises":[{"exerciseId":"squat","target":{"perSet":[null]}}]}""", "exercises[0].target.perSet")]
    [TestCase("""{"name":"A","exercises":[{"exerciseId":"squat","progress":{}}]}""", "exercises[0].progress")]
    [TestCase("""{"name":"A","exercises":[{"exerciseId":"squat","progress":{"add":{"value":-1,"unit":"kg"}}}]}""", "exercises[0].progress")]
    public async Task A_bad_template_is_a_named_problem_and_writes_nothing(string body, string member)
    {
        var answer = await Lifter.Post("/api/templates", body);
        (answer.Status, answer.Slug).ShouldBe((400, "validation"), answer.Text);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldContain(member);
        (await Lifter.Events()).ShouldBeEmpty();
    }

    [Test]
    public async Task What_is_another_accounts_is_not_there()
    {
        var id = await Save(Push());
        using var other = await Lifter.SignUp(Server);
        var own = (await other.Post("/api/exercises", """{"name":"Mine"}""")).Json["id"]!.GetValue<string>();
        (await Lifter.Post("/api/templates", $$"""{"name":"A","exercises":[{"exerciseId":"{{own}}"}]}""")).Status.ShouldBe(404);
        (await other.Get($"/api/templates/{id}")).Status.ShouldBe(404);
        (await other.Send(HttpMethod.Put, $"/api/templates/{id}", """{"name":"A"}""")).Status.ShouldBe(404);
        (await other.Send(HttpMethod.Delete, $"/api/templates/{id}")).Status.ShouldBe(404);
        (await other.Post($"/api/templates/{id}/start")).Status.ShouldBe(404);
        (await other.Post("/api/templates", Push(Guid.Parse(id)))).Status.ShouldBe(201, "ids that clients make are per account");
    }

    private static string Push(Guid? id = null) => $$"""
        {"id":"{{id ?? Guid.NewGuid()}}","name":"Push day","note":"Deload every fourth week","exercises":[{{Bench}},
        {"exerciseId":"chest-dip","supersetId":"{{Guid.Empty.ToString()[..^1]}}1","note":"Elbows in"},
        {"exerciseId":"lateral-raise","supersetId":"{{Guid.Empty.ToString()[..^1]}}1"}]}
        """;

    private static string Queue(params string[] typesAndData) => new JsonObject
    {
        ["commands"] = new JsonArray([.. typesAndData.Chunk(2).Select(command => new JsonObject
        {
            ["id"] = Guid.NewGuid(),
            ["type"] = command[0],
            ["data"] = JsonNode.Parse(command[1]),
        })]),
    }.ToJsonString();

    private async Task<string> Save(string template)
    {
        var saved = await Lifter.Post("/api/templates", template);
        saved.Status.ShouldBe(201, saved.Text);
        return saved.Json["id"]!.GetValue<string>();
    }

    /// <summary>Starts from the template, does its first exercise and finishes; answers that exercise as it stood at the start.</summary>
    private async Task<JsonNode> Train(string templateId, decimal load, params int[] reps)
    {
        var started = await Lifter.Post($"/api/templates/{templateId}/start");
        started.Status.ShouldBe(201, started.Text);
        foreach (var count in reps)
        {
            (await Lifter.Post("/api/workouts/current/sets", $$"""{"reps":{{count}},"load":{"value":{{load}},"unit":"kg"} }""")).Status.ShouldBe(201);
        }

        (await Lifter.Post("/api/workouts/current/complete")).Status.ShouldBe(200);
        return started.Json["exercises"]![0]!;
    }
}
