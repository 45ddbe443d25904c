using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>A host whose own clock hangs in Berlin: what is meant by a time is the same as anywhere.</summary>
internal sealed class HostZoneTests(Provider provider) : FrontDoorTest(provider)
{
    private protected override IReadOnlyDictionary<string, string?> OwnHost { get; } = new Dictionary<string, string?> { ["TZ"] = "Europe/Berlin" };

    [TestCase("before=2025-11-23T10:30:00", 1)]
    [TestCase("before=2025-11-23T10:30:00Z", 1)]
    [TestCase("before=2025-11-23T10:00:00", 0)]
    [TestCase("before=2025-11-23T11:30:00%2B02:00", 0)]
    [TestCase("after=2025-11-23T10:00:00", 1)]
    [TestCase("after=2025-11-23T10:30:00", 0)]
    [TestCase("after=2025-11-23&before=2025-11-24", 1)]
    public async Task A_time_in_an_address_is_UTC_unless_it_says_otherwise(string query, int found)
    {
        (await Lifter.Post("/api/history", Past.Workout("2025-11-23T10:00:00Z", "squat", 100, 5))).Status.ShouldBe(201);
        (await Lifter.Get($"/api/history?{query}")).Json["items"]!.AsArray().Count.ShouldBe(found);
    }

    [Test]
    public async Task A_time_in_a_body_says_its_offset_and_a_record_falls_on_its_day()
    {
        var unsaid = await Lifter.Post("/api/history", Past.Workout("2025-11-23T10:00:00Z", "squat", 100, 5).Replace("10:00:00Z", "10:00:00", StringComparison.Ordinal));
        unsaid.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["startedAt"]);
        await Lifter.Post("/api/history", Past.Workout("2025-11-23T23:30:00+01:00", "squat", 100, 5));
        (await Lifter.Events()).Single()!["payload"]!["startedAt"]!.GetValue<string>().ShouldBe("2025-11-23T22:30:00+00:00");
        (await Lifter.Get("/api/history/records?exerciseId=squat&asOf=2025-11-23")).Json["items"]!.AsArray().ShouldNotBeEmpty();
        (await Lifter.Get("/api/history/records?exerciseId=squat&asOf=2025-11-23T22:00:00")).Json["items"]!.AsArray().ShouldBeEmpty();
    }
}
