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
}
