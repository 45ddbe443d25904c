using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class LeavingTests(Provider provider) : FrontDoorTest(provider)
{
    [Test]
    public async Task Nothing_of_a_deleted_account_is_left_in_the_database()
    {
        using var other = await Lifter.SignUp(Server);
        await Train(other, Word());
        string[] words = [Word(), Word(), Word()];
        await Train(Lifter, words);
        var id = (await Lifter.Get("/api/account")).Json["id"]!.GetValue<string>();
        var before = await Database.Dump();
        words.Append(id).ShouldAllBe(trace => before.Contains(trace, StringComparison.OrdinalIgnoreCase));

        (await Lifter.Send(HttpMethod.Delete, "/api/account")).Status.ShouldBe(204);

        var after = await Database.Dump();
        words.Append(id).ShouldAllBe(trace => !after.Contains(trace, StringComparison.OrdinalIgnoreCase));
        after.ShouldContain("AccountDeleted");
        (await other.Events()).Count.ShouldBeGreaterThan(5);
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Nothing_of_an_address_its_tokens_and_its_sessions_is_left_whoever_signs_in_meanwhile()
    {
        var (address, token) = ($"{Word()}@example.com", Word());
        using var ann = new Visitor(Server.Address);
        await ann.Register(address);
        (await ann.Post("/api/account/tokens", $$"""{"name":"{{token}}","scopes":["read"]}""")).Status.ShouldBe(201);
        (await ann.Post("/api/bodyweight", $$"""{"weight":{"value":80,"unit":"kg"},"note":"{{token}}"}""")).Status.ShouldBe(201);
        var id = (await ann.Get("/api/account")).Json["id"]!.GetValue<string>();
        (await Database.Dump()).Contains(address, StringComparison.OrdinalIgnoreCase).ShouldBeTrue();
        var signingIn = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var device = new Visitor(Server.Address);
            Answer answer;
            do
            {
                answer = await device.Login(address);
            }
            while (answer.Status == 200);
            return answer;
        })).ToList();
        (await ann.Send(HttpMethod.Delete, "/api/account")).Status.ShouldBe(204);
        (await Task.WhenAll(signingIn)).ShouldAllBe(answer => answer.Status == 401 || answer.Status == 429);
        var after = await Database.Dump();
        new[] { id, address, token }.ShouldAllBe(trace => !after.Contains(trace, StringComparison.OrdinalIgnoreCase));
    }

    [Test]
    public async Task A_token_that_outlived_its_account_reads_and_writes_nothing_in_any_process()
    {
        using var twin = new Server(Database);
        await twin.Start();
        await Train(Lifter, Word());
        var late = Word();
        Lifter.Follow(twin, out var elsewhere);
        using (elsewhere)
        {
            (await elsewhere.Get("/api/workouts/current")).Status.ShouldBe(200);
            (await Lifter.Send(HttpMethod.Delete, "/api/account")).Status.ShouldBe(204);
            foreach (var lifter in new[] { Lifter, elsewhere })
            {
                await IsRefused(lifter, late);
            }
        }

        (await Database.Dump()).Contains(late, StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
    }

    [Test]
    public async Task Whoever_writes_while_the_account_is_deleted_leaves_nothing()
    {
        await Lifter.Post("/api/workouts");
        var note = Word();
        var id = (await Lifter.Get("/api/account")).Json["id"]!.GetValue<string>();
        var writers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            Answer answer;
            do
            {
                answer = await Lifter.Post("/api/workouts/current/sets", $$"""{"exerciseId":"squat","reps":5,"note":"{{note}}"}""");
            }
            while (answer.Status is 201 or 400);
            return answer;
        })).ToList();
        (await Lifter.Send(HttpMethod.Delete, "/api/account")).Status.ShouldBe(204);
        (await Task.WhenAll(writers)).Select(answer => answer.Slug).ShouldAllBe(slug => slug == "unauthenticated");
        var dump = await Database.Dump();
        new[] { id, note }.ShouldAllBe(trace => !dump.Contains(trace, StringComparison.OrdinalIgnoreCase));
    }

    // One of its own each time: the files of a database that tests share may still hold another's.
    private static string Word() => $"note{Guid.NewGuid():n}";

    private static async Task Train(Lifter lifter, params string[] words)
    {
        await lifter.Post("/api/exercises", new JsonObject { ["name"] = words[0] }.ToJsonString());
        foreach (var word in words)
        {
            (await lifter.Post("/api/workouts", new JsonObject { ["name"] = word }.ToJsonString())).Status.ShouldBe(201);
            await lifter.Post("/api/workouts/current/sets", $$"""{"exerciseId":"squat","reps":5,"note":"{{word}}"}""");
            await lifter.Say("bench press 100 for 8");
            (await lifter.Post("/api/workouts/current/complete")).Status.ShouldBe(200);
        }

        await lifter.Post("/api/workouts", new JsonObject { ["name"] = words[^1] }.ToJsonString());
        await lifter.Send(HttpMethod.Patch, "/api/account/settings", """{"restSeconds":61}""");
    }

    private static async Task IsRefused(Lifter lifter, string word)
    {
        foreach (var path in new[] { "/api/account", "/api/workouts/current", "/api/events", "/api/history", "/api/exercises" })
        {
            (await lifter.Get(path)).Slug.ShouldBe("unauthenticated", path);
        }

        (await lifter.Post("/api/workouts", $$"""{"name":"{{word}}"}""")).Status.ShouldBe(401);
        (await lifter.Say($"start {word}")).Status.ShouldBe(401);
        (await lifter.Send(HttpMethod.Delete, "/api/account")).Status.ShouldBe(401);
        var queue = $$"""{"commands":[{"id":"0197c6f0-0000-7000-8000-000000000001","type":"StartWorkout","data":{"name":"{{word}}"} }]}""";
        (await lifter.Post("/api/events", queue)).Text.ShouldContain("unauthenticated");
    }
}
