using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class HostileInputTests(Provider provider) : FrontDoorTest(provider)
{
    [TestCase("nope", "malformed-request")]
    [TestCase("[]", "malformed-request")]
    [TestCase("null", "malformed-request")]
    [TestCase("""{"reps":"8"}""", "malformed-request")]
    [TestCase("""{"repz":8}""", "malformed-request")]
    [TestCase("""{"reps":8,"reps":9}""", "malformed-request")]
    [TestCase("""{"reps":8,"load":{"value":NaN,"unit":"kg"}}""", "malformed-request")]
    [TestCase("""{"exerciseId":"squat","reps":10000}""", "validation", "reps")]
    [TestCase("""{"exerciseId":"squat","reps":8.5}""", "validation", "reps")]
    [TestCase("""{"exerciseId":"squat","reps":8,"load":{"value":1e400,"unit":"kg"}}""", "validation", "load")]
    [TestCase("""{"exerciseId":"squat","reps":8,"load":{"value":80,"unit":"stone"}}""", "validation", "load")]
    [TestCase("""{"exerciseId":"squat","reps":8,"rpe":11}""", "validation", "rpe")]
    [TestCase("""{"exerciseId":"squat","reps":8,"note":"a\u0000b"}""", "validation", "note")]
    [TestCase("""{"exerciseId":"squat","reps":8,"note":"a\ud800b"}""", "validation", "note")]
    [TestCase("""{"exerciseId":"squat","reps":8,"loggedAt":"0001-01-01T00:00:00Z"}""", "validation", "loggedAt")]
    [TestCase("""{"exerciseId":"squat","reps":8,"loggedAt":"9999-12-31T23:59:59Z"}""", "validation", "loggedAt")]
    [TestCase("""{"exerciseId":"squat","reps":8,"loggedAt":"2025-11-23T10:05:00"}""", "validation", "loggedAt")]
    [TestCase("""{"exerciseId":"squat","reps":8,"loggedAt":"2025-11-23"}""", "validation", "loggedAt")]
    [TestCase("""{"exerciseId":"squat","reps":8,"loggedAt":"yesterday"}""", "malformed-request")]
    [TestCase("""{"exerciseId":"squat","load":{"value":80,"unit":"kg"}}""", "validation", "reps")]
    [TestCase("""{"exerciseId":"../etc","reps":8}""", "validation", "exerciseId")]
    public async Task A_bad_set_is_a_named_problem_and_writes_nothing(string body, string slug, string? member = null)
    {
        await Lifter.Post("/api/workouts");
        var answer = await Lifter.Post("/api/workouts/current/sets", body);
        answer.Status.ShouldBe(400);
        answer.Slug.ShouldBe(slug);
        if (member is not null)
        {
            answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member]);
        }

        (await Lifter.Events()).Count.ShouldBe(1);
    }

    [TestCase("GET", "/api/nope", 404)]
    [TestCase("PUT", "/api/workouts/current/sets", 405)]
    [TestCase("GET", "/api/history?limit=0", 400)]
    [TestCase("GET", "/api/history?limit=x", 400)]
    [TestCase("GET", "/api/history?cursor=zzz", 400)]
    [TestCase("GET", "/api/history/11111111-1111-1111-1111-111111111111", 404)]
    [TestCase("GET", "/api/exercises/no-such", 404)]
    [TestCase("POST", "/api/workouts/current/undo", 409)]
    [TestCase("POST", "/api/workouts/current/complete", 409)]
    public async Task Every_refusal_is_a_problem(string method, string path, int status)
    {
        var answer = await Lifter.Send(new HttpMethod(method), path, method == "GET" ? null : "{}");
        answer.Status.ShouldBe(status);
        answer.Json["traceId"].ShouldNotBeNull();
    }

    [Test]
    public async Task A_megabyte_of_name_is_too_large()
    {
        var answer = await Lifter.Post("/api/workouts", $$"""{"name":"{{new string('a', 1_000_000)}}"}""");
        (answer.Status, answer.Slug).ShouldBe((413, "payload-too-large"));
        (await Lifter.Post("/api/workouts", $$"""{"name":"{{new string('a', 101)}}"}""")).Slug.ShouldBe("validation");
    }

    [Test]
    public async Task What_is_another_accounts_is_not_there()
    {
        await Lifter.Post("/api/workouts");
        await Lifter.Say("squat 100 for 5");
        var done = (await Lifter.Post("/api/workouts/current/complete")).Json;
        using var other = await Lifter.SignUp(Server);
        (await other.Get($"/api/history/{done["id"]}")).Status.ShouldBe(404);
        var path = $"/api/workouts/{done["id"]}/sets/{done["exercises"]![0]!["sets"]![0]!["id"]}";
        (await other.Send(HttpMethod.Delete, path)).Status.ShouldBe(404);
        (await other.Send(HttpMethod.Patch, path, """{"reps":9}""")).Status.ShouldBe(404);
        (await other.Events()).Count.ShouldBe(0);
    }

    [Test]
    public async Task Without_a_token_nothing_under_api_answers()
    {
        using var stranger = new HttpClient { BaseAddress = Server.Address };
        foreach (var path in new[] { "/api/account", "/api/workouts/current", "/api/events", "/api/history", "/api/exercises" })
        {
            ((int)(await stranger.GetAsync(path)).StatusCode).ShouldBe(401);
        }
    }
}
