using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Templates;

internal sealed class TemplateCommandsTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task The_offline_queue_makes_a_template_and_trains_from_it_once()
    {
        var (id, workout) = (Guid.NewGuid(), Guid.NewGuid());
        var body = Plans.Queue("CreateTemplate", Plans.Push(id), "StartWorkout", $$"""{"id":"{{workout}}","templateId":"{{id}}"}""", "LogSet", """{"reps":5}""");
        var statuses = new List<string>();
        for (var turn = 0; turn < 2; turn++)
        {
            var results = (await Lifter.Post("/api/events", body)).Json["results"]!.AsArray();
            statuses.AddRange(results.Select(result => result!["status"]!.GetValue<string>()));
        }

        statuses.ShouldBe(["applied", "applied", "applied", "duplicate", "duplicate", "duplicate"]);
        (await Lifter.Get("/api/workouts/current")).Json["exercises"]![0]!["sets"]!.AsArray().Count.ShouldBe(1);
    }

    [Test]
    public async Task The_same_command_twice_is_applied_once_and_answered_the_same()
    {
        var id = Guid.NewGuid();
        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Post, "/api/templates", Plans.Push(id)),
            (HttpMethod.Put, $"/api/templates/{id}", Plans.Push(id).Replace($"\"id\":\"{id}\",", "", StringComparison.Ordinal)),
            (HttpMethod.Put, "/api/templates/order", $$"""{"order":["{{id}}"]}"""),
            (HttpMethod.Post, $"/api/templates/{id}/start", "{}"),
            (HttpMethod.Patch, "/api/exercises/squat", """{"restSeconds":90}"""),
            (HttpMethod.Post, "/api/workouts/current/supersets", """{"exerciseIds":["squat","plank"]}"""),
        })
        {
            var key = Guid.NewGuid();
            var (first, second) = (await Lifter.Send(method, path, body, key), await Lifter.Send(method, path, body, key));
            first.Status.ShouldBeInRange(200, 201, first.Text);
            (second.Status, second.Text, second.ETag, second.Replayed).ShouldBe((first.Status, first.Text, first.ETag, true));
        }

        (await Lifter.Events()).Select(e => e!["sequence"]!.GetValue<long>()).Last().ShouldBe(11);
    }
}
