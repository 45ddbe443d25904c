using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Exchange;

internal sealed class ExportTests(Provider provider) : FrontDoorTest(provider)
{
    private static readonly string[] Texts = ["=1+1", "+49", "-5 kg next time", "@home", "'quoted", "'=x", "a,b;c", "say \"hi\"", "two\nlines", "ümläut 💪", " blank "];

    [Test]
    public async Task Our_own_export_gives_an_empty_account_the_same_history_records_and_statistics()
    {
        var own = (await Lifter.Post("/api/exercises", """{"name":"Jefferson Curl","equipment":"barbell","primaryMuscle":"hamstrings","secondaryMuscles":["abs","grip"]}""")).Json.Text("id");
        foreach (var workout in Workouts(own))
        {
            (await Lifter.Post("/api/history", workout)).Status.ShouldBe(201);
        }

        var exported = await Lifter.Export("titan");
        using var other = await Lifter.SignUp(Server);
        var report = (await other.Import(exported)).Json;
        report.Count("doubtCount").ShouldBe(0, report["doubts"]!.ToJsonString());
        Same(await other.History(), await Lifter.History());
        await SameSums(other, own);
        (await other.Export("titan")).ShouldBe(exported);
        (await Lifter.Import(exported)).Json.Count("workouts").ShouldBe(0);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Plans_suggestions_supersets_skips_and_what_was_logged_late_come_along()
    {
        const string Two = "00000000-0000-0000-0000-000000000002";
        var template = (await Lifter.Post("/api/templates", $$$"""
            {"name":"Push","exercises":[
             {"exerciseId":"bench-press","supersetId":"{{{Two}}}","note":"=slow; \"paused\"","target":{"sets":1,"reps":{"min":5,"max":8},"load":{"value":60,"unit":"kg"},"rpe":8,"restSeconds":90},"progress":{"add":{"value":2.5,"unit":"kg"} } },
             {"exerciseId":"rowing-machine","supersetId":"{{{Two}}}","target":{"durationSeconds":300,"distance":{"value":1.5,"unit":"km"} } },
             {"exerciseId":"plank"},
             {"exerciseId":"squat","target":{"perSet":[{"kind":"warmup","reps":{"min":8,"max":8},"load":{"value":60,"unit":"kg"}},{"reps":{"min":3,"max":5},"load":{"value":100,"unit":"kg"},"restSeconds":180},{}]}}]}
            """)).Json["id"];
        for (var day = 1; day <= 2; day++)
        {
            var started = (await Lifter.Post("/api/workouts", $$"""{"templateId":"{{template}}","startedAt":"2025-03-{{day * 10:00}}T10:00:00Z"}""")).Json;
            await Lifter.Post("/api/workouts/current/sets", """{"load":{"value":60,"unit":"kg"},"reps":8,"note":"a=b; c"}""");
            await Lifter.Send(HttpMethod.Patch, $"/api/workouts/current/exercises/{started["exercises"]![2]!["id"]}", """{"skipped":true}""");
            (await Lifter.Post("/api/workouts/current/complete", $$"""{"completedAt":"2025-03-{{day * 10:00}}T11:00:00Z"}""")).Status.ShouldBe(200);
        }

        await Lifter.Post("/api/history", Past.Workout("2025-03-05T10:00:00Z", "bench-press", """{"load":{"value":150,"unit":"lb"},"reps":3},{"load":{"value":40,"unit":"kg"},"reps":12}"""));
        var history = await Lifter.History();
        history[2].Entries()[0]["suggestion"]!.Text("reason").ShouldContain("2.5 kg more");
        using var other = await Lifter.SignUp(Server);
        var exported = await Lifter.Export("titan");
        (await other.Import(exported)).Json.Count("doubtCount").ShouldBe(0);
        Same(await other.History(), history);
        await SameSums(other, "bench-press");
        (await other.Export("titan")).ShouldBe(exported);
        await ProjectionsAreTrue();
    }

    [TestCase("strong")]
    [TestCase("hevy")]
    public async Task What_we_export_for_other_apps_we_read_again(string format)
    {
        var own = (await Lifter.Post("/api/exercises", """{"name":"Jefferson Curl"}""")).Json.Text("id");
        foreach (var workout in Workouts(own))
        {
            await Lifter.Post("/api/history", workout);
        }

        var exported = await Lifter.Export(format);
        var here = (await Lifter.Import(exported)).Json;
        (here.Count("workouts"), here.Count("changed")).ShouldBe((0, 0), here.ToJsonString());
        using var other = await Lifter.SignUp(Server);
        (await other.Import(exported)).Json.Count("doubtCount").ShouldBe(0);
        var (mine, theirs) = (await Lifter.History(), await other.History());
        theirs.Select(workout => workout["totals"]!.Count("sets")).ShouldBe(mine.Select(workout => workout["totals"]!.Count("sets")));
        theirs.Select(workout => workout["totals"]!.Count("reps")).ShouldBe(mine.Select(workout => workout["totals"]!.Count("reps")));
        theirs.Zip(mine).ShouldAllBe(pair => Math.Abs(Volume(pair.First) - Volume(pair.Second)) <= 1);
    }

    [TestCase("titan", ',')]
    [TestCase("strong", ';')]
    [TestCase("hevy", ',')]
    public async Task No_cell_of_an_export_begins_like_a_formula(string format, char delimiter)
    {
        foreach (var workout in Workouts("squat"))
        {
            await Lifter.Post("/api/history", workout);
        }

        foreach (var line in (await Lifter.Export(format)).Split("\r\n"))
        {
            line.Split(delimiter).Select(cell => cell.TrimStart('"')).ShouldAllBe(cell => cell.Length == 0 || !"=+@".Contains(cell[0]));
        }
    }

    [Test]
    public async Task Random_workouts_come_back_as_they_were()
    {
        foreach (var day in new[] { 3, 1, 2, 9, 12, 4, 5, 11, 6, 7, 10, 8 })
        {
            var workout = RandomWorkout(day).Sample(12, 1).First();
            (await Lifter.Post("/api/history", workout)).Status.ShouldBe(201, workout);
        }

        using var other = await Lifter.SignUp(Server);
        (await other.Import(await Lifter.Export("titan"))).Json.Count("workouts").ShouldBe(12);
        Same(await other.History(), await Lifter.History());
        await SameSums(other, "pull-up");
    }

    [Test]
    public async Task A_year_of_training_comes_in_with_one_request_within_seconds()
    {
        var file = new StringBuilder("Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n");
        string[] exercises = ["Squat", "Bench Press", "Deadlift", "Overhead Press", "Barbell Row"];
        for (var day = 0; day < 200; day++)
        {
            for (var set = 0; set < 25; set++)
            {
                file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{new DateTime(2025, 1, 1, 18, 0, 0).AddDays(day):yyyy-MM-dd HH:mm:ss},Day {day},{exercises[set / 5]},{(set % 5) + 1},{60 + (day / 4)},kg,{5 + (set % 3)}\n");
            }
        }

        var watch = Stopwatch.StartNew();
        var report = (await Lifter.Import(file.ToString())).Json;
        (report.Count("workouts"), report.Count("sets")).ShouldBe((200, 5000));
        TestContext.Out.WriteLine($"5,000 rows in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        (await Lifter.Send(HttpMethod.Delete, $"/api/imports/{report.Text("importId")}")).Status.ShouldBe(200);
        TestContext.Out.WriteLine($"taken back in {watch.Elapsed.TotalSeconds:0.0} s");
        (await Lifter.History()).Count.ShouldBe(0);
    }

    private static decimal Volume(JsonNode workout) => workout["totals"]!["volumeKg"]!.GetValue<decimal>();

    // A version counts the events that made it, which are an account's own.
    private static void Same(List<JsonNode> theirs, List<JsonNode> mine) => theirs.Select(Unversioned).ShouldBe(mine.Select(Unversioned));

    private static string Unversioned(JsonNode workout)
    {
        var copy = workout.DeepClone();
        copy.AsObject().Remove("version");
        return copy.ToJsonString();
    }

    private async Task SameSums(Lifter other, string exerciseId)
    {
        foreach (var path in new[]
        {
            "records?limit=100", "records?limit=100&asOf=2025-03-15", $"records?exerciseId={exerciseId}", $"exercises/{exerciseId}",
            "stats?bucket=day", "stats?bucket=week", "stats?bucket=month&from=2025-03-02&to=2025-12-31",
        })
        {
            (await other.Get("/api/history/" + path)).Text.ShouldBe((await Lifter.Get("/api/history/" + path)).Text, path);
        }
    }

    private static IEnumerable<string> Workouts(string own)
    {
        for (var i = 0; i < Texts.Length; i++)
        {
            var text = System.Text.Json.JsonSerializer.Serialize(Texts[i]);
            yield return $$"""
                {"name":{{text}},"note":{{text}},"startedAt":"2025-03-{{i + 1:00}}T10:00:00Z","completedAt":"2025-03-{{i + 1:00}}T11:15:30Z","exercises":[
                 {"exerciseId":"squat","note":{{text}},"sets":[{"kind":"warmup","load":{"value":60,"unit":"kg"},"reps":8},{"load":{"value":{{100 + i}}.50,"unit":"kg"},"reps":5,"rpe":8.5}]},
                 {"exerciseId":"pull-up","sets":[{"reps":10},{"load":{"value":22.5,"unit":"lb"},"reps":5,"kind":"failure"}]},
                 {"exerciseId":"assisted-pull-up","sets":[{"load":{"value":-20,"unit":"kg"},"reps":10,"kind":"drop"}]},
                 {"exerciseId":"squat","sets":[{"load":{"value":135,"unit":"lb"},"reps":12}]},
                 {"exerciseId":"plank","sets":[{"durationSeconds":{{90 + i}}}]},
                 {"exerciseId":"rowing-machine","sets":[{"distance":{"value":2,"unit":"km"},"durationSeconds":480}]},
                 {"exerciseId":"{{own}}","sets":[{"load":{"value":40,"unit":"kg"},"reps":8}]}]}
                """;
        }
    }

    private static Gen<string> RandomWorkout(int day) =>
        from text in Gen.Elements(Texts)
        from sets in (from load in Gen.Choose(-2000, 20_000)
                      from reps in Gen.Choose(1, 1000)
                      from rpe in Gen.Choose(2, 20)
                      from kind in Gen.Elements("working", "warmup", "drop", "failure")
                      from side in Gen.Elements("null", "\"left\"", "\"each\"")
                      from unit in Gen.Elements("kg", "lb")
                      select $$"""{"load":{"value":{{load / 10m}},"unit":"{{unit}}"},"reps":{{reps}},"rpe":{{rpe / 2m}},"kind":"{{kind}}","side":{{side}},"note":{{System.Text.Json.JsonSerializer.Serialize(text)}}}""").ArrayOf()
        select $$"""
            {"name":{{System.Text.Json.JsonSerializer.Serialize(text)}},"startedAt":"2025-04-{{day:00}}T10:00:00.123456Z","completedAt":"2025-04-{{day:00}}T11:00:00Z",
             "exercises":[{"exerciseId":"pull-up","sets":[{{string.Join(',', sets.Take(30))}}]}]}
            """;
}
