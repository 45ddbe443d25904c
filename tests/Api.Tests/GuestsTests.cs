using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class GuestsTests(Provider provider) : FrontDoorTest(provider)
{
    private Visitor _phone = null!;
    private string _guest = "";

    [SetUp]
    public async Task TrainAsGuestThenSignIn()
    {
        _phone = new Visitor(Server.Address);
        await _phone.Register("ann@example.com");
        _phone.Token = null;
        await _phone.Post("/api/account/guest");
        var own = (await _phone.Post("/api/exercises", """{"name":"Cable Y-raise"}""")).Json["id"]!.GetValue<string>();
        await Log("""{"name":"Push day"}""", own, "bench-press");
        (await _phone.Post("/api/workouts/current/complete")).Status.ShouldBe(200);
        await Log("""{"name":"Pull day"}""", "deadlift");
        _guest = _phone.Token!;
        _phone.Token = null;
        await _phone.Login("ann@example.com");
    }

    [TearDown]
    public void GoAway() => _phone.Dispose();

    [Test]
    public async Task What_a_phone_logged_as_a_guest_is_counted_brought_along_once_and_undone_as_a_whole()
    {
        (await Preview(_guest)).ShouldBe((2, 3, 0));
        (await History()).ShouldBeEmpty();
        var key = Guid.NewGuid();
        var brought = await Merge(_guest, key);
        Counts(brought).ShouldBe((2, 3, 0));
        (await Merge(_guest, key)).Text.ShouldBe(brought.Text);
        (await History()).ShouldBe(["Pull day", "Push day"]);
        (await _phone.Get("/api/exercises?query=y-raise")).Text.ShouldContain("Cable Y-raise");
        (await Preview(_guest)).ShouldBe((0, 0, 2));
        Counts(await Merge(_guest)).ShouldBe((0, 0, 2));

        (await _phone.Send(HttpMethod.Delete, $"/api/imports/{brought.Json["importId"]}")).Status.ShouldBe(200);
        (await History()).ShouldBeEmpty();
        Counts(await Merge(_guest)).ShouldBe((2, 3, 0));
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Templates_and_body_weight_come_along_and_go_again_unless_they_were_changed()
    {
        var (mine, signedIn) = (_phone.Token, _guest);
        _phone.Token = signedIn;
        var own = (await _phone.Post("/api/exercises", """{"name":"Wobble"}""")).Json["id"];
        var kept = (await _phone.Post("/api/templates", $$"""{"name":"Kept","exercises":[{"exerciseId":"{{own}}"}]}""")).Json["id"]!.GetValue<string>();
        await _phone.Post("/api/templates", """{"name":"Gone"}""");
        await _phone.Post("/api/bodyweight", """{"weight":{"value":80.5,"unit":"kg"},"note":"Fasted"}""");
        _phone.Token = mine;
        var preview = (await _phone.Send(HttpMethod.Get, "/api/account/merge", guestToken: _guest)).Json;
        (preview["templates"]!.GetValue<int>(), preview["bodyWeights"]!.GetValue<int>()).ShouldBe((2, 1));
        var brought = (await Merge(_guest)).Json;
        (brought["templates"]!.GetValue<int>(), brought["bodyWeights"]!.GetValue<int>()).ShouldBe((2, 1));
        (await Merge(_guest)).Json["templates"]!.GetValue<int>().ShouldBe(0);
        (await _phone.Get("/api/bodyweight")).Text.ShouldContain("Fasted");
        (await _phone.Post($"/api/templates/{kept}/start")).Json["exercises"]![0]!["name"]!.GetValue<string>().ShouldBe("Wobble");
        await _phone.Send(HttpMethod.Delete, "/api/workouts/current");
        await _phone.Send(HttpMethod.Put, $"/api/templates/{kept}", """{"name":"Mine now"}""");
        (await _phone.Send(HttpMethod.Delete, $"/api/imports/{brought["importId"]}")).Status.ShouldBe(200);
        (await _phone.Get("/api/templates")).Json["items"]!.AsArray().Select(template => template!["name"]!.GetValue<string>()).ShouldBe(["Mine now"]);
        (await _phone.Get("/api/bodyweight")).Json["items"]!.AsArray().ShouldBeEmpty();
        await ProjectionsAreTrue();
    }

    [Test]
    public async Task Only_a_guest_s_own_living_token_proves_it()
    {
        using var eve = new Visitor(Server.Address);
        await eve.Register("eve@example.com");
        var ended = new Visitor(Server.Address);
        await ended.Post("/api/account/guest");
        await ended.Post("/api/account/logout");
        foreach (var token in new[] { _phone.Token!, eve.Token!, ended.Token!, _guest + "x", "nonsense", "" })
        {
            (await Merge(token)).Slug.ShouldBe("validation");
            (await _phone.Send(HttpMethod.Get, "/api/account/merge", guestToken: token)).Slug.ShouldBe("validation");
        }

        (await _phone.Get("/api/account/merge")).Slug.ShouldBe("validation");
    }

    [Test]
    public async Task Idle_guests_are_purged_with_everything_and_full_accounts_stay()
    {
        (await Server.Verb("accounts", "purge-guests")).ShouldBe(0);
        (await Lifter.Get("/api/account")).Status.ShouldBe(200);
        (await Server.Verb("accounts", "purge-guests", "--days", "0")).ShouldBe(0);
        (await Lifter.Get("/api/account")).Slug.ShouldBe("unauthenticated");
        (await _phone.Get("/api/account")).Json["email"]!.GetValue<string>().ShouldBe("ann@example.com");
    }

    private async Task Log(string workout, params string[] exercises)
    {
        await _phone.Post("/api/workouts", workout);
        foreach (var exercise in exercises)
        {
            var set = $$"""{"exerciseId":"{{exercise}}","reps":5,"load":{"value":60,"unit":"kg"} }""";
            (await _phone.Post("/api/workouts/current/sets", set)).Status.ShouldBe(201);
        }
    }

    private async Task<(int Workouts, int Sets, int Here)> Preview(string token) =>
        Counts(await _phone.Send(HttpMethod.Get, "/api/account/merge", guestToken: token));

    private Task<Answer> Merge(string token, Guid? key = null) => _phone.Post("/api/account/merge", new JsonObject { ["guestToken"] = token }.ToJsonString(), key);

    private static (int, int, int) Counts(Answer answer) =>
        (answer.Json["workouts"]!.GetValue<int>(), answer.Json["sets"]!.GetValue<int>(), answer.Json["alreadyHere"]!.GetValue<int>());

    private async Task<IReadOnlyList<string>> History() =>
        [.. (await _phone.Get("/api/history")).Json["items"]!.AsArray().Select(workout => workout!["name"]!.GetValue<string>())];
}
