using System.Text.Json.Nodes;
using TitanTrakr.Api.Tests.Exchange;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class ExercisesTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task The_account_sets_how_it_does_an_exercise_of_the_library_and_makes_it_as_usual_again()
    {
        var changed = await Change("bench-press", """{"step":{"value":5,"unit":"lb"},"barLoad":{"value":45,"unit":"lb"},"restSeconds":180,"unit":"lb"}""");
        (changed["unit"]!.GetValue<string>(), changed["restSeconds"]!.GetValue<int>()).ShouldBe(("lb", 180));
        (await Change("bench-press", """{"equipment":"smith machine","restSeconds":null}"""))["restSeconds"].ShouldBeNull();
        var read = (await Lifter.Get("/api/exercises/bench-press")).Json;
        (read["equipment"]!.GetValue<string>(), read["barLoad"]!["value"]!.GetValue<int>()).ShouldBe(("smith machine", 45));
        var listed = (await Lifter.Get("/api/exercises?query=bench press&equipment=smith machine")).Json["items"]!.AsArray();
        listed[0]!["id"]!.GetValue<string>().ShouldBe("bench-press");
        var usual = await Change("bench-press", """{"equipment":null,"step":null,"barLoad":null,"unit":null}""");
        (usual["equipment"]!.GetValue<string>(), usual["step"]).ShouldBe(("barbell", null));
        using var other = await Lifter.SignUp(Server);
        (await other.Get("/api/exercises/bench-press")).Json["equipment"]!.GetValue<string>().ShouldBe("barbell");
        (await Patch("bench-press", """{"name":"Mine"}""")).Json["errors"]!["name"].ShouldNotBeNull();
        await ProjectionsAreTrue();
    }

    [TestCase(1_000_000)]
    [TestCase(int.MaxValue)]
    public async Task Past_the_end_of_the_list_nothing_follows(int cursor)
    {
        var page = (await Lifter.Get($"/api/exercises?cursor={cursor}")).Json;
        page["items"]!.AsArray().ShouldBeEmpty();
        page["nextCursor"].ShouldBeNull();
    }

    [Test]
    public async Task Ones_own_exercise_is_renamed_in_the_running_workout_archived_and_brought_back()
    {
        var id = await Make("Cable Y-raise");
        await Lifter.Post("/api/workouts");
        await Lifter.Post("/api/workouts/current/exercises", $$"""{"exerciseId":"{{id}}"}""");
        await Change(id, """{"name":"Y-raise","aliases":["y"],"step":{"value":1.25,"unit":"kg"}}""");
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]![0]!["name"]!.GetValue<string>().ShouldBe("Y-raise");
        (await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{id}")).Slug.ShouldBe("exercise-in-use");
        await Lifter.Post("/api/workouts/current/complete");
        (await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{id}")).Status.ShouldBe(204);
        (await Found("?query=Y-raise")).ShouldNotContain(id);
        (await Found("?archived=true")).ShouldBe([id]);
        (await Lifter.Get($"/api/exercises/{id}")).Json["archived"]!.GetValue<bool>().ShouldBeTrue();
        var back = (await Lifter.Post($"/api/exercises/{id}/unarchive")).Json;
        (back["archived"]!.GetValue<bool>(), back["step"]!["value"]!.GetValue<decimal>()).ShouldBe((false, 1.25m));
        (await Lifter.Post($"/api/exercises/{id}/unarchive")).Status.ShouldBe(404);
        (await Found("?query=Y-raise")).ShouldContain(id);
        using var other = await Lifter.SignUp(Server);
        (await other.Send(HttpMethod.Patch, $"/api/exercises/{id}", """{"name":"x"}""")).Status.ShouldBe(404);
        (await other.Post($"/api/exercises/{id}/unarchive")).Status.ShouldBe(404);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_measure_changes_until_sets_were_logged_that_would_not_fit()
    {
        var id = await Make("Wall sit");
        (await Change(id, """{"measure":"time"}"""))["measure"]!.GetValue<string>().ShouldBe("time");
        await Lifter.Post("/api/workouts");
        await Lifter.Post("/api/workouts/current/sets", $$"""{"exerciseId":"{{id}}","durationSeconds":60}""");
        await Lifter.Post("/api/workouts/current/complete");
        var refused = await Patch(id, """{"measure":"distanceTime"}""");
        refused.Status.ShouldBe(200, "a set with a time is one of distance and time as well");
        await Lifter.Post("/api/workouts");
        await Lifter.Post("/api/workouts/current/sets", $$"""{"exerciseId":"{{id}}","distance":{"value":5,"unit":"m"} }""");
        var running = await Patch(id, """{"measure":"time"}""");
        (running.Status, running.Slug).ShouldBe((409, "measure-in-use"), running.Text);
        running.Json["detail"]!.GetValue<string>().ShouldContain("Say how long it was.");
        await Lifter.Post("/api/workouts/current/complete");
        (await Patch(id, """{"measure":"time"}""")).Slug.ShouldBe("measure-in-use");
    }

    [Test]
    public async Task Progress_goes_by_the_step_and_the_bar_of_the_exercise()
    {
        await Change("bench-press", """{"step":{"value":5,"unit":"kg"},"barLoad":{"value":15,"unit":"kg"}}""");
        var template = (await Lifter.Post("/api/templates", """
            {"name":"Push","exercises":[{"exerciseId":"bench-press","target":{"sets":1,"reps":{"min":5,"max":8},"load":{"value":60,"unit":"kg"}},"progress":{"add":{"value":1,"unit":"kg"}}}]}
            """)).Json["id"];
        await Lifter.Post($"/api/templates/{template}/start");
        await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":60,"unit":"kg"},"reps":8}""");
        await Lifter.Post("/api/workouts/current/complete");
        var next = (await Lifter.Post($"/api/templates/{template}/start")).Json["exercises"]![0]!;
        next["target"]!["load"]!["value"]!.GetValue<decimal>().ShouldBe(65);
        next["suggestion"]!["reason"]!.GetValue<string>().ShouldBe("Last time the one planned set reached 8 reps at 60 kg: 5 kg more.");
    }

    [TestCase("""{"step":{"value":0,"unit":"kg"}}""", "step")]
    [TestCase("""{"barLoad":{"value":-1,"unit":"kg"}}""", "barLoad")]
    [TestCase("""{"barLoad":{"value":1e9,"unit":"kg"}}""", "barLoad")]
    [TestCase("""{"restSeconds":-1}""", "restSeconds")]
    [TestCase("""{"restSeconds":99999}""", "restSeconds")]
    [TestCase("""{"equipment":" "}""", "equipment")]
    [TestCase("""{"aliases":[null]}""", "aliases")]
    public async Task A_bad_preference_is_a_named_problem_and_writes_nothing(string body, string member)
    {
        var answer = await Patch("bench-press", body);
        (answer.Status, answer.Slug).ShouldBe((400, "validation"), answer.Text);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member]);
        (await Lifter.Events()).ShouldBeEmpty();
    }

    [TestCase("""{"name":"A","primaryMuscle":"pecs"}""", "primaryMuscle")]
    [TestCase("""{"name":"A","primaryMuscle":"Chest"}""", "primaryMuscle")]
    [TestCase("""{"name":"A","secondaryMuscles":["abs","nose"]}""", "secondaryMuscles")]
    [TestCase("""{"name":"A","secondaryMuscles":["abs","abs"]}""", "secondaryMuscles")]
    public async Task Muscles_are_words_that_statistics_know(string body, string member)
    {
        var answer = await Lifter.Post("/api/exercises", body);
        (answer.Status, answer.Slug).ShouldBe((400, "validation"), answer.Text);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member]);
        answer.Json["errors"]![member]![0]!.GetValue<string>().ShouldContain("side delts");
        (await Lifter.Events()).ShouldBeEmpty();
    }

    [Test]
    public async Task An_account_keeps_five_hundred_exercises_of_its_own()
    {
        (await Lifter.Import(Strangers(501))).Slug.ShouldBe("too-many-exercises");
        (await Lifter.Events()).ShouldBeEmpty();
        (await Lifter.Import(Strangers(500))).Status.ShouldBe(200);
        (await Lifter.Post("/api/exercises", """{"name":"One more"}""")).Slug.ShouldBe("too-many-exercises");
        var id = (await Found("?query=Oddity 7")).First();
        (await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{id}")).Status.ShouldBe(204);
        (await Lifter.Post("/api/exercises", """{"name":"One more"}""")).Status.ShouldBe(201);
        (await Lifter.Post($"/api/exercises/{id}/unarchive")).Slug.ShouldBe("too-many-exercises");
    }

    private static string Strangers(int count) => "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n" + string.Concat(
        Enumerable.Range(0, count).Select(i => $"2025-01-{(i / 25) + 1:00} 10:00:00,Day,Oddity {i},1,10,kg,5\n"));

    private Task<Answer> Patch(string id, string body) => Lifter.Send(HttpMethod.Patch, $"/api/exercises/{id}", body);

    private async Task<JsonNode> Change(string id, string body)
    {
        var answer = await Patch(id, body);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }

    private async Task<string> Make(string name) =>
        (await Lifter.Post("/api/exercises", new JsonObject { ["name"] = name }.ToJsonString())).Json["id"]!.GetValue<string>();

    private async Task<IEnumerable<string>> Found(string query) =>
        (await Lifter.Get("/api/exercises" + query)).Json["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>());
}
