using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class StatisticsTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task Sums_follow_the_days_of_the_accounts_time_zone()
    {
        await Record("2024-03-31T22:30:00Z", "bench-press", """{"load":{"value":100,"unit":"kg"},"reps":5},{"load":{"value":50,"unit":"kg"},"reps":10,"kind":"warmup"}""");
        await Record("2024-03-31T10:00:00Z", "bench-press", """{"load":{"value":100,"unit":"kg"},"reps":5}""");
        (await Starts("day")).ShouldBe(["2024-03-31"]);
        await Lifter.Send(HttpMethod.Patch, "/api/account/settings", """{"timeZone":"Europe/Berlin"}""");
        (await Starts("day")).ShouldBe(["2024-03-31", "2024-04-01"]);
        (await Starts("week")).ShouldBe(["2024-03-25", "2024-04-01"]);
        (await Starts("month")).ShouldBe(["2024-03-01", "2024-04-01"]);
        var april = (await Lifter.Get("/api/history/stats?from=2024-04-01&to=2024-04-30&bucket=month")).Json;
        april["totals"]!["volumeKg"]!.GetValue<decimal>().ShouldBe(500);
        april["totals"]!["sets"]!.GetValue<int>().ShouldBe(1);
        april["totals"]!["durationSeconds"]!.GetValue<int>().ShouldBe(3600);
        april["timeZone"]!.GetValue<string>().ShouldBe("Europe/Berlin");
        var muscles = april["items"]![0]!["setsPerMuscle"]!.AsObject();
        muscles["chest"]!.GetValue<decimal>().ShouldBe(1);
        muscles["triceps"]!.GetValue<decimal>().ShouldBe(0.5m);
    }

    [Test]
    public async Task A_streak_is_weeks_in_a_row_up_to_now()
    {
        foreach (var weeks in new[] { 1, 2, 3, 5 })
        {
            await Record(DateTime.UtcNow.AddDays(-7 * weeks).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), "squat", """{"reps":5}""");
        }

        (await Lifter.Get("/api/history/stats?from=2024-01-01&to=2024-01-02")).Json["streakWeeks"]!.GetValue<int>().ShouldBe(3);
        await Lifter.Post("/api/workouts");
        await Lifter.Post("/api/workouts/current/complete");
        (await Lifter.Get("/api/history/stats")).Json["streakWeeks"]!.GetValue<int>().ShouldBe(4);
    }

    [Test]
    public async Task They_follow_what_changes_in_the_past()
    {
        var done = (await Record("2024-03-31T10:00:00Z", "squat", """{"load":{"value":100.125,"unit":"lb"},"reps":5},{"load":{"value":100,"unit":"kg"},"reps":5}""")).Json;
        var set = done["exercises"]![0]!["sets"]![0]!["id"];
        await Lifter.Send(HttpMethod.Delete, $"/api/workouts/{done["id"]}/sets/{set}");
        (await Lifter.Get("/api/history/stats")).Json["totals"]!["volumeKg"]!.GetValue<decimal>().ShouldBe(500);
        await Lifter.Send(HttpMethod.Delete, $"/api/history/{done["id"]}");
        (await Lifter.Get("/api/history/stats")).Json["items"]!.AsArray().ShouldBeEmpty();
        await ProjectionsAreTrue();
    }

    [TestCase("from=2024-13-01", "from")]
    [TestCase("to=x", "to")]
    [TestCase("bucket=year", "bucket")]
    public async Task What_can_not_be_asked_is_400(string query, string member)
    {
        var answer = await Lifter.Get("/api/history/stats?" + query);
        (answer.Status, answer.Json["errors"]!.AsObject().Single().Key).ShouldBe((400, member));
    }

    private Task<Answer> Record(string startedAt, string exerciseId, string sets) => Lifter.Post("/api/history", Past.Workout(startedAt, exerciseId, sets));

    private async Task<List<string>> Starts(string bucket) =>
        [.. (await Lifter.Get($"/api/history/stats?bucket={bucket}")).Json["items"]!.AsArray().Select(item => item!["start"]!.GetValue<string>())];
}
