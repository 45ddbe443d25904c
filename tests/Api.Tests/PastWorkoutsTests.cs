using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class PastWorkoutsTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Body =
        """
        {"id":"0197b3a0-0000-7000-8000-000000000001","name":"Long ago","startedAt":"2024-02-03T10:00:00Z","completedAt":"2024-02-03T11:00:00Z","note":"Hot",
         "exercises":[
          {"exerciseId":"squat","note":"Deep","sets":[{"load":{"value":100,"unit":"kg"},"reps":5},{"load":{"value":110,"unit":"kg"},"reps":3}]},
          {"exerciseId":"bench-press","sets":[{"load":{"value":185,"unit":"lb"},"reps":5,"loggedAt":"2024-02-03T10:30:00Z"}]},
          {"exerciseId":"squat","sets":[{"load":{"value":90,"unit":"kg"},"reps":8}]}]}
        """;

    [Test]
    public async Task A_whole_past_workout_is_logged_at_once_and_counts_at_once()
    {
        var recorded = await Lifter.Post("/api/history", Body);
        recorded.Status.ShouldBe(201);
        recorded.ETag.ShouldBe("\"1\"");
        var history = (await Lifter.Get("/api/history")).Json["items"]!.AsArray();
        history.Single()!["exercises"]!.AsArray().Select(entry => entry!["exerciseId"]!.GetValue<string>()).ShouldBe(["squat", "bench-press", "squat"]);
        var records = (await Lifter.Get("/api/history/records?exerciseId=squat")).Json["items"]!.AsArray();
        records.First(record => record!["kind"]!.GetValue<string>() == "maxLoad")!["value"]!.GetValue<decimal>().ShouldBe(110);
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(204);
        (await Lifter.Events()).Select(e => e!["type"]!.GetValue<string>()).ShouldBe(["WorkoutRecorded"]);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_running_workout_goes_on_while_a_past_one_is_logged()
    {
        await Lifter.Post("/api/workouts");
        await Lifter.Say("squat 80 for 5");
        await Lifter.Post("/api/history", Body);
        var current = (await Lifter.Get("/api/workouts/current")).Json;
        current["exercises"]![0]!["sets"]!.AsArray().Count.ShouldBe(1);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task An_id_is_taken_once()
    {
        await Lifter.Post("/api/history", Body);
        (await Lifter.Post("/api/history", Body)).Slug.ShouldBe("id-taken");
        using var other = await Lifter.SignUp(Server);
        (await other.Post("/api/history", Body)).Status.ShouldBe(201);
    }

    [Test]
    public async Task The_offline_queue_takes_it_too()
    {
        var batch = $$"""{"commands":[{"id":"{{Guid.NewGuid()}}","type":"RecordWorkout","data":{{Body}}}]}""";
        (await Lifter.Post("/api/events", batch)).Json["results"]![0]!["status"]!.GetValue<string>().ShouldBe("applied");
        (await Lifter.Post("/api/events", batch)).Json["results"]![0]!["status"]!.GetValue<string>().ShouldBe("duplicate");
    }

    [TestCase("""{"startedAt":"2024-02-03T10:00:00Z","completedAt":"2024-02-03T09:00:00Z","exercises":[]}""", "completedAt")]
    [TestCase("""{"exercises":[]}""", "startedAt")]
    [TestCase("""{"startedAt":"1999-02-03T10:00:00Z","exercises":[]}""", "startedAt")]
    [TestCase("""{"startedAt":"2024-02-03T10:00:00Z"}""", "exercises")]
    [TestCase("""{"startedAt":"2024-02-03T10:00:00Z","exercises":[null]}""", "exercises[0]")]
    [TestCase("""{"startedAt":"2024-02-03T10:00:00Z","exercises":[{"exerciseId":"squat","sets":[null]}]}""", "exercises[0].sets[0]")]
    [TestCase("""{"startedAt":"2024-02-03T10:00:00Z","exercises":[{"exerciseId":"squat","sets":[{"load":{"value":5,"unit":"kg"}}]}]}""", "exercises[0].sets[0].reps")]
    [TestCase("""{"startedAt":"2024-02-03T10:00:00Z","exercises":[{"exerciseId":"squat","sets":[{"durationSeconds":-5}]}]}""", "exercises[0].sets[0].durationSeconds")]
    public async Task What_can_not_be_is_400_and_names_the_member(string body, string member)
    {
        var answer = await Lifter.Post("/api/history", body);
        answer.Status.ShouldBe(400);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member]);
        (await Lifter.Events()).Count.ShouldBe(0);
    }

    [Test]
    public async Task A_deleted_workout_is_gone_from_everywhere_until_it_is_restored()
    {
        var id = await Record("2024-02-03T10:00:00Z", "squat", 100, 5);
        await Record("2024-02-05T10:00:00Z", "squat", 90, 5);
        var before = await Everything();
        (await Lifter.Send(HttpMethod.Delete, $"/api/history/{id}")).Status.ShouldBe(204);
        (await Lifter.Get($"/api/history/{id}")).Status.ShouldBe(404);
        (await MaxLoad("squat")).ShouldBe(90);
        (await Lifter.Get("/api/history/stats")).Json["totals"]!["sessions"]!.GetValue<int>().ShouldBe(1);
        (await Lifter.Send(HttpMethod.Delete, $"/api/history/{id}")).Status.ShouldBe(404);
        await ProjectionsAreTrue();
        (await Lifter.Post($"/api/history/{id}/restore")).Status.ShouldBe(200);
        (await Everything()).ShouldBe(before);
        (await Lifter.Post($"/api/history/{id}/restore")).Status.ShouldBe(200);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task The_id_of_a_deleted_workout_starts_no_other_so_that_it_can_come_back()
    {
        var id = await Record("2024-02-03T10:00:00Z", "squat", 100, 5);
        await Lifter.Send(HttpMethod.Delete, $"/api/history/{id}");
        (await Lifter.Post("/api/workouts", $$"""{"id":"{{id}}"}""")).Slug.ShouldBe("id-taken");
        (await Lifter.Post($"/api/history/{id}/restore")).Json["startedAt"]!.GetValue<string>().ShouldBe("2024-02-03T10:00:00Z");
        (await Lifter.Post("/api/workouts", $$"""{"id":"{{id}}"}""")).Slug.ShouldBe("id-taken");
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Backdating_a_workout_reorders_history_records_and_statistics()
    {
        var later = await Record("2024-03-10T10:00:00Z", "squat", 100, 5);
        await Record("2024-03-05T10:00:00Z", "squat", 100, 5);
        var answer = await Lifter.Send(
            HttpMethod.Patch, $"/api/history/{later}", """{"name":"Earlier","startedAt":"2024-02-01T10:00:00Z","completedAt":"2024-02-01T11:30:00Z"}""");
        answer.Json["name"]!.GetValue<string>().ShouldBe("Earlier");
        answer.Json["totals"]!["durationSeconds"]!.GetValue<int>().ShouldBe(5400);
        var items = (await Lifter.Get("/api/history")).Json["items"]!.AsArray();
        items[1]!["id"]!.GetValue<string>().ShouldBe(later);
        var record = (await Records("squat")).First(found => found!["kind"]!.GetValue<string>() == "maxLoad")!;
        record["workoutId"]!.GetValue<string>().ShouldBe(later);
        record["achievedAt"]!.GetValue<string>().ShouldBe("2024-02-01T10:00:00Z");
        var months = (await Lifter.Get("/api/history/stats?bucket=month")).Json["items"]!.AsArray();
        months.Select(month => month!["start"]!.GetValue<string>()).ShouldBe(["2024-02-01", "2024-03-01"]);
        await ProjectionsAreTrue();
    }

    [TestCase("""{"startedAt":"2024-03-10T12:00:00Z"}""", 400)]
    [TestCase("""{"completedAt":"2024-03-10T09:00:00Z"}""", 400)]
    [TestCase("""{"startedAt":"1980-03-10T12:00:00Z"}""", 400)]
    [TestCase("""{"name":""}""", 400)]
    public async Task A_past_workout_never_ends_before_it_starts(string body, int status)
    {
        var id = await Record("2024-03-10T10:00:00Z", "squat", 100, 5);
        (await Lifter.Send(HttpMethod.Patch, $"/api/history/{id}", body)).Status.ShouldBe(status);
        (await Lifter.Events()).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_change_on_an_old_version_is_refused()
    {
        var id = await Record("2024-03-10T10:00:00Z", "squat", 100, 5);
        var tag = (await Lifter.Get($"/api/history/{id}")).ETag;
        (await Lifter.Send(HttpMethod.Patch, $"/api/history/{id}", """{"note":"One"}""", ifMatch: tag)).Status.ShouldBe(200);
        (await Lifter.Send(HttpMethod.Patch, $"/api/history/{id}", """{"note":"Two"}""", ifMatch: tag)).Slug.ShouldBe("version-conflict");
        (await Lifter.Send(HttpMethod.Delete, $"/api/history/{id}", ifMatch: tag)).Slug.ShouldBe("version-conflict");
    }

    [Test]
    public async Task A_finished_workout_goes_on_unless_another_runs()
    {
        var id = await Record("2024-03-10T10:00:00Z", "squat", 100, 5);
        await Lifter.Post("/api/workouts");
        (await Lifter.Post($"/api/history/{id}/resume")).Slug.ShouldBe("workout-already-active");
        await Lifter.Send(HttpMethod.Delete, "/api/workouts/current");
        (await Lifter.Post($"/api/history/{id}/resume")).Status.ShouldBe(200);
        (await Lifter.Get("/api/history")).Json["items"]!.AsArray().ShouldBeEmpty();
        await Lifter.Post("/api/workouts/current/sets", """{"exerciseId":"squat","load":{"value":120,"unit":"kg"},"reps":3}""");
        await Lifter.Post("/api/workouts/current/complete", """{"completedAt":"2024-03-10T11:00:00Z"}""");
        (await MaxLoad("squat")).ShouldBe(120);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Exercises_of_a_past_workout_are_added_replaced_reordered_and_removed()
    {
        var id = await Record("2024-03-10T10:00:00Z", "squat", 100, 5);
        var added = await Lifter.Post($"/api/workouts/{id}/exercises", """{"exerciseId":"bench-press"}""");
        added.Status.ShouldBe(201);
        var entries = added.Json["exercises"]!.AsArray().Select(entry => entry!["id"]!.GetValue<string>()).ToList();
        await Lifter.Send(HttpMethod.Put, $"/api/workouts/{id}/exercises/order", $$"""{"order":["{{entries[1]}}","{{entries[0]}}"]}""");
        await Lifter.Send(HttpMethod.Patch, $"/api/workouts/{id}/exercises/{entries[0]}", """{"exerciseId":"front-squat"}""");
        (await Records("squat")).ShouldBeEmpty();
        (await MaxLoad("front-squat")).ShouldBe(100);
        (await Lifter.Send(HttpMethod.Delete, $"/api/workouts/{id}/exercises/{entries[0]}")).Status.ShouldBe(200);
        (await Records("front-squat")).ShouldBeEmpty();
        using var other = await Lifter.SignUp(Server);
        (await other.Post($"/api/workouts/{id}/exercises", """{"exerciseId":"bench-press"}""")).Status.ShouldBe(404);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Pages_are_filtered_by_time_and_exercise_and_neither_lose_nor_repeat()
    {
        for (var day = 1; day <= 7; day++)
        {
            await Record($"2024-03-{day:00}T10:00:00Z", day % 2 == 0 ? "squat" : "bench-press", 100, 5);
            await Record($"2024-03-{day:00}T10:00:00Z", "deadlift", 100, 5);
        }

        (await Page("/api/history?limit=3")).Count.ShouldBe(14);
        (await Page("/api/history?limit=2&exerciseId=bench-press")).ShouldBe(
            ["2024-03-07T10:00:00Z", "2024-03-05T10:00:00Z", "2024-03-03T10:00:00Z", "2024-03-01T10:00:00Z"]);
        (await Page("/api/history?limit=2&exerciseId=deadlift&after=2024-03-03T10:00:00Z&before=2024-03-05T10:00:00Z")).ShouldBe(
            ["2024-03-04T10:00:00Z", "2024-03-03T10:00:00Z"]);
    }

    [Test]
    public async Task The_past_of_another_account_is_not_there()
    {
        var id = await Record("2024-03-10T10:00:00Z", "squat", 100, 5);
        using var other = await Lifter.SignUp(Server);
        (await other.Send(HttpMethod.Patch, $"/api/history/{id}", "{}")).Status.ShouldBe(404);
        (await other.Send(HttpMethod.Delete, $"/api/history/{id}")).Status.ShouldBe(404);
        (await other.Post($"/api/history/{id}/restore")).Status.ShouldBe(404);
        (await other.Post($"/api/history/{id}/resume")).Status.ShouldBe(404);
        (await other.Get("/api/history/exercises/squat")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    private async Task<string> Record(string startedAt, string exerciseId, int load, int reps) =>
        (await Lifter.Post("/api/history", Past.Workout(startedAt, exerciseId, load, reps))).Json["id"]!.GetValue<string>();

    private async Task<System.Text.Json.Nodes.JsonArray> Records(string exerciseId) =>
        (await Lifter.Get($"/api/history/records?exerciseId={exerciseId}")).Json["items"]!.AsArray();

    private async Task<decimal> MaxLoad(string exerciseId) =>
        (await Records(exerciseId)).First(record => record!["kind"]!.GetValue<string>() == "maxLoad")!["value"]!.GetValue<decimal>();

    private async Task<string> Everything() => string.Join('\n', await Task.WhenAll(
        new[] { "/api/history/records?exerciseId=squat", "/api/history/exercises/squat", "/api/history/stats" }.Select(async path => (await Lifter.Get(path)).Text)));

    private async Task<List<string>> Page(string path)
    {
        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await Lifter.Get(path + cursor)).Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => item!["startedAt"]!.GetValue<string>()));
            cursor = page["nextCursor"] is { } next ? "&cursor=" + Uri.EscapeDataString(next.GetValue<string>()) : null;
        }

        return seen;
    }
}
