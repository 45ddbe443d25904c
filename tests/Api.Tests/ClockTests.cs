using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class ClockTests(Provider provider) : ClockedTest(provider)
{
    [Test]
    public async Task An_access_token_lives_15_minutes_and_half_a_minute_of_grace()
    {
        using var visitor = await Registered();
        Clock.Advance(TimeSpan.FromSeconds((15 * 60) + 29));
        (await visitor.Get("/api/account")).Status.ShouldBe(200);
        Clock.Advance(TimeSpan.FromSeconds(2));
        (await visitor.Get("/api/account")).Slug.ShouldBe("unauthenticated");
        (await visitor.Refresh()).Status.ShouldBe(200);
        (await visitor.Get("/api/account")).Status.ShouldBe(200);
    }

    [TestCase(10, 200)]
    [TestCase(11, 401)]
    public async Task A_used_refresh_token_gets_its_successor_for_10_seconds_then_it_ends_the_session(int seconds, int status)
    {
        using var visitor = await Registered();
        var thief = visitor.Twin();
        await visitor.Refresh();
        Clock.Advance(TimeSpan.FromSeconds(seconds));
        (await thief.Refresh()).Status.ShouldBe(status);
        if (status == 200)
        {
            thief.Cookie.ShouldBe(visitor.Cookie);
        }

        (await visitor.Get("/api/account")).Status.ShouldBe(status);
        (await visitor.Refresh()).Status.ShouldBe(status);
        await visitor.Login(Ann);
        (await visitor.Get("/api/account/audit")).Text.Contains("refreshReused", StringComparison.Ordinal).ShouldBe(status == 401);
    }

    [Test]
    public async Task A_refresh_token_from_long_before_is_still_known_as_used()
    {
        using var visitor = await Registered();
        var first = visitor.Twin();
        for (var day = 0; day < 20; day++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            (await visitor.Refresh()).Status.ShouldBe(200);
        }

        (await first.Refresh()).Status.ShouldBe(401);
        (await visitor.Refresh()).Status.ShouldBe(401);
    }

    [Test]
    public async Task A_session_ends_after_30_days_unused_and_after_90_however_used()
    {
        using var idle = await Registered();
        Clock.Advance(TimeSpan.FromDays(30));
        (await idle.Refresh()).Status.ShouldBe(401);
        using var busy = await Registered("busy@example.com");
        foreach (var days in new[] { 29, 29, 29 })
        {
            Clock.Advance(TimeSpan.FromDays(days));
            (await busy.Refresh()).Status.ShouldBe(200);
        }

        Clock.Advance(TimeSpan.FromDays(3));
        (await busy.Refresh()).Status.ShouldBe(401);
    }

    [Test]
    public async Task What_is_delicate_needs_a_proof_of_the_last_10_minutes()
    {
        using var visitor = await Registered();
        Clock.Advance(TimeSpan.FromMinutes(11));
        (HttpMethod Method, string Path, string Body)[] delicate =
        [
            (HttpMethod.Post, "tokens", """{"name":"x","scopes":["read"]}"""),
            (HttpMethod.Put, "email", """{"email":"new@example.com"}"""),
            (HttpMethod.Post, "passkeys/creation-options", "{}"),
            (HttpMethod.Post, "passkeys", """{"credential":{}}"""),
            (HttpMethod.Patch, "passkeys/AAAA", """{"name":"x"}"""),
            (HttpMethod.Delete, "passkeys/AAAA", "{}"),
            (HttpMethod.Delete, "", "{}"),
        ];
        foreach (var (method, path, body) in delicate)
        {
            var answer = await visitor.Send(method, $"/api/account/{path}", body);
            (answer.Status, answer.Slug).ShouldBe((403, "reauthentication-required"), path);
        }

        (await visitor.Post("/api/account/reauthenticate", $$"""{"password":"{{Passwords.Other}}"}""")).Status.ShouldBe(400);
        (await visitor.Post("/api/account/reauthenticate", $$"""{"password":"{{Passwords.Good}}"}""")).Status.ShouldBe(204);
        (await visitor.Post("/api/account/tokens", delicate[0].Body)).Status.ShouldBe(201);
        (await visitor.Send(HttpMethod.Delete, "/api/account")).Status.ShouldBe(204);
        (await visitor.Login(Ann)).Status.ShouldBe(401);
    }

    [Test]
    public async Task A_rotated_key_signs_from_then_on_and_the_one_before_is_believed_until_the_next_rotation()
    {
        using var visitor = await Registered();
        var old = visitor.Twin();
        await Rotate();
        await visitor.Refresh();
        KeyOf(visitor).ShouldNotBe(KeyOf(old));
        (await old.Get("/api/account")).Status.ShouldBe(200);
        (await visitor.Get("/api/account")).Status.ShouldBe(200);
        await Rotate();
        (await old.Get("/api/account")).Status.ShouldBe(401);
        (await visitor.Get("/api/account")).Status.ShouldBe(200);
        if (!OperatingSystem.IsWindows())
        {
            var file = Directory.GetFiles(Database.Home, "signing-keys.json", SearchOption.AllDirectories).Single();
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Test]
    public async Task A_personal_access_token_ends_when_it_was_said_to()
    {
        using var visitor = await Registered();
        var expires = Clock.GetUtcNow().AddHours(2);
        var made = await visitor.Post("/api/account/tokens", $$"""{"name":"x","scopes":["read"],"expiresAt":"{{expires:yyyy-MM-ddTHH:mm:ssZ}}"}""");
        using var script = new Visitor(Client()) { Token = made.Json["secret"]!.GetValue<string>() };
        (await script.Get("/api/workouts/current")).Status.ShouldBe(204);
        Clock.Advance(TimeSpan.FromHours(2));
        (await script.Get("/api/workouts/current")).Status.ShouldBe(401);
    }

    [Test]
    public async Task A_creation_key_opens_the_account_it_made_for_a_day_and_no_longer()
    {
        using var visitor = new Visitor(Client());
        var key = Guid.NewGuid();
        await visitor.Post("/api/account/guest", key: key);
        Clock.Advance(TimeSpan.FromHours(23));
        (await visitor.Post("/api/account/guest", key: key)).Replayed.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromHours(2));
        (await visitor.Post("/api/account/guest", key: key)).Slug.ShouldBe("idempotency-key-reused");
    }

    [Test]
    public async Task A_guest_goes_when_it_was_idle_for_60_days_and_not_before()
    {
        using var idle = new Visitor(Client());
        await idle.Post("/api/account/guest");
        using var busy = new Visitor(Client());
        await busy.Post("/api/account/guest");
        using var member = await Registered();
        Clock.Advance(TimeSpan.FromDays(25));
        (await busy.Refresh()).Status.ShouldBe(200);
        Clock.Advance(TimeSpan.FromDays(34));
        (await Purged()).ShouldBe(0);
        Clock.Advance(TimeSpan.FromDays(2));
        (await Purged()).ShouldBe(1);
        (await member.Login(Ann)).Status.ShouldBe(200);
        Clock.Advance(TimeSpan.FromDays(25));
        (await Purged()).ShouldBe(1);
    }

    private async Task<int> Purged()
    {
        await using var scope = Services.CreateAsyncScope();
        var purged = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PurgeGuests(TimeSpan.FromDays(60), TimeSpan.FromDays(365)));
        return purged.Value!.Accounts;
    }

    private async Task Rotate()
    {
        await Services.GetRequiredService<ISigningKeys>().Rotate(CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(61));
    }

    private static string KeyOf(Visitor visitor) =>
        System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(visitor.Token!.Split('.')[0]));
}
