using System.Text;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Exchange;

internal sealed class ImportTests(Provider provider) : FrontDoorTest(provider)
{
    [TestCase("hevy-kg.csv", "hevy", 2, 11, 0)]
    [TestCase("hevy-lbs-miles.csv", "hevy", 1, 3, 0)]
    [TestCase("strong-comma.csv", "strong", 3, 8, 0)]
    [TestCase("strong-semicolon.csv", "strong", 1, 4, 0)]
    [TestCase("strong-quoted.csv", "strong", 1, 3, 0)]
    [TestCase("strong-legacy.csv", "strong", 1, 2, 0)]
    [TestCase("fitnotes-kgs.csv", "fitNotes", 2, 5, 0)]
    [TestCase("fitnotes-lbs.csv", "fitNotes", 2, 3, 0)]
    [TestCase("fitnotes-ios.csv", "fitNotesIos", 1, 2, 0)]
    [TestCase("fitnotes-ios-sessions.csv", "fitNotesIos", 1, 2, 1)]
    [TestCase("stronglifts.csv", "strongLifts", 2, 6, 1)]
    public async Task A_file_of_every_dialect_comes_in_once(string name, string dialect, int workouts, int sets, int doubts)
    {
        var preview = (await Lifter.Import(Courier.File(name), "?dryRun=true")).Json;
        (await Lifter.Events()).Count.ShouldBe(0);
        var report = (await Lifter.Import(Courier.File(name))).Json;
        foreach (var told in new[] { preview, report })
        {
            told.Text("dialect").ShouldBe(dialect);
            (told.Count("workouts"), told.Count("sets"), told.Count("doubtCount")).ShouldBe((workouts, sets, doubts), told["doubts"]!.ToJsonString());
        }

        var history = await Lifter.History();
        history.Count.ShouldBe(workouts);
        history.SelectMany(Courier.Entries).Sum(entry => entry.Sets().Count).ShouldBe(sets);
        var again = (await Lifter.Import(Courier.File(name))).Json;
        (again["importId"], again.Count("workouts"), again.Count("alreadyHere")).ShouldBe((null, 0, workouts));
        (await Lifter.History()).Count.ShouldBe(workouts);
    }

