using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class LoginLimitTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Right = "three red kettlebells", Wrong = "four blue kettlebells";

    private protected override IReadOnlyDictionary<string, string?> OwnHost { get; } = new Dictionary<string, string?>
    {
        // Dear enough that a hash that is left out would show.
        ["Passwords:Iterations"] = "60000",
    };

    [Test]
    public async Task Sixty_wrong_passwords_from_rotating_addresses_over_two_processes_are_limited_for_the_account()
    {
        using var twin = new Server(Database, OwnHost);
        await twin.Start();
        await Register("lifter@gym.example");
        await Register("other@gym.example");
        var statuses = new List<int>();
        for (var i = 0; i < 60; i++)
        {
            var spelling = i % 3 == 0 ? " Lifter@GYM.example " : "lifter@gym.example";
            statuses.Add(await Login(i % 2 == 0 ? Server : twin, spelling.Trim(), Wrong, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{i}")));
        }

        statuses[..20].ShouldAllBe(status => status == 401);
        statuses[20..].ShouldAllBe(status => status == 429);
        (await Login(twin, "lifter@gym.example", Right, "198.51.100.200")).ShouldBe(429, "guessing right doesn't help either");
        (await Login(twin, "other@gym.example", Right, "198.51.100.200")).ShouldBe(200, "nobody else is kept waiting");
    }

    [Test]
    public async Task An_unknown_address_takes_as_long_as_a_wrong_password()
    {
        await Register("known@gym.example");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = 0; i < 13; i++)
        {
            known.Add(await Time("known@gym.example"));
            unknown.Add(await Time($"unknown{i}@gym.example"));
        }

        // The least of each: a busy machine adds to any of them, and takes nothing off.
        var ratio = known.Min() / unknown.Min();
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"known {known.Min():F1} ms, unknown {unknown.Min():F1} ms"));
        ratio.ShouldBeInRange(1 / 2.5, 2.5);
    }

    [Test]
    public async Task Who_tried_too_often_costs_no_slow_digest()
    {
        // Whatever the limit lets through, and then some.
        for (var i = 0; i < 21; i++)
        {
            await Login(Server, "nobody@gym.example", Wrong, "198.51.100.1");
        }

        var (plain, keyed, digest) = (new List<double>(), new List<double>(), new List<double>());
        using var visitor = new Visitor(Server.Address);
        for (var i = 0; i < 9; i++)
        {
            plain.Add(await Refused(visitor, key: null));
            keyed.Add(await Refused(visitor, Guid.NewGuid()));
            var started = Stopwatch.GetTimestamp();
            Rfc2898DeriveBytes.Pbkdf2("a request"u8.ToArray(), new byte[16], 60_000, HashAlgorithmName.SHA512, 32);
            digest.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        (keyed.Min() - plain.Min()).ShouldBeLessThan(digest.Min() / 2);
    }

    private static async Task<double> Refused(Visitor visitor, Guid? key)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await visitor.Post("/api/account/login", $$"""{"email":"nobody@gym.example","password":"{{Wrong}}"}""", key);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        answer.Status.ShouldBe(429);
        return took;
    }

    private async Task Register(string email)
    {
        using var visitor = new Visitor(Server.Address);
        (await visitor.Register(email, Right)).Status.ShouldBe(201);
    }

    private async Task<double> Time(string email)
    {
        var started = Stopwatch.GetTimestamp();
        (await Login(Server, email, Wrong, "198.51.100.1")).ShouldBe(401);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<int> Login(Server server, string email, string password, string forged)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/login")
        {
            Content = new StringContent($$"""{"email":"{{email}}","password":"{{password}}"}""", new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forged);
        request.Headers.TryAddWithoutValidation("CloudFront-Viewer-Address", forged + ":443");
        using var answer = await client.SendAsync(request);
        (answer.Headers.RetryAfter is not null).ShouldBe((int)answer.StatusCode == 429);
        return (int)answer.StatusCode;
    }
}
