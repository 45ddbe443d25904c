using System.Diagnostics;
using System.Net;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>The host inside the test's process, on a clock that the test sets, with a mail server that keeps what it is given.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
internal sealed class ClockTests(Provider provider)
{
    private const string Ann = "ann@example.com";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private MailBox _mail = null!;
    private WebApplicationFactory<Program> _host = null!;

    [OneTimeSetUp]
    public void Open()
    {
        (_database, _mail) = (new TestDatabase(provider), new MailBox());
        _host = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseContentRoot(_database.Home);
            foreach (var (key, value) in _database.Settings.Concat(_mail.Settings))
            {
                web.UseSetting(key, value);
            }

            web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock));
        });
        _host.CreateClient().Dispose();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _host.DisposeAsync();
        await _mail.DisposeAsync();
        _database.Dispose();
    }

    [SetUp]
    public Task Empty() => _database.Empty();

    [Test]
    public async Task An_access_token_lives_15_minutes_and_half_a_minute_of_grace()
    {
        using var visitor = await Registered();
        _clock.Advance(TimeSpan.FromSeconds((15 * 60) + 29));
        (await visitor.Get("/api/account")).Status.ShouldBe(200);
        _clock.Advance(TimeSpan.FromSeconds(2));
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
        _clock.Advance(TimeSpan.FromSeconds(seconds));
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
            _clock.Advance(TimeSpan.FromDays(1));
            (await visitor.Refresh()).Status.ShouldBe(200);
        }

        (await first.Refresh()).Status.ShouldBe(401);
        (await visitor.Refresh()).Status.ShouldBe(401);
    }

    [Test]
    public async Task A_session_ends_after_30_days_unused_and_after_90_however_used()
    {
        using var idle = await Registered();
        _clock.Advance(TimeSpan.FromDays(30));
        (await idle.Refresh()).Status.ShouldBe(401);
        using var busy = await Registered("busy@example.com");
        foreach (var days in new[] { 29, 29, 29 })
        {
            _clock.Advance(TimeSpan.FromDays(days));
            (await busy.Refresh()).Status.ShouldBe(200);
        }

        _clock.Advance(TimeSpan.FromDays(3));
        (await busy.Refresh()).Status.ShouldBe(401);
    }

    [Test]
    public async Task What_is_delicate_needs_a_proof_of_the_last_10_minutes()
    {
        using var visitor = await Registered();
        _clock.Advance(TimeSpan.FromMinutes(11));
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
    public async Task A_forgotten_password_is_set_anew_by_a_mailed_link_that_works_once_for_an_hour()
    {
        using var visitor = await Registered();
        using var other = new Visitor(Client());
        var asked = Stopwatch.GetTimestamp();
        await other.Post("/api/account/password/forgot", """{"email":"nobody@example.com"}""");
        Stopwatch.GetElapsedTime(asked).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9), "as long as a mail would take");
        await other.Post("/api/account/password/forgot", $$"""{"email":"{{Ann}}"}""");
        var secret = _mail.Secret(Ann, "reset");
        _mail.To.ShouldNotContain("nobody@example.com");
        (await Reset(other, secret)).Status.ShouldBe(204);
        (await visitor.Get("/api/account")).Status.ShouldBe(401);
        (await other.Login(Ann)).Status.ShouldBe(401);
        (await other.Login(Ann, Passwords.Other)).Json["account"]!["emailConfirmed"]!.GetValue<bool>().ShouldBeTrue();
        (await Reset(other, secret)).Slug.ShouldBe("link-expired");

        await other.Post("/api/account/password/forgot", $$"""{"email":"{{Ann}}"}""");
        _clock.Advance(TimeSpan.FromMinutes(61));
        (await Reset(other, _mail.Secret(Ann, "reset"))).Slug.ShouldBe("link-expired");
    }

    [Test]
    public async Task An_address_is_confirmed_by_the_link_it_gets_and_a_new_one_counts_only_then()
    {
        using var visitor = await Registered();
        var first = _mail.Secret(Ann, "confirm");
        (await visitor.Post("/api/account/email/confirmation")).Status.ShouldBe(202);
        (await Confirm(visitor, first)).Slug.ShouldBe("link-expired");
        var second = _mail.Secret(Ann, "confirm");
        (await Confirm(visitor, second)).Status.ShouldBe(204);
        (await Confirm(visitor, second)).Slug.ShouldBe("link-expired");
        (await visitor.Get("/api/account")).Json["emailConfirmed"]!.GetValue<bool>().ShouldBeTrue();

        var asked = await visitor.Send(HttpMethod.Put, "/api/account/email", """{"email":"new@example.com"}""");
        asked.Json["email"]!.GetValue<string>().ShouldBe(Ann);
        (await Confirm(visitor, _mail.Secret("new@example.com", "confirm"))).Status.ShouldBe(204);
        var account = (await visitor.Get("/api/account")).Json;
        (account["email"]!.GetValue<string>(), account["emailConfirmed"]!.GetValue<bool>()).ShouldBe(("new@example.com", true));
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
            var file = Directory.GetFiles(_database.Home, "signing-keys.json", SearchOption.AllDirectories).Single();
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Test]
    public async Task A_personal_access_token_ends_when_it_was_said_to()
    {
        using var visitor = await Registered();
        var expires = _clock.GetUtcNow().AddHours(2);
        var made = await visitor.Post("/api/account/tokens", $$"""{"name":"x","scopes":["read"],"expiresAt":"{{expires:yyyy-MM-ddTHH:mm:ssZ}}"}""");
        using var script = new Visitor(Client()) { Token = made.Json["secret"]!.GetValue<string>() };
        (await script.Get("/api/workouts/current")).Status.ShouldBe(204);
        _clock.Advance(TimeSpan.FromHours(2));
        (await script.Get("/api/workouts/current")).Status.ShouldBe(401);
    }

    [Test]
    public async Task A_creation_key_opens_the_account_it_made_for_a_day_and_no_longer()
    {
        using var visitor = new Visitor(Client());
        var key = Guid.NewGuid();
        await visitor.Post("/api/account/guest", key: key);
        _clock.Advance(TimeSpan.FromHours(23));
        (await visitor.Post("/api/account/guest", key: key)).Replayed.ShouldBeTrue();
        _clock.Advance(TimeSpan.FromHours(2));
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
        _clock.Advance(TimeSpan.FromDays(25));
        (await busy.Refresh()).Status.ShouldBe(200);
        _clock.Advance(TimeSpan.FromDays(34));
        (await Purged()).ShouldBe(0);
        _clock.Advance(TimeSpan.FromDays(2));
        (await Purged()).ShouldBe(1);
        (await member.Login(Ann)).Status.ShouldBe(200);
        _clock.Advance(TimeSpan.FromDays(25));
        (await Purged()).ShouldBe(1);
    }

    private async Task<int> Purged()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var purged = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PurgeGuests(TimeSpan.FromDays(60), TimeSpan.FromDays(365)));
        return purged.Value!.Accounts;
    }

    private async Task Rotate()
    {
        await _host.Services.GetRequiredService<ISigningKeys>().Rotate(CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(61));
    }

    private static string KeyOf(Visitor visitor) =>
        System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(visitor.Token!.Split('.')[0]));

    private static Task<Answer> Reset(Visitor visitor, string secret) =>
        visitor.Post("/api/account/password/reset", $$"""{"token":"{{secret}}","newPassword":"{{Passwords.Other}}"}""");

    private static Task<Answer> Confirm(Visitor visitor, string secret) => visitor.Post("/api/account/email/confirm", $$"""{"token":"{{secret}}"}""");

    private HttpClient Client() => _host.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });

    private async Task<Visitor> Registered(string email = Ann)
    {
        var visitor = new Visitor(Client());
        (await visitor.Register(email)).Status.ShouldBe((int)HttpStatusCode.Created);
        return visitor;
    }
}
