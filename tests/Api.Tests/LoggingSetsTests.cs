using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class LoggingSetsTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task A_guest_says_a_set_and_it_is_stored_shown_and_fed()
    {
        (await Lifter.Post("/api/workouts")).Status.ShouldBe(201);
        var answer = await Lifter.Say("bench press 100 for 8");
        answer.Json["outcome"]!.GetValue<string>().ShouldBe("applied");
        answer.Json["commands"]![0]!["exerciseId"]!.GetValue<string>().ShouldBe("bench-press");
        var workout = (await Lifter.Get("/api/workouts/current")).Json;
        var set = workout["exercises"]![0]!["sets"]![0]!;
        set["load"]!["value"]!.GetValue<decimal>().ShouldBe(100);
        set["reps"]!.GetValue<int>().ShouldBe(8);
        (await Lifter.Events()).Select(e => e!["type"]!.GetValue<string>()).ShouldBe(["WorkoutStarted", "ExerciseAdded", "SetLogged"]);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_set_without_a_workout_is_rejected_and_offers_to_start_one()
    {
        var answer = await Lifter.Say("bench press 100 for 8");
        answer.Status.ShouldBe(200);
        answer.Json["outcome"]!.GetValue<string>().ShouldBe("rejected");
        (await Lifter.Events()).Count.ShouldBe(0);
    }

    [Test]
    public async Task The_same_command_twice_is_applied_once_and_answered_the_same()
    {
        await Lifter.Post("/api/workouts");
        var key = Guid.NewGuid();
        const string Body = """{"exerciseId":"squat","load":{"value":120,"unit":"kg"},"reps":5}""";
        var first = await Lifter.Post("/api/workouts/current/sets", Body, key);
        var second = await Lifter.Post("/api/workouts/current/sets", Body, key);
        first.Status.ShouldBe(201);
        second.Text.ShouldBe(first.Text);
        (first.Replayed, second.Replayed).ShouldBe((false, true));
        (await Lifter.Post("/api/workouts/current/sets", """{"reps":6}""", key)).Slug.ShouldBe("idempotency-key-reused");
        (await Lifter.Events()).Count.ShouldBe(3);
    }

    [Test]
    public async Task A_sentence_said_twice_under_one_key_logs_one_set()
    {
        await Lifter.Post("/api/workouts");
        var key = Guid.NewGuid();
        await Lifter.Say("squat 100 for 5", key);
        var again = await Lifter.Say("squat 100 for 5", key);
        (again.Status, again.Replayed).ShouldBe((200, true), again.Text);
        (await Lifter.Events()).Count.ShouldBe(3);
    }

    [Test]
    public async Task Undo_takes_the_last_command_back_and_redo_puts_it_back()
    {
        await Lifter.Post("/api/workouts");
        await Lifter.Say("squat 3 sets of 5 at 100");
        var before = (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.ToJsonString();
        (await Lifter.Post("/api/workouts/current/undo")).Json["exercises"]!.AsArray().Count.ShouldBe(0);
        (await Lifter.Post("/api/workouts/current/redo")).Json["exercises"]!.ToJsonString().ShouldBe(before);
        (await Lifter.Post("/api/workouts/current/redo")).Slug.ShouldBe("nothing-to-undo");
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task An_undo_that_names_a_command_takes_back_that_one_or_nothing()
    {
        await Lifter.Post("/api/workouts");
        var (tapped, said) = (Guid.NewGuid(), Guid.NewGuid());
        await Lifter.Post("/api/workouts/current/sets", """{"exerciseId":"squat","reps":5}""", tapped);
        await Lifter.Say("squat 100 for 3", said);
        (await Lifter.Post("/api/workouts/current/undo", Meant(tapped))).Slug.ShouldBe("nothing-to-undo");
        (await Lifter.Post("/api/workouts/current/undo", """{"commandId":"none"}""")).Status.ShouldBe(400);
        (await Lifter.Post("/api/workouts/current/undo", Meant(said))).Status.ShouldBe(200);
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        var queue = await Lifter.Post("/api/events", $$"""
            {"commands":[{"id":"{{ids[0]}}","type":"LogSet","data":{"exerciseId":"nobody-does-this","reps":5} },
            {"id":"{{ids[1]}}","type":"Undo","data":{{Meant(ids[0])}} },{"id":"{{ids[2]}}","type":"Undo","data":{{Meant(tapped)}} }]}
            """);
        queue.Json["results"]!.AsArray().Select(result => result!["status"]!.GetValue<string>()).ShouldBe(["rejected", "rejected", "applied"], queue.Text);
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.AsArray().ShouldBeEmpty();
        await ProjectionsAreTrue();

        static string Meant(Guid command) => new System.Text.Json.Nodes.JsonObject { ["commandId"] = command }.ToJsonString();
    }

    [Test]
    public async Task An_exercise_that_comes_with_its_first_set_has_the_id_of_the_command()
    {
        await Lifter.Post("/api/workouts");
        var (tapped, said, queued) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Lifter.Post("/api/workouts/current/sets", """{"exerciseId":"squat","reps":5}""", tapped);
        await Lifter.Say("bench press 100 for 8, then deadlift 140 for 5", said);
        var answer = await Lifter.Post("/api/events", $$"""
            {"commands":[{"id":"{{queued}}","type":"LogSet","data":{"exerciseId":"leg-press","reps":5} },
            {"id":"{{Guid.NewGuid()}}","type":"DescribeExercise","data":{"entryId":"{{queued}}","note":"Slow"} }]}
            """);
        answer.Json["results"]!.AsArray().Select(result => result!["status"]!.GetValue<string>()).ShouldBe(["applied", "applied"], answer.Text);
        var entries = (await Lifter.Get("/api/workouts/current")).Json["exercises"]!.AsArray();
        var ids = entries.Select(entry => entry!["id"]!.GetValue<Guid>()).ToList();
        ids.Count.ShouldBe(4);
        ids.ShouldBeUnique();
        (ids[0], ids[1], ids[3]).ShouldBe((tapped, said, queued));
        entries[3]!["note"]!.GetValue<string>().ShouldBe("Slow");
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task An_exercise_that_comes_with_a_set_that_is_moved_to_it_has_the_id_of_the_command()
    {
        var workout = (await Lifter.Post("/api/workouts")).Json["id"]!.GetValue<string>();
        var set = (await Lifter.Post("/api/workouts/current/sets", """{"exerciseId":"squat","reps":5}""")).Json["set"]!["id"]!.GetValue<string>();
        var key = Guid.NewGuid();
        var moved = await Lifter.Send(HttpMethod.Patch, $"/api/workouts/{workout}/sets/{set}", """{"exerciseId":"deadlift"}""", key);
        moved.Json["exercises"]!.AsArray().Select(entry => entry!["id"]!.GetValue<Guid>()).ShouldContain(key, moved.Text);
    }

    [Test]
    public async Task A_finished_workout_is_history_with_records_and_prefills_the_next()
    {
        await Lifter.Post("/api/workouts", """{"name":"Push day"}""");
        await Lifter.Say("bench press 100 for 8");
        (await Lifter.Post("/api/workouts/current/complete")).Status.ShouldBe(200);
        (await Lifter.Get("/api/workouts/current")).Status.ShouldBe(204);
        var history = (await Lifter.Get("/api/history")).Json["items"]!.AsArray();
        history.Count.ShouldBe(1);
        var records = (await Lifter.Get("/api/history/records?exerciseId=bench-press")).Json["items"]!.AsArray();
        records.Select(r => r!["kind"]!.GetValue<string>()).ShouldContain("estimatedOneRepMax");
        await Lifter.Post("/api/workouts");
        var next = await Lifter.Post("/api/workouts/current/exercises", """{"exerciseId":"bench-press"}""");
        next.Json["exercises"]![0]!["previous"]![0]!["reps"]!.GetValue<int>().ShouldBe(8);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task A_past_set_is_corrected_and_the_records_follow()
    {
        await Lifter.Post("/api/workouts");
        await Lifter.Say("squat 140 for 5");
        var done = (await Lifter.Post("/api/workouts/current/complete")).Json;
        var (workoutId, setId) = (done["id"], done["exercises"]![0]!["sets"]![0]!["id"]);
        var path = $"/api/workouts/{workoutId}/sets/{setId}";
        (await Lifter.Send(HttpMethod.Patch, path, """{"load":{"value":100,"unit":"kg"}}""")).Status.ShouldBe(200);
        var records = (await Lifter.Get("/api/history/records?exerciseId=squat")).Json["items"]!.AsArray();
        records.First(r => r!["kind"]!.GetValue<string>() == "maxLoad")!["value"]!.GetValue<decimal>().ShouldBe(100);
        (await Lifter.Send(HttpMethod.Delete, path)).Status.ShouldBe(200);
        (await Lifter.Get("/api/history/records?exerciseId=squat")).Json["items"]!.AsArray().Count.ShouldBe(0);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task An_offline_queue_replayed_five_times_holds_each_set_once()
    {
        var commands = Enumerable.Range(0, 20).Select(i =>
            $$"""{"id":"{{Guid.NewGuid()}}","type":"LogSet","at":"2026-11-20T10:{{i:00}}:00Z","data":{"exerciseId":"squat","reps":{{i + 1}},"load":{"value":100,"unit":"kg"} } }""");
        var body = $$"""{"commands":[{"id":"{{Guid.NewGuid()}}","type":"StartWorkout","at":"2026-11-20T09:00:00Z","data":{} },{{string.Join(',', commands)}}]}""";
        for (var turn = 0; turn < 5; turn++)
        {
            var answer = (await Lifter.Post("/api/events", body)).Json;
            var results = answer["results"]!.AsArray();
            answer["cursor"]!.GetValue<long>().ShouldBe(22);
            results.ShouldAllBe(result => result!["status"]!.GetValue<string>() == (turn == 0 ? "applied" : "duplicate"));
        }

        var sets = (await Lifter.Get("/api/workouts/current")).Json["exercises"]![0]!["sets"]!.AsArray();
        sets.Select(set => set!["reps"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, 20));
        (await Lifter.Events()).Select(e => e!["sequence"]!.GetValue<long>()).ShouldBe(Enumerable.Range(1, 22).Select(i => (long)i));
    }

    [Test]
    public async Task A_time_with_an_offset_is_taken_kept_and_told_in_UTC()
    {
        await Lifter.Post("/api/workouts", """{"startedAt":"2025-11-23T11:00:00+02:00"}""");
        await Lifter.Post("/api/workouts/current/sets", """{"exerciseId":"squat","reps":5,"load":{"value":100,"unit":"kg"},"loggedAt":"2025-11-23T12:05:00+02:00"}""");
        var workout = (await Lifter.Post("/api/workouts/current/complete", """{"completedAt":"2025-11-23T07:30:00-03:00"}""")).Json;
        workout["startedAt"]!.GetValue<string>().ShouldBe("2025-11-23T09:00:00Z");
        workout["exercises"]![0]!["sets"]![0]!["loggedAt"]!.GetValue<string>().ShouldBe("2025-11-23T10:05:00Z");
        var told = (await Lifter.Events()).Select(happened => happened!["payload"]!.AsObject().FirstOrDefault(member => member.Key.EndsWith("At", StringComparison.Ordinal)).Value);
        told.Where(time => time is not null).Select(time => time!.GetValue<string>())
            .ShouldBe(["2025-11-23T09:00:00+00:00", "2025-11-23T10:05:00+00:00", "2025-11-23T10:30:00+00:00"]);
        (await Lifter.Get("/api/history?before=2025-11-23T11:30:00%2B02:00")).Json["items"]!.AsArray().Count.ShouldBe(1);
        (await Lifter.Get("/api/history?before=2025-11-23T11:00:00%2B02:00")).Json["items"]!.AsArray().ShouldBeEmpty();
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Of_sixteen_writers_with_the_same_version_one_wins()
    {
        var version = (await Lifter.Post("/api/workouts")).ETag;
        const string Body = """{"exerciseId":"squat","reps":5,"load":{"value":100,"unit":"kg"}}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            Lifter.Send(HttpMethod.Post, "/api/workouts/current/sets", Body, ifMatch: version)));
        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Count(answer => answer.Status == 412).ShouldBe(15);
    }
}
