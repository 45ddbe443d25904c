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
        foreach (var exerciseId in new[] { "squat", "pull-up", "assisted-pull-up", "plank", "rowing-machine", own })
        {
            var path = $"/api/history/records?exerciseId={exerciseId}";
            (await other.Get(path)).Text.ShouldBe((await Lifter.Get(path)).Text);
        }

        (await other.Export("titan")).ShouldBe(exported);
        (await Lifter.Import(exported)).Json.Count("workouts").ShouldBe(0);
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
        // In the order they were done: what a workout shows of the one before is what stood there when it came.
        for (var day = 1; day <= 12; day++)
        {
            var workout = RandomWorkout(day).Sample(12, 1).First();
            (await Lifter.Post("/api/history", workout)).Status.ShouldBe(201, workout);
        }

        using var other = await Lifter.SignUp(Server);
        (await other.Import(await Lifter.Export("titan"))).Json.Count("workouts").ShouldBe(12);
        Same(await other.History(), await Lifter.History());
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

    private static void Same(List<JsonNode> theirs, List<JsonNode> mine) =>
        theirs.Select(workout => workout.ToJsonString()).ShouldBe(mine.Select(workout => workout.ToJsonString()));

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
