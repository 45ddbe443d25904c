using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Ids that commands have as members and routes in their paths.</summary>
internal sealed class PathIdTests(Provider provider) : FrontDoorTest(provider)
{
    private const string One = "0197b3a0-0000-7000-8000-000000000001", Other = "0197b3a0-0000-7000-8000-000000000002";

    [TestCase("POST", "workouts/current/sets", "workoutId", ""","reps":5""")]
    [TestCase("POST", "workouts/{id}/sets", "workoutId", ""","exerciseId":"squat","reps":5""")]
    [TestCase("PATCH", "workouts/{id}/sets/{id}", "workoutId", ""","reps":5""")]
    [TestCase("PATCH", "workouts/{id}/sets/{id}", "setId", ""","reps":5""")]
    [TestCase("POST", "workouts/current/exercises", "workoutId", ""","exerciseId":"squat" """)]
    [TestCase("POST", "workouts/{id}/exercises", "workoutId", ""","exerciseId":"squat" """)]
    [TestCase("PUT", "workouts/current/exercises/order", "workoutId", ""","order":[]""")]
    [TestCase("PUT", "workouts/{id}/exercises/order", "workoutId", ""","order":[]""")]
    [TestCase("POST", "workouts/current/supersets", "workoutId", ""","exerciseIds":["squat","plank"]""")]
    [TestCase("POST", "workouts/{id}/supersets", "workoutId", ""","exerciseIds":["squat","plank"]""")]
    [TestCase("PATCH", "history/{id}", "workoutId", ""","name":"Push" """)]
    [TestCase("PUT", "templates/{id}", "templateId", ""","name":"Push" """)]
    [TestCase("POST", "templates/{id}/start", "templateId", "")]
    [TestCase("POST", "templates/from-workout/{id}", "workoutId", "")]
    [TestCase("PATCH", "exercises/{id}", "exerciseId", ""","restSeconds":60""")]
    [TestCase("POST", "exercises/{id}/merge", "exerciseId", ""","intoId":"squat" """)]
    public async Task A_body_that_names_another_than_its_path_is_refused_by_that_name(string method, string path, string member, string rest)
    {
        await Lifter.Post("/api/workouts", $$"""{"id":"{{One}}"}""");
        var answer = await Lifter.Send(
            new HttpMethod(method), $"/api/{path.Replace("{id}", One, StringComparison.Ordinal)}", $$"""{"{{member}}":"{{Other}}"{{rest}}}""");
        (answer.Status, answer.Slug).ShouldBe((400, "validation"), answer.Text);
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([member]);
        (await Lifter.Events()).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_body_may_say_again_what_its_path_says()
    {
        await Lifter.Post("/api/workouts", $$"""{"id":"{{One}}"}""");
        (await Lifter.Post($"/api/workouts/{One}/sets", $$"""{"id":"{{Other}}","workoutId":"{{One}}","exerciseId":"squat","reps":5,"load":{"value":100,"unit":"kg"} }"""))
            .Status.ShouldBe(201);
        (await Lifter.Send(HttpMethod.Patch, $"/api/workouts/{One}/sets/{Other}", $$"""{"workoutId":"{{One}}","setId":"{{Other}}","reps":6}""")).Status.ShouldBe(200);
        (await Lifter.Send(HttpMethod.Patch, "/api/exercises/squat", """{"exerciseId":"squat","restSeconds":60}""")).Status.ShouldBe(200);
    }
}
