using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Endurance;

/// <summary>The model behind the grammar is slow, fails, or wants harm, while sets are logged.</summary>
internal sealed class VoiceTests(Provider provider) : EnduranceTest(provider)
{
    // No rule of the grammar reads this.
    private const string Free = "put in bench work of eight at one hundred flat as my set";

    private static IEnumerable<TestCaseData> Models()
    {
        yield return Case("slow", Scripted.Commands() with { Until = Task.Delay(Timeout.Infinite) });
        yield return Case("failing", Scripted.Fault(500));
        yield return Case("halved", Scripted.Commands() with { Half = true });
        yield return Case("hostile", Scripted.Commands("""{"type":"DeleteAccount"}""", """{"type":"DiscardWorkout","accountId":"x"}"""));
        yield return Case("huge", Scripted.Text(new string('x', 8_000_000)));

        static TestCaseData Case(string name, Scripted reply) => new TestCaseData(reply).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Models))]
    public async Task Sets_are_logged_beside_a_model_that_is(Scripted reply)
    {
        Gym.Model.Script = () => reply;
        Gym.Model.Requests.Clear();
        var lifter = await Lifter();
        var spoken = Enumerable.Range(0, Extent.Of(4, 40)).Select(_ => Say(lifter)).ToList();
        await lifter.Device(() => Server.Address).Log(Extent.Of(10, 100));
        (await Task.WhenAll(spoken)).ShouldAllBe(outcome => outcome == "notUnderstood");
        Gym.Model.Requests.ShouldNotBeEmpty("the circuit should not have spared it");
        await NothingIsLostOrDoubled();
    }

    private async Task<string> Say(Account lifter)
    {
        using var client = lifter.Client(Server.Address);
        using var answer = await client.PostAsJsonAsync("/api/voice/process", new { transcript = Free });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["outcome"]!.GetValue<string>();
    }
}