    [Test]
    public async Task Hevys_supersets_notes_kinds_and_an_exercise_twice_in_one_workout_are_kept()
    {
        var report = (await Lifter.Import(Courier.File("hevy-kg.csv"), "?timeZone=Europe/Berlin")).Json;
        report["units"]!["weight"]!.ToJsonString().ShouldContain("\"unit\":\"kg\"");
        report["dust"]!["examples"]![0]!["even"]!.ToJsonString().ShouldBe("""{"value":135,"unit":"lb"}""");
        var history = await Lifter.History();
        var morning = history[0];
        morning.Text("startedAt").ShouldBe("2025-12-01T09:53:00Z");
        morning.Text("completedAt").ShouldBe("2025-12-01T10:58:00Z");
        (morning.Text("name"), morning.Text("note")).ShouldBe(("Push 💪", "Slept badly"));
        var entries = morning.Entries();
        entries.Select(entry => entry.Text("exerciseId")).ShouldBe(["bench-press", "lateral-raise", "cable-fly", "bench-press"]);
        entries[0].Text("note").ShouldBe("Elbows in\npause on the chest");
        entries[0].Sets().Select(set => set.Text("kind")).ShouldBe(["warmup", "working", "failure"]);
        entries[1].Text("supersetId").ShouldBe(entries[2].Text("supersetId"));
        entries[0]["supersetId"].ShouldBeNull();
        var evening = history[1].Entries();
        evening[0].Sets()[0].Load().ShouldBe("-21 kg");
        evening[2].Text("supersetId").ShouldNotBe(entries[1].Text("supersetId"));
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Strongs_marks_pseudo_rows_units_and_durations_are_understood()
    {
        var report = (await Lifter.Import(Courier.File("strong-comma.csv"))).Json;
        report.Count("restTimers").ShouldBe(1);
        report["units"]!["weight"]!.ToJsonString().ShouldContain("\"unit\":\"lb\"");
        report["units"]!["weight"]!["certain"]!.GetValue<bool>().ShouldBeFalse();
        var history = await Lifter.History();
        history.Select(workout => workout["totals"]!.Count("durationSeconds")).ShouldBe([6180, 2280, 58]);
        var bench = history[0].Entries()[0];
        bench.Sets().Select(set => set.Text("kind")).ShouldBe(["warmup", "working", "working", "drop", "failure"]);
        bench.Sets()[1].Load().ShouldBe("135 lb");
        bench.Text("note").ShouldBe("wide grip");
        await Lifter.Import(Courier.File("strong-semicolon.csv"));
        var semicolon = (await Lifter.History())[3].Entries();
        semicolon[0].Sets()[0].Load().ShouldBe("142.5 kg");
        semicolon[0].Text("note").ShouldBe("hook grip");
        semicolon.Select(entry => entry.Text("exerciseId")).ShouldBe(["deadlift", "pull-up", "assisted-pull-up", "stationary-bike"]);
        semicolon[2].Sets()[0].Load().ShouldBe("-20 kg");
        semicolon[3].Sets()[0]["distance"]!.ToJsonString().ShouldBe("""{"value":2.4,"unit":"mi"}""");
    }

    [Test]
    public async Task The_caller_says_the_units_that_the_file_leaves_open()
    {
        var units = (await Lifter.Import(Courier.File("strong-comma.csv"), "?weightUnit=kg&distanceUnit=km")).Json["units"]!;
        (units["weight"]!.Text("unit"), units["distance"]!.Text("unit")).ShouldBe(("kg", "km"));
        (await Lifter.History())[0].Entries()[0].Sets()[1].Load().ShouldBe("135 kg");
    }

    [Test]
    public async Task Where_both_units_stand_the_even_one_was_on_the_bar()
    {
        await Lifter.Import(Courier.File("fitnotes-ios.csv"));
        (await Lifter.History())[0].Entries()[0].Sets().Select(Courier.Load).ShouldBe(["100 kg", "225 lb"]);
    }

    [Test]
    public async Task A_later_export_adds_only_what_is_new_and_says_what_changed()
    {
        var first = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n2025-03-01 08:00:00,A,Squat,1,100,kg,5\n2025-03-03 08:00:00,B,Squat,1,100,kg,5\n";
        await Lifter.Import(first);
        var later = (await Lifter.Import(first.Replace("08:00:00,B,Squat,1,100", "08:00:00,B,Squat,1,105", StringComparison.Ordinal) + "2025-03-05 08:00:00,C,Squat,1,110,kg,5\n")).Json;
        (later.Count("workouts"), later.Count("alreadyHere"), later.Count("changed")).ShouldBe((1, 1, 1));
        (await Lifter.History()).Select(workout => workout.Text("name")).ShouldBe(["A", "B", "C"]);
    }

    [Test]
    public async Task An_import_is_taken_back_as_a_whole_and_may_come_again_otherwise()
    {
        await Lifter.Post("/api/history", """{"startedAt":"2025-03-01T10:00:00Z","completedAt":"2025-03-01T11:00:00Z","exercises":[{"exerciseId":"squat","sets":[{"reps":5}]}]}""");
        var import = (await Lifter.Import(Courier.File("hevy-kg.csv"))).Json.Text("importId");
        var listed = (await Lifter.Get("/api/imports")).Json["items"]![0]!;
        (listed.Text("id"), listed.Text("origin"), listed.Count("workouts"), listed.Count("exercisesCreated")).ShouldBe((import, "hevy", 2, 1));
        (await Lifter.Send(HttpMethod.Delete, $"/api/imports/{import}")).Status.ShouldBe(200);
        (await Lifter.History()).Count.ShouldBe(1);
        (await Lifter.Get("/api/history/records?exerciseId=bench-press")).Json["items"]!.AsArray().Count.ShouldBe(0);
        (await Lifter.Get("/api/exercises?query=zottman wobble")).Json["items"]!.AsArray().Count.ShouldBe(0);
        (await Lifter.Send(HttpMethod.Delete, $"/api/imports/{import}")).Slug.ShouldBe("nothing-to-undo");
        var again = (await Lifter.Import(Courier.File("hevy-kg.csv"), "?undust=true")).Json;
        (again.Count("workouts"), again.Count("alreadyHere")).ShouldBe((2, 0));
        (await Lifter.History())[2].Entries()[^1].Sets()[0].Load().ShouldBe("135 lb");
        (await Lifter.Get("/api/imports")).Json["items"]!.AsArray().Count.ShouldBe(2);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task The_same_request_twice_is_one_import_even_as_a_form_with_another_boundary()
    {
        var key = Guid.NewGuid();
        var first = await Lifter.ImportForm(Courier.File("strong-quoted.csv"), null, "", key);
        var second = await Lifter.ImportForm(Courier.File("strong-quoted.csv"), null, "", key);
        (first.Status, second.Replayed, second.Text).ShouldBe((200, true, first.Text));
        (await Lifter.ImportForm(Courier.File("strong-legacy.csv"), null, "", key)).Slug.ShouldBe("idempotency-key-reused");
    }

    [Test]
    public async Task The_caller_says_which_exercise_a_name_means()
    {
        var preview = (await Lifter.Import(Courier.File("hevy-kg.csv"), "?dryRun=true")).Json["exercises"]!.AsArray();
        preview.First(found => found!.Text("name") == "Zottman Wobble")!.Text("outcome").ShouldBe("created");
        var report = (await Lifter.ImportForm(Courier.File("hevy-kg.csv"), """{"Zottman Wobble":"hammer-curl"}""")).Json["exercises"]!.AsArray();
        report.First(found => found!.Text("name") == "Zottman Wobble")!.Text("exerciseId").ShouldBe("hammer-curl");
        (await Lifter.ImportForm(Courier.File("hevy-kg.csv"), """{"Plank":"no-such"}""")).Json["errors"]!["mapping"].ShouldNotBeNull();
        (await Lifter.ImportForm(Courier.File("hevy-kg.csv"), "[1]")).Json["errors"]!["mapping"].ShouldNotBeNull();
    }

    [Test]
    public async Task Another_accounts_import_is_not_there()
    {
        var import = (await Lifter.Import(Courier.File("strong-quoted.csv"))).Json.Text("importId");
        using var other = await Lifter.SignUp(Server);
        (await other.Send(HttpMethod.Delete, $"/api/imports/{import}")).Status.ShouldBe(404);
        (await other.Import(Courier.File("strong-quoted.csv"))).Json.Count("workouts").ShouldBe(1);
    }

    [Test]
    public async Task Every_row_is_kept_as_it_stood()
    {
        await Lifter.Import(Courier.File("strong-comma.csv"));
        var events = await Lifter.Events();
        var kept = events.Where(e => e!.Text("type") == "WorkoutRecorded").SelectMany(e => e!["payload"]!["source"]!.AsArray()).Select(row => row!.GetValue<string>()).ToList();
        var header = events.Single(e => e!.Text("type") == "ImportRecorded")!["payload"]!.Text("header");
        kept.Prepend(header).ShouldBe(Encoding.UTF8.GetString(Courier.File("strong-comma.csv")).TrimEnd('\n').Split('\n'));
    }
}
