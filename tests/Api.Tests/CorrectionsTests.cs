using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>In a correction a member that is left out stays, and null takes it away.</summary>
internal sealed class CorrectionsTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Set =
        """{"exerciseId":"bench-press","load":{"value":100,"unit":"kg"},"reps":8,"rpe":9,"side":"each","durationSeconds":30,"note":"Heavy"}""";

    [TestCase("""{"rpe":null,"note":null}""", "load reps side durationSeconds")]
    [TestCase("""{"load":null,"side":null}""", "reps rpe durationSeconds note")]
    [TestCase("""{"durationSeconds":null,"distance":null}""", "load reps rpe side note")]
    [TestCase("""{"reps":null}""", "load rpe side durationSeconds note")]
    [TestCase("""{"reps":7,"kind":null,"exerciseId":null}""", "load reps rpe side durationSeconds note")]
    public async Task What_is_null_goes_and_what_is_left_out_stays(string body, string left)
    {
        var path = await Logged();
        var before = Values(await Current());
        Values((await Lifter.Send(HttpMethod.Patch, path, body)).Json).ShouldBe(left);
        (await Current())["exercises"]![0]!["sets"]![0]!["kind"]!.GetValue<string>().ShouldBe("working");
        await ProjectionsAreTrue();
        Values((await Lifter.Post("/api/workouts/current/undo")).Json).ShouldBe(before);
    }

    [Test]
    public async Task A_queued_correction_takes_away_what_is_null()
    {
        var ids = (await Logged()).Split('/');
        var batch = new JsonObject
        {
            ["commands"] = new JsonArray(new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString(),
                ["type"] = "CorrectSet",
                ["data"] = new JsonObject { ["workoutId"] = ids[3], ["setId"] = ids[5], ["rpe"] = null },
            }),
        };
        (await Lifter.Post("/api/events", batch.ToJsonString())).Json["results"]![0]!["status"]!.GetValue<string>().ShouldBe("applied");
        Values(await Current()).ShouldBe("load reps side durationSeconds note");
    }

    [TestCase("""{"reps":null,"durationSeconds":null}""", "reps")]
    [TestCase("""{"reps":0}""", "reps")]
    [TestCase("""{"rpe":11}""", "rpe")]
    [TestCase("""{"load":{"value":5,"unit":"stone"}}""", "load")]
    [TestCase("""{"distance":{"value":-5,"unit":"m"}}""", "distance")]
    public async Task What_no_set_can_be_is_refused_by_the_name_of_its_member(string body, string member)
    {
        var answer = await Lifter.Send(HttpMethod.Patch, await Logged(), body);
        answer.Status.ShouldBe(400);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member], answer.Text);
        Values(await Current()).ShouldBe("load reps rpe side durationSeconds note");
    }

    [Test]
    public async Task A_running_workout_loses_its_name_and_its_note()
    {
        await Lifter.Post("/api/workouts", """{"name":"Push day"}""");
        await Lifter.Send(HttpMethod.Patch, "/api/workouts/current", """{"note":"Hot"}""");
        Named((await Lifter.Send(HttpMethod.Patch, "/api/workouts/current", """{"name":null}""")).Json).ShouldBe((null, "Hot"));
        Named((await Lifter.Send(HttpMethod.Patch, "/api/workouts/current", """{"note":null}""")).Json).ShouldBe((null, null));
        await Lifter.Post("/api/workouts/current/undo");
        Named((await Lifter.Post("/api/workouts/current/undo")).Json).ShouldBe(("Push day", "Hot"));
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_past_workout_loses_its_name_and_its_note()
    {
        var id = (await Lifter.Post("/api/history", Past.Workout("2024-03-10T10:00:00Z", "squat", 100, 5))).Json["id"]!.GetValue<string>();
        Named((await Lifter.Send(HttpMethod.Patch, $"/api/history/{id}", """{"name":"Legs","note":"Hot"}""")).Json).ShouldBe(("Legs", "Hot"));
        Named((await Lifter.Send(HttpMethod.Patch, $"/api/history/{id}", """{"note":null}""")).Json).ShouldBe(("Legs", null));
        Named((await Lifter.Send(HttpMethod.Patch, $"/api/history/{id}", """{"name":null}""")).Json).ShouldBe((null, null));
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task What_was_said_about_one_value_leaves_the_others()
    {
        await Logged();
        await Lifter.Say("make that 9 reps");
        Values(await Current()).ShouldBe("load reps rpe side durationSeconds note");
    }

    private static string Values(JsonNode workout)
    {
        var set = workout["exercises"]![0]!["sets"]![0]!;
        return string.Join(' ', new[] { "load", "reps", "rpe", "side", "durationSeconds", "distance", "note" }.Where(member => set[member] is not null));
    }

    private static (string? Name, string? Note) Named(JsonNode workout) => (workout["name"]?.GetValue<string>(), workout["note"]?.GetValue<string>());

    private async Task<string> Logged()
    {
        await Lifter.Post("/api/workouts");
        var logged = (await Lifter.Post("/api/workouts/current/sets", Set)).Json;
        return $"/api/workouts/{logged["workout"]!["id"]}/sets/{logged["set"]!["id"]}";
    }

    private async Task<JsonNode> Current() => (await Lifter.Get("/api/workouts/current")).Json;
}
