using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>What is sent as it was stored is what the command's answer showed.</summary>
internal sealed class ServedTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Set = """{"exerciseId":"squat","load":{"value":100.50,"unit":"kg"},"reps":5,"note":"\"workout\":{\"id\":1},\"durationSeconds\":7 größer"}""";

    [Test]
    public async Task The_running_workout_is_what_the_last_answer_showed_whatever_came_between()
    {
        await Runs(await Lifter.Post("/api/workouts", """{"name":"Tag \"eins\"}","startedAt":"2026-01-05T10:00:00Z"}"""));
        var logged = await Lifter.Post("/api/workouts/current/sets", Set);
        await Runs(logged);
        await Runs(await Lifter.Say("bench press 100 for 8"));
        await Runs(await Lifter.Post("/api/workouts/current/sets", """{"reps":7,"durationSeconds":40}"""));
        await Runs(await Lifter.Post("/api/workouts/current/undo"));
        await Runs(await Lifter.Post("/api/workouts/current/redo"));
        await Runs(await Lifter.Send(HttpMethod.Patch, "/api/workouts/current", """{"note":"heavy, \"really\""}"""));
        await Runs(await Lifter.Post("/api/workouts/current/exercises", """{"exerciseId":"plank"}"""));
        var (workout, set) = (logged.Json["workout"]!["id"]!, logged.Json["set"]!["id"]!);
        await Runs(await Lifter.Send(HttpMethod.Patch, $"/api/workouts/{workout}/sets/{set}", """{"reps":6}"""));
        var last = await Lifter.Send(HttpMethod.Delete, $"/api/workouts/{workout}/sets/{set}");
        await Runs(last);

        await Lifter.Post("/api/bodyweight", """{"weight":{"value":80,"unit":"kg"}}""");
        await Runs(last);
        await Lifter.Post("/api/history", Past.Workout("2024-02-03T10:00:00Z", "squat", 100, 5));
        await Runs(last);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_finished_workout_is_what_finishing_it_showed_alone_and_in_the_lists_and_a_discarded_one_is_gone()
    {
        await Lifter.Post("/api/workouts", """{"name":"größer","startedAt":"2026-01-05T10:00:00Z"}""");
        await Lifter.Post("/api/workouts/current/sets", Set);
        var finished = await Lifter.Post("/api/workouts/current/complete");
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(204);
        var alone = await Lifter.Get($"/api/history/{finished.Json["id"]}");
        (alone.Text, alone.ETag).ShouldBe((finished.Text, finished.ETag));
        (await Lifter.Get("/api/history")).Text.ShouldBe($$"""{"items":[{{alone.Text}}],"nextCursor":null}""");
        var session = (await Lifter.Get("/api/history/exercises/squat")).Json["items"]!.AsArray().Single()!;
        session["sets"]!.ToJsonString().ShouldBe(finished.Json["exercises"]![0]!["sets"]!.ToJsonString());
        (await Lifter.Get("/api/history/exercises/plank")).Text.ShouldBe("""{"items":[],"nextCursor":null}""");

        await Lifter.Post("/api/workouts");
        (await Lifter.Send(HttpMethod.Delete, "/api/workouts/current")).Status.ShouldBe(204);
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(204);
        await Runs(await Lifter.Post("/api/workouts/current/undo"));
        using var stranger = await Lifter.SignUp(Server);
        (await stranger.Get("/api/workouts/current")).Status.ShouldBe(204);
        (await stranger.Get($"/api/history/{finished.Json["id"]}")).Status.ShouldBe(404);
    }

    [Test]
    public async Task What_an_earlier_release_answered_is_replayed_as_it_was_and_still_shows_the_running_workout()
    {
        await Lifter.Post("/api/workouts");
        var key = Guid.NewGuid();
        var today = await Lifter.Post("/api/workouts/current/sets", Set, key);
        // Other blanks, and a member less: how it was written then.
        (await Database.Run("""UPDATE commands SET answer = replace(replace(answer, '"version":', '"version": '), '"supersetId":null,', '') WHERE answer LIKE '%"set":%'""")).ShouldBe(1);
        var then = today.Text.Replace("\"version\":", "\"version\": ", StringComparison.Ordinal).Replace("\"supersetId\":null,", "", StringComparison.Ordinal);
        then.ShouldNotBe(today.Text);
        var again = await Lifter.Post("/api/workouts/current/sets", Set, key);
        (again.Status, again.Replayed, again.Text, again.ETag).ShouldBe((201, true, then, today.ETag));
        var current = await Lifter.Get("/api/workouts/current");
        (current.Status, current.ETag).ShouldBe((200, today.ETag));
        (await Lifter.Post("/api/workouts/current/sets", Set)).Json["workout"]!["exercises"]![0]!["sets"]!.AsArray().Count.ShouldBe(2);
    }

    private async Task Runs(Answer shown)
    {
        shown.Status.ShouldBeInRange(200, 201, shown.Text);
        var current = await Lifter.Get("/api/workouts/current");
        var expected = shown.Json["workout"] ?? shown.Json;
        Timeless(current.Json).ShouldBe(Timeless(expected));
        current.ETag.ShouldBe($"\"{expected["version"]}\"");
    }

    private static string Timeless(JsonNode workout)
    {
        workout["totals"]!["durationSeconds"] = 0;
        return workout.ToJsonString();
    }
}
