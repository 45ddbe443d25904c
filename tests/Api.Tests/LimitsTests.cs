using System.Globalization;
using System.Net.Http.Headers;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

internal sealed class LimitsTests(Provider provider) : FrontDoorTest(provider)
{
    private protected override IReadOnlyDictionary<string, string?> OwnHost { get; } = new Dictionary<string, string?>
    {
        ["Limits:Guest:PerAddress"] = "6",
        ["Limits:Voice:PerAccount"] = "4",
        ["Limits:VoiceDay:PerAccount"] = "6",
        ["Limits:Voice:Seconds"] = "600",
    };

    [Test]
    public async Task Who_talks_too_fast_is_told_when_to_go_on_and_nothing_is_written()
    {
        await Lifter.Post("/api/workouts");
        await Talk(Lifter, 4);
        using var refused = await Refused(Lifter, "/api/voice/process", """{"transcript":"squat 100 for 5"}""");
        Wait(refused).ShouldBeInRange(1, 600);
        using var other = await Lifter.SignUp(Server);
        (await other.Say("help")).Status.ShouldBe(200);
        (await Lifter.Events()).Count.ShouldBe(1);
        (await Lifter.Get("/api/account/audit")).Json["items"]!.AsArray().Select(entry => entry!["kind"]!.GetValue<string>()).ShouldBe(["limitHit"]);
    }

    [Test]
    public async Task Voice_has_a_budget_a_day()
    {
        await Talk(Lifter, 4);
        var waits = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            using var refused = await Refused(Lifter, "/api/voice/interpret", """{"transcript":"help"}""");
            waits.Add(Wait(refused));
        }

        waits[..2].ShouldAllBe(wait => wait <= 600);
        waits[2].ShouldBeGreaterThan(80_000);
    }

    [Test]
    public async Task Two_processes_count_together_and_forged_addresses_count_as_one()
    {
        using var twin = new Server(Database, OwnHost);
        await twin.Start();
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            using var client = new HttpClient { BaseAddress = (i % 2 == 0 ? Server : twin).Address };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/guest");
            foreach (var header in new[] { "X-Forwarded-For", "X-Real-IP", "CloudFront-Viewer-Address", "Forwarded" })
            {
                request.Headers.TryAddWithoutValidation(header, string.Create(CultureInfo.InvariantCulture, $"198.51.100.{i}"));
            }

            using var answer = await client.SendAsync(request);
            statuses.Add((int)answer.StatusCode);
        }

        // One guest was made for the test itself.
        statuses.ShouldBe([201, 201, 201, 201, 201, 429, 429, 429, 429, 429, 429, 429]);
        (await Database.Dump()).ShouldNotContain("127.0.0.1");
    }

    private static async Task Talk(Lifter lifter, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await lifter.Say("help")).Status.ShouldBe(200);
        }
    }

    private async Task<HttpResponseMessage> Refused(Lifter lifter, string path, string body)
    {
        using var client = new HttpClient { BaseAddress = Server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", lifter.Token);
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        var answer = await client.PostAsync(path, content);
        ((int)answer.StatusCode).ShouldBe(429);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("/rate-limited");
        return answer;
    }

    private static int Wait(HttpResponseMessage refused) => (int)refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
}
