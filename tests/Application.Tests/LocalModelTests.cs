using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Voice;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>A model on one's own machine, or at whoever speaks OpenAI's protocol, through the provider's real client.</summary>
internal sealed class LocalModelTests(Provider provider) : DatabaseTest(provider)
{
    private const string Free = "put in bench work of eight at one hundred flat as my set";
    private const string Answer = """{"commands":[{"type":"LogSet","exerciseId":"bench-press","load":{"value":100,"unit":"kg"},"reps":8,"rpe":null,"note":null}]}""";
    private const int BreakAfter = 2;

    private readonly ModelStandIn _model = new();
    private House _house = null!;

    [OneTimeTearDown]
    public void StopModel() => _model.Dispose();

    [SetUp]
    public void Configure()
    {
        _model.Requests.Clear();
        _house = new House(Settings);
    }

    private Dictionary<string, string?> Settings => new(Database.Settings)
    {
        ["Voice:Model:Provider"] = "OpenAI",
        ["Voice:Model:Name"] = "llama-in-the-cellar",
        ["Voice:Model:BaseUrl"] = new Uri(_model.Address, "/v1").ToString(),
        ["Voice:Model:BreakAfter"] = $"{BreakAfter}",
        ["Voice:Model:BreakMilliseconds"] = "600000",
    };

    [TearDown]
    public async Task CloseHouse() => await _house.DisposeAsync();

    [Test]
    public async Task It_is_asked_without_a_key_in_its_own_protocol_and_its_tokens_are_counted()
    {
        var tokens = new Dictionary<string, long>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, all) => all.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (instrument.Name == "model.tokens")
            {
                tokens[(string)tags[0].Value!] = value;
            }
        });
        listener.Start();
        _model.Script = () => Scripted.OpenAI(Answer);
        await Say("start workout");
        var answer = await Say(Free);
        (answer.Outcome, answer.UnderstoodBy, answer.Message).ShouldBe((SpokenOutcome.Applied, "model", "Logged Bench Press 100 kg × 8"));
        var request = _model.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("POST /v1/chat/completions");
        request.ShouldContain("llama-in-the-cellar");
        request.ShouldContain("json_schema");
        tokens.ShouldBe(new Dictionary<string, long> { ["in"] = 700, ["out"] = 40 });
    }

    [Test]
    public async Task What_it_says_beside_the_point_is_not_understood()
    {
        await Say("start workout");
        foreach (var reply in new[] { Scripted.OpenAI("Sure thing!"), Scripted.OpenAI("""{"commands":[{"type":"DeleteAccount"}]}"""), new Scripted(200, "<html></html>", "text/html"), Scripted.OpenAI(Answer) with { Half = true } })
        {
            _model.Script = () => reply;
            (await Say(Free)).Outcome.ShouldBe(SpokenOutcome.NotUnderstood, reply.Body);
        }
    }

    [Test]
    public async Task A_model_that_is_down_is_left_alone_for_a_while_and_sets_go_on_without_it()
    {
        _model.Script = () => Scripted.Fault(500);
        await Say("start workout");
        for (var i = 0; i < BreakAfter; i++)
        {
            (await Say(Free)).Outcome.ShouldBe(SpokenOutcome.NotUnderstood);
        }

        _model.Requests.Clear();
        var answer = await Say(Free);
        answer.Outcome.ShouldBe(SpokenOutcome.NotUnderstood);
        answer.Options.ShouldNotBeEmpty();
        (await Say("squat 100 for 5")).Outcome.ShouldBe(SpokenOutcome.Applied);
        (await Send(new LogSet(null, "squat", new Load(100, WeightUnit.Kg), new Reps(5), null, null, null, null, null, null, null, null))).IsOk.ShouldBeTrue();
        // Whoever isn't asked can't keep anybody waiting.
        _model.Requests.ShouldBeEmpty();
        Breaker().ShouldBe(2);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Nobody_waits_longer_than_five_seconds_whatever_is_configured_and_however_it_fails(bool afterAFault)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var house = new House(
            new Dictionary<string, string?>(Settings) { ["Voice:Model:TryMilliseconds"] = "60000", ["Voice:Model:TotalMilliseconds"] = "60000" },
            services => services.AddSingleton<TimeProvider>(clock));
        var replies = new Queue<Scripted>(afterAFault ? [Scripted.Fault(529)] : []);
        _model.Script = () => replies.TryDequeue(out var fault) ? fault : Scripted.OpenAI(Answer) with { Until = Task.Delay(Timeout.Infinite) };
        await Say("start workout", house);
        var answer = Say(Free, house);
        // The limit runs from before the first call: once that is made, its clock can be moved.
        await WaitFor(() => !_model.Requests.IsEmpty, TimeSpan.FromMinutes(1));
        for (var passed = 0; passed < 5; passed++)
        {
            await WaitFor(() => !afterAFault || passed == 0 || _model.Requests.Count > 1, TimeSpan.FromSeconds(3));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        // The model never answers: that it was answered at all is the limit's doing.
        var told = await answer.WaitAsync(TimeSpan.FromMinutes(1));
        told.Outcome.ShouldBe(SpokenOutcome.NotUnderstood);
        told.Options.ShouldNotBeEmpty();
        _model.Requests.Count.ShouldBe(afterAFault ? 2 : 1);
    }

    private static async Task WaitFor(Func<bool> condition, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition() && Stopwatch.GetElapsedTime(started) < patience)
        {
            await Task.Delay(20);
        }
    }

    private static int Breaker()
    {
        var state = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Name == "model.breaker")
                {
                    all.EnableMeasurementEvents(instrument);
                }
            },
        };
        // Hosts of other tests have breakers too: the one that is open is this one's.
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => state = Math.Max(state, value));
        listener.Start();
        listener.RecordObservableInstruments();
        return state;
    }

    private async Task<VoiceAnswer> Say(string said, House? house = null)
    {
        var answer = await Send(new ProcessTranscript(said, null, null), house);
        answer.IsOk.ShouldBeTrue(answer.Error?.Detail);
        return answer.Value!;
    }

    private Task<Result<T>> Send<T>(IRequest<Result<T>> request, House? house = null) => (house ?? _house).In(services =>
    {
        services.GetRequiredService<CommandScope>().AccountId = Account;
        return services.GetRequiredService<IMediator>().Send(request);
    });
}
