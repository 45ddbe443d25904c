using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class MergingTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task A_duplicate_becomes_the_exercise_that_it_is()
    {
        var mine = await Own("Benching", "loadReps");
        await Lifter.Post("/api/history", Past.Workout("2024-01-01T10:00:00Z", mine, 110, 5));
        var deleted = (await Lifter.Post("/api/history", Past.Workout("2024-01-03T10:00:00Z", mine, 120, 5))).Json["id"];
        await Lifter.Send(HttpMethod.Delete, $"/api/history/{deleted}");
        await Lifter.Post("/api/history", Past.Workout("2024-01-02T10:00:00Z", "bench-press", 100, 5));
        await Lifter.Post("/api/workouts");
        await Lifter.Post("/api/workouts/current/sets", $$"""{"exerciseId":"{{mine}}","load":{"value":105,"unit":"kg"},"reps":5}""");
        (await Lifter.Post($"/api/exercises/{mine}/merge", """{"intoId":"bench-press"}""")).Json["id"]!.GetValue<string>().ShouldBe("bench-press");
        await ProjectionsAreTrue();

        (await Loads()).ShouldBe([100, 110]);
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]![0]!["exerciseId"]!.GetValue<string>().ShouldBe("bench-press");
        (await Lifter.Get($"/api/history/records?exerciseId={mine}")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await Lifter.Get($"/api/exercises/{mine}")).Json["id"]!.GetValue<string>().ShouldBe("bench-press");
        await Lifter.Post("/api/workouts/current/sets", $$"""{"exerciseId":"{{mine}}","load":{"value":106,"unit":"kg"},"reps":5}""");
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.AsArray().Count.ShouldBe(1);
        await Lifter.Post($"/api/history/{deleted}/restore");
        (await Loads()).ShouldBe([120, 100, 110]);
        (await Lifter.Events()).Count(e => e!["type"]!.GetValue<string>() == "ExerciseMerged").ShouldBe(1);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_merge_is_taken_back_whatever_happened_since()
    {
        var (mine, other) = (await Own("Benching", "loadReps"), await Own("Pressing", "loadReps"));
        await Lifter.Post("/api/history", Past.Workout("2024-01-01T10:00:00Z", mine, 110, 5));
        var deleted = (await Lifter.Post("/api/history", Past.Workout("2024-01-02T10:00:00Z", mine, 120, 5))).Json["id"];
        await Lifter.Post("/api/history", Past.Workout("2024-01-03T10:00:00Z", other, 90, 5));
        await Lifter.Post("/api/history", Past.Workout("2024-01-04T10:00:00Z", "bench-press", 100, 5));
        var before = await Everything(mine, other);
        (await Lifter.Post($"/api/exercises/{mine}/merge", $$"""{"intoId":"{{other}}"}""")).Status.ShouldBe(200);
        (await Lifter.Post($"/api/exercises/{other}/merge", """{"intoId":"bench-press"}""")).Status.ShouldBe(200);
        (await Loads()).ShouldBe([100, 90, 120, 110]);
        await Lifter.Send(HttpMethod.Delete, $"/api/history/{deleted}");
        (await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{mine}/merge")).Json["name"]!.GetValue<string>().ShouldBe("Benching");
        (await Loads()).ShouldBe([100, 90]);
        (await Lifter.Post($"/api/history/{deleted}/restore")).Status.ShouldBe(200);
        (await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{other}/merge")).Status.ShouldBe(200);
        (await Everything(mine, other)).ShouldBe(before);
        (await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{other}/merge")).Slug.ShouldBe("nothing-to-undo");
        (await Lifter.Send(HttpMethod.Delete, "/api/exercises/bench-press/merge")).Status.ShouldBe(404);
        using var stranger = await Lifter.SignUp(Server);
        (await stranger.Send(HttpMethod.Delete, $"/api/exercises/{other}/merge")).Status.ShouldBe(404);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task What_an_undo_brings_back_after_a_merge_is_what_it_was_merged_into()
    {
        await Lifter.Post("/api/history", Past.Workout("2024-01-02T10:00:00Z", "bench-press", 100, 5));
        var mine = await Own("Benching", "loadReps");
        await Lifter.Post("/api/workouts");
        var entry = await Add(mine);
        await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":95,"unit":"kg"},"reps":5}""");
        await Lifter.Send(HttpMethod.Delete, $"/api/workouts/current/exercises/{entry}");
        await Merge(mine);
        var back = (await Lifter.Post("/api/workouts/current/undo")).Json["exercises"]![0]!;
        back["exerciseId"]!.GetValue<string>().ShouldBe("bench-press");
        back["previous"]![0]!["load"]!["value"]!.GetValue<decimal>().ShouldBe(100);
        back["sets"]![0]!["records"]!.AsArray().ShouldNotContain(kind => kind!.GetValue<string>() == "maxLoad");
        await ProjectionsAreTrue();
        await Lifter.Post("/api/workouts/current/complete");
        (await Loads()).ShouldBe([95, 100]);
        (await Lifter.Get($"/api/history/records?exerciseId={mine}")).Json["items"]!.AsArray().ShouldBeEmpty();
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task What_was_replaced_or_not_yet_there_when_it_was_merged_comes_back_merged()
    {
        var (mine, other) = (await Own("Benching", "loadReps"), await Own("Pressing", "loadReps"));
        await Lifter.Post("/api/workouts");
        var entry = await Add(mine);
        (await Lifter.Send(HttpMethod.Patch, $"/api/workouts/current/exercises/{entry}", """{"exerciseId":"squat"}""")).Status.ShouldBe(200);
        await Merge(mine);
        (await Shown("undo")).ShouldBe(["bench-press"]);
        await Add(other);
        await Lifter.Post("/api/workouts/current/undo");
        await Merge(other);
        (await Shown("redo")).ShouldBe(["bench-press", "bench-press"]);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task What_an_undo_brings_back_after_a_merge_was_taken_back_is_what_it_was()
    {
        var mine = await Own("Benching", "loadReps");
        await Lifter.Post("/api/workouts");
        var entry = await Add(mine);
        await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":95,"unit":"kg"},"reps":5}""");
        await Merge(mine);
        await Lifter.Send(HttpMethod.Delete, $"/api/workouts/current/exercises/{entry}");
        await Lifter.Send(HttpMethod.Delete, $"/api/exercises/{mine}/merge");
        (await Shown("undo")).ShouldBe([mine]);
        await ProjectionsAreTrue();
        await Lifter.Post("/api/workouts/current/complete");
        (await Loads()).ShouldBeEmpty();
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task What_is_not_the_same_is_not_merged()
    {
        var mine = await Own("Holding", "time");
        (await Lifter.Post($"/api/exercises/{mine}/merge", """{"intoId":"bench-press"}""")).Slug.ShouldBe("measures-differ");
        (await Lifter.Post($"/api/exercises/{mine}/merge", $$"""{"intoId":"{{mine}}"}""")).Status.ShouldBe(400);
        (await Lifter.Post($"/api/exercises/{mine}/merge", """{"intoId":"no-such"}""")).Status.ShouldBe(404);
        (await Lifter.Post("/api/exercises/bench-press/merge", """{"intoId":"squat"}""")).Status.ShouldBe(404);
        using var other = await Lifter.SignUp(Server);
        (await other.Post($"/api/exercises/{mine}/merge", """{"intoId":"plank"}""")).Status.ShouldBe(404);
    }

    private async Task<string> Everything(params string[] exerciseIds)
    {
        var paths = exerciseIds.Append("bench-press")
            .SelectMany(id => new[] { $"/api/history/exercises/{id}", $"/api/history/records?exerciseId={id}", $"/api/exercises/{id}" })
            .Append("/api/history/stats");
        return string.Join('\n', await Task.WhenAll(paths.Select(async path => (await Lifter.Get(path)).Text)));
    }

    private async Task<string> Add(string exerciseId) =>
        (await Lifter.Post("/api/workouts/current/exercises", $$"""{"exerciseId":"{{exerciseId}}"}""")).Json["exercises"]!.AsArray()[^1]!["id"]!.GetValue<string>();

    private async Task Merge(string exerciseId) =>
        (await Lifter.Post($"/api/exercises/{exerciseId}/merge", """{"intoId":"bench-press"}""")).Status.ShouldBe(200);

    private async Task<List<string>> Shown(string step) =>
        [.. (await Lifter.Post($"/api/workouts/current/{step}")).Json["exercises"]!.AsArray().Select(entry => entry!["exerciseId"]!.GetValue<string>())];

    private async Task<string> Own(string name, string measure) =>
        (await Lifter.Post("/api/exercises", $$"""{"name":"{{name}}","measure":"{{measure}}"}""")).Json["id"]!.GetValue<string>();

    private async Task<List<decimal>> Loads() =>
        [.. (await Lifter.Get("/api/history/exercises/bench-press")).Json["items"]!.AsArray().Select(session => session!["topSet"]!["load"]!["value"]!.GetValue<decimal>())];
}
