using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class BodyWeightTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task Weights_are_logged_listed_newest_first_and_removed()
    {
        for (var day = 1; day <= 5; day++)
        {
            var body = $$"""{"weight":{"value":{{80 + day}}.5,"unit":"kg"},"measuredAt":"2024-03-{{day:00}}T06:00:00Z","note":"Fasted"}""";
            (await Lifter.Post("/api/bodyweight", body)).Status.ShouldBe(201);
        }

        var first = (await Lifter.Get("/api/bodyweight?limit=3")).Json;
        var rest = (await Lifter.Get($"/api/bodyweight?limit=3&cursor={Uri.EscapeDataString(first["nextCursor"]!.GetValue<string>())}")).Json;
        first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(entry => entry!["weight"]!["value"]!.GetValue<decimal>())
            .ShouldBe([85.5m, 84.5m, 83.5m, 82.5m, 81.5m]);
        var path = $"/api/bodyweight/{first["items"]![0]!["id"]}";
        using var other = await Lifter.SignUp(Server);
        (await other.Send(HttpMethod.Delete, path)).Status.ShouldBe(404);
        (await Lifter.Send(HttpMethod.Delete, path)).Status.ShouldBe(204);
        (await Lifter.Send(HttpMethod.Delete, path)).Status.ShouldBe(404);
        (await Lifter.Get("/api/bodyweight")).Json["items"]!.AsArray().Count.ShouldBe(4);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task The_clients_own_id_is_taken_once()
    {
        const string Body = """{"id":"0197b3a0-0000-7000-8000-000000000001","weight":{"value":180,"unit":"lb"}}""";
        (await Lifter.Post("/api/bodyweight", Body)).Status.ShouldBe(201);
        (await Lifter.Post("/api/bodyweight", Body)).Slug.ShouldBe("id-taken");
    }

    [TestCase("""{"weight":{"value":0,"unit":"kg"}}""", "weight")]
    [TestCase("""{"weight":{"value":-80,"unit":"kg"}}""", "weight")]
    [TestCase("""{}""", "weight")]
    [TestCase("""{"weight":{"value":80,"unit":"kg"},"measuredAt":"1999-01-01T00:00:00Z"}""", "measuredAt")]
    public async Task What_can_not_be_is_400_and_names_the_member(string body, string member)
    {
        var answer = await Lifter.Post("/api/bodyweight", body);
        (answer.Status, answer.Json["errors"]!.AsObject().Single().Key).ShouldBe((400, member));
    }
}
