using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Templates;

internal sealed class TemplatesTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task A_template_is_made_read_changed_by_version_and_deleted()
    {
        var id = Guid.NewGuid();
        var made = await Lifter.Post("/api/templates", Plans.Push(id));
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
        (await Lifter.Post("/api/templates", Plans.Push(id))).Status.ShouldBe(201, "a deletion is taken back by making it again");
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
        var results = (await Lifter.Post("/api/events", Plans.Queue("SaveTemplate", """{"name":"Now"}"""))).Json["results"]!;
        results[0]!["status"]!.GetValue<string>().ShouldBe("applied");
        (await Lifter.Post($"/api/templates/from-workout/{Guid.NewGuid()}")).Status.ShouldBe(404);
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
        var id = await Lifter.Save(Plans.Push());
        using var other = await Lifter.SignUp(Server);
        var own = (await other.Post("/api/exercises", """{"name":"Mine"}""")).Json["id"]!.GetValue<string>();
        (await Lifter.Post("/api/templates", $$"""{"name":"A","exercises":[{"exerciseId":"{{own}}"}]}""")).Status.ShouldBe(404);
        (await other.Get($"/api/templates/{id}")).Status.ShouldBe(404);
        (await other.Send(HttpMethod.Put, $"/api/templates/{id}", """{"name":"A"}""")).Status.ShouldBe(404);
        (await other.Send(HttpMethod.Delete, $"/api/templates/{id}")).Status.ShouldBe(404);
        (await other.Post($"/api/templates/{id}/start")).Status.ShouldBe(404);
        (await other.Post("/api/templates", Plans.Push(Guid.Parse(id)))).Status.ShouldBe(201, "ids that clients make are per account");
    }
}
