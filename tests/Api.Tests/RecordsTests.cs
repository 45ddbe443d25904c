using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class RecordsTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task Each_record_names_the_set_and_the_formula_that_made_it()
    {
        await Record("2024-01-01T10:00:00Z", "bench-press", """{"load":{"value":100,"unit":"kg"},"reps":5},{"load":{"value":200,"unit":"kg"},"reps":1,"kind":"warmup"}""");
        await Record("2024-01-08T10:00:00Z", "bench-press", """{"load":{"value":80,"unit":"kg"},"reps":12},{"load":{"value":60,"unit":"kg"},"reps":30}""");
        var records = await Records("bench-press");
        One(records, "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(100);
        var estimate = One(records, "estimatedOneRepMax");
        estimate["value"]!.GetValue<decimal>().ShouldBe(116.667m);
        estimate["formula"]!.GetValue<string>().ShouldStartWith("Epley");
        estimate["set"]!["reps"]!.GetValue<int>().ShouldBe(5);
        One(records, "maxSetVolume")["value"]!.GetValue<decimal>().ShouldBe(1800);
        One(records, "maxSessionVolume")["value"]!.GetValue<decimal>().ShouldBe(2760);
        records.Where(record => record!["kind"]!.GetValue<string>() == "maxReps")
            .Select(record => (record!["atLoadKg"]!.GetValue<decimal>(), record["value"]!.GetValue<decimal>()))
            .ShouldBe([(100m, 5m), (80m, 12m), (60m, 30m)]);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Records_are_shown_in_the_unit_they_were_lifted_in()
    {
        await Record("2024-01-01T10:00:00Z", "bench-press", """{"load":{"value":225,"unit":"lb"},"reps":5}""");
        await Record("2024-01-02T10:00:00Z", "bench-press", """{"load":{"value":102,"unit":"kg"},"reps":1}""");
        var records = await Records("bench-press");
        One(records, "maxLoad")["amount"]!.ToJsonString().ShouldBe("""{"value":225,"unit":"lb"}""");
        One(records, "estimatedOneRepMax")["amount"]!.ToJsonString().ShouldBe("""{"value":262.50,"unit":"lb"}""");
        One(records, "maxSessionVolume")["amount"]!.ToJsonString().ShouldBe("""{"value":1125,"unit":"lb"}""");
    }

    [Test]
    public async Task A_session_in_pounds_has_the_volume_that_its_sets_have()
    {
        await Record("2024-01-01T10:00:00Z", "bench-press", string.Join(',', Enumerable.Repeat("""{"load":{"value":225,"unit":"lb"},"reps":5}""", 6)));
        var volume = One(await Records("bench-press"), "maxSessionVolume");
        volume["amount"]!["value"]!.GetValue<decimal>().ShouldBe(6750);
        volume["value"]!.GetValue<decimal>().ShouldBe(3061.748m);
        (await Lifter.Get("/api/history/exercises/bench-press")).Json["items"]![0]!["volumeKg"]!.GetValue<decimal>().ShouldBe(3061.748m);
        (await Lifter.Get("/api/history")).Json["items"]![0]!["totals"]!["volumeKg"]!.GetValue<decimal>().ShouldBe(3061.748m);
        (await Lifter.Get("/api/history/stats")).Json["totals"]!["volumeKg"]!.GetValue<decimal>().ShouldBe(3061.748m);
    }

    [Test]
    public async Task Less_assistance_is_better_and_more_added_weight_is()
    {
        await Record("2024-01-01T10:00:00Z", "assisted-pull-up", """{"load":{"value":-30,"unit":"kg"},"reps":8},{"load":{"value":-20,"unit":"kg"},"reps":6}""");
        (await Records("assisted-pull-up")).Where(record => record!["kind"]!.GetValue<string>() == "maxLoad")
            .Single()!["value"]!.GetValue<decimal>().ShouldBe(-20);
        await Record("2024-01-01T11:00:00Z", "pull-up", """{"reps":8},{"load":{"value":-10,"unit":"kg"},"reps":12}""");
        One(await Records("pull-up"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(0);
        await Record("2024-01-02T11:00:00Z", "pull-up", """{"load":{"value":10,"unit":"kg"},"reps":3}""");
        One(await Records("pull-up"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(10);
    }

    [Test]
    public async Task The_marks_of_later_sets_follow_when_something_earlier_changes()
    {
        var typo = (await Lifter.Post("/api/history", Past.Workout("2024-01-01T10:00:00Z", "squat", 1000, 5))).Json;
        await Record("2024-01-02T10:00:00Z", "squat", """{"load":{"value":100,"unit":"kg"},"reps":5}""");
        var latest = (await Lifter.Post("/api/workouts", """{"startedAt":"2024-01-03T10:00:00Z"}""")).Json["id"];
        await Lifter.Post("/api/workouts/current/sets", """{"exerciseId":"squat","load":{"value":105,"unit":"kg"},"reps":5}""");
        await Lifter.Post("/api/workouts/current/complete", """{"completedAt":"2024-01-03T11:00:00Z"}""");
        (await Marks()).ShouldBe(["", "", "maxLoad maxReps estimatedOneRepMax maxSetVolume"]);
        var mended = await Lifter.Send(
            HttpMethod.Patch, $"/api/workouts/{typo["id"]}/sets/{typo["exercises"]![0]!["sets"]![0]!["id"]}", """{"load":{"value":95,"unit":"kg"}}""");
        mended.Status.ShouldBe(200, mended.Text);
        const string All = "maxLoad maxReps estimatedOneRepMax maxSetVolume";
        (await Marks()).ShouldBe([All, All, All]);
        await Record("2024-01-02T09:00:00Z", "squat", """{"load":{"value":100,"unit":"kg"},"reps":5}""");
        (await Marks()).ShouldBe([All, "", All, All]);
        await Lifter.Send(HttpMethod.Delete, $"/api/history/{latest}");
        (await Marks()).ShouldBe(["", All, All]);
        (await Lifter.Post($"/api/history/{latest}/restore")).Json["exercises"]![0]!["sets"]![0]!["records"]!.AsArray().Count.ShouldBe(4);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_day_ends_with_its_first_midnight_where_two_come()
    {
        await Lifter.Send(HttpMethod.Patch, "/api/account/settings", """{"timeZone":"America/Havana"}""");
        await Record("2024-11-03T03:30:00Z", "squat", """{"load":{"value":100,"unit":"kg"},"reps":5}""");
        await Record("2024-11-03T04:30:00Z", "squat", """{"load":{"value":110,"unit":"kg"},"reps":5}""");
        One(await Records("squat", "&asOf=2024-11-02"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(100);
        One(await Records("squat", "&asOf=2024-11-03"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(110);
    }

    [Test]
    public async Task Records_are_read_as_of_any_date_over_chunks_of_history()
    {
        var workouts = Enumerable.Range(0, 120).Select(i => Past.Workout(
            new DateTime(2024, 1, 1, 10, 0, 0, DateTimeKind.Utc).AddDays(i).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), "squat", 50 + i, 5));
        (await Lifter.Post("/api/events", Past.Batch(workouts))).Json["results"]!.AsArray()
            .ShouldAllBe(result => result!["status"]!.GetValue<string>() == "applied");
        One(await Records("squat"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(169);
        One(await Records("squat", "&asOf=2024-01-31"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(80);
        One(await Records("squat", "&asOf=2024-01-31T09:00:00Z"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(79);
        (await Records("squat", "&asOf=2023-12-31")).ShouldBeEmpty();
        (await Lifter.Get("/api/history/records?exerciseId=squat&asOf=soon")).Status.ShouldBe(400);
        await Sessions();
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task The_running_workout_counts_while_it_runs()
    {
        await Record("2024-01-01T10:00:00Z", "squat", """{"load":{"value":100,"unit":"kg"},"reps":5}""");
        await Lifter.Post("/api/workouts");
        var answer = await Lifter.Post("/api/workouts/current/sets", """{"exerciseId":"squat","load":{"value":110,"unit":"kg"},"reps":5}""");
        answer.Json["records"]!.AsArray().Select(kind => kind!.GetValue<string>()).ShouldBe(["maxLoad", "maxReps", "estimatedOneRepMax", "maxSetVolume"]);
        One(await Records("squat"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(110);
        await Lifter.Send(HttpMethod.Delete, "/api/workouts/current");
        One(await Records("squat"), "maxLoad")["value"]!.GetValue<decimal>().ShouldBe(100);
    }

    [Test]
    public async Task The_same_exercise_twice_in_a_workout_sets_a_record_once()
    {
        await Lifter.Post("/api/workouts");
        await Lifter.Post("/api/workouts/current/exercises", """{"exerciseId":"squat"}""");
        await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":100,"unit":"kg"},"reps":5}""");
        await Lifter.Post("/api/workouts/current/exercises", """{"exerciseId":"squat"}""");
        var second = await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":100,"unit":"kg"},"reps":5}""");
        second.Json["records"]!.AsArray().ShouldBeEmpty();
        await Lifter.Post("/api/workouts/current/complete");
        var session = (await Lifter.Get("/api/history/exercises/squat")).Json["items"]!.AsArray().Single()!;
        (session["volumeKg"]!.GetValue<decimal>(), session["sets"]!.AsArray().Count).ShouldBe((1000m, 2));
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Records_of_all_exercises_come_in_pages()
    {
        foreach (var exerciseId in new[] { "squat", "bench-press", "deadlift" })
        {
            await Record("2024-01-01T10:00:00Z", exerciseId, """{"load":{"value":100,"unit":"kg"},"reps":5}""");
        }

        var first = (await Lifter.Get("/api/history/records?limit=2")).Json;
        var second = (await Lifter.Get($"/api/history/records?limit=2&asOf=2024-02-01&cursor={first["nextCursor"]!.GetValue<string>()}")).Json;
        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(record => record!["exerciseId"]!.GetValue<string>()).Distinct()
            .ShouldBe(["bench-press", "deadlift", "squat"]);
        second["nextCursor"].ShouldBeNull();
    }

    private async Task Sessions()
    {
        var loads = new List<decimal>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await Lifter.Get("/api/history/exercises/squat?limit=50" + cursor)).Json;
            loads.AddRange(page["items"]!.AsArray().Select(session => session!["topSet"]!["load"]!["value"]!.GetValue<decimal>()));
            cursor = page["nextCursor"] is { } next ? "&cursor=" + Uri.EscapeDataString(next.GetValue<string>()) : null;
        }

        loads.ShouldBe(Enumerable.Range(0, 120).Select(i => 169m - i));
    }

    private Task<Answer> Record(string startedAt, string exerciseId, string sets) => Lifter.Post("/api/history", Past.Workout(startedAt, exerciseId, sets));

    private async Task<JsonArray> Records(string exerciseId, string more = "") =>
        (await Lifter.Get($"/api/history/records?exerciseId={exerciseId}{more}")).Json["items"]!.AsArray();

    private static JsonNode One(JsonArray records, string kind) => records.Single(record => record!["kind"]!.GetValue<string>() == kind)!;

    // Of each workout, newest first, as its session and as history shows them.
    private async Task<List<string>> Marks()
    {
        var workouts = (await Lifter.Get("/api/history")).Json["items"]!.AsArray().Select(workout => MarksOf(workout!["exercises"]![0]!)).ToList();
        var sessions = (await Lifter.Get("/api/history/exercises/squat")).Json["items"]!.AsArray().Select(session => MarksOf(session!));
        workouts.ShouldBe(sessions);
        return workouts;
    }

    private static string MarksOf(JsonNode sets) =>
        string.Join(' ', sets["sets"]!.AsArray().SelectMany(set => set!["records"]!.AsArray()).Select(record => record!.GetValue<string>()));
}
