using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.Voice;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>Speech below the front door: what a sentence costs, how it is counted, and the question that stays open.</summary>
internal sealed class SpeechTests(Provider provider) : DatabaseTest(provider)
{
    // What it is understood from; then as any command: the lock with what is needed; the changes with the commit. The door's limit is one more.
    private const int Most = 3;

    [Test]
    public async Task A_spoken_set_costs_one_round_trip_more_than_a_typed_one()
    {
        await Say("start workout");
        await Costs("bench press 100 for 8", Most);
        await Costs("100 for 8", Most);
        await Costs("make that 9", Most);
        await Costs("squat 100 for 5, RPE 8, then rest two minutes", Most);
        await Costs("squat 100", Most);
        await Costs("bla bla", Most);
    }

    [Test]
    public async Task A_spoken_set_on_ones_own_exercise_costs_no_more_than_a_typed_one_does()
    {
        await House.In(services =>
        {
            services.GetRequiredService<CommandScope>().AccountId = Account;
            return services.GetRequiredService<IMediator>().Send(new CreateExercise(null, "Cable Y-raise", null, null, null, null, null));
        });
        await Say("start workout");
        await Costs("cable Y raise 20 for 8", Most + 1);
        await Costs("20 for 8", Most);
    }

    [Test]
    public async Task A_question_outlives_the_host_that_asked_it()
    {
        await Say("start workout");
        (await Say("discard the workout")).Outcome.ShouldBe(SpokenOutcome.NeedsClarification);
        await using var next = new House(Database);
        (await Say("yes", next)).Outcome.ShouldBe(SpokenOutcome.Applied);
        (await Say("yes")).Outcome.ShouldBe(SpokenOutcome.Rejected);
    }

    [Test]
    public async Task A_question_waits_ten_minutes_for_its_answer()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var house = new House(Database.Settings, services => services.AddSingleton<TimeProvider>(clock));
        await Say("start workout", house);
        await Say("discard the workout", house);
        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        (await Say("the second one", house)).Outcome.ShouldBe(SpokenOutcome.Applied);
        await Say("discard the workout", house);
        clock.Advance(TimeSpan.FromMinutes(10));
        (await Say("yes", house)).Outcome.ShouldBe(SpokenOutcome.Rejected);
        (await Say("how many sets so far", house)).Message.ShouldStartWith("0 sets so far");
    }

    [Test]
    public async Task A_question_that_the_release_before_asked_is_still_answered()
    {
        await Say("start workout");
        var asked = new OpenQuestion(DateTimeOffset.UtcNow, "discard the workout", null, [new("Discard workout", [new VoiceCommand.DiscardWorkout()])]);
        await House.In(services => services.GetRequiredService<IUnitOfWork>().Run<int>(new CommandScope { AccountId = Account, CommandId = Guid.NewGuid() }, [], _ =>
        {
            services.GetRequiredService<IProjections>().Store(Account, VoiceTalk.Key, new VoiceTalk(asked, []));
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None));
        (await Say("yes")).Outcome.ShouldBe(SpokenOutcome.Applied);
    }

    [Test]
    public async Task Sentences_are_counted_by_who_understood_them_and_how_they_ended_and_no_word_is_kept()
    {
        var counted = new List<string>();
        using var listener = Listener((name, tags) => counted.Add($"{name} {string.Join(' ', tags)}"));
        await Say("start workout");
        await Say("bench press 100 for 8");
        await Say("how many sets so far");
        await Say("squat 100");
        await Say("bla bla");
        await Say("delete set 7");
        listener.Dispose();
        counted.Where(one => one.StartsWith("voice.outcomes", StringComparison.Ordinal)).ShouldBe(
            new[] { "applied", "applied", "answered", "needsClarification", "notUnderstood", "rejected" }.Select(outcome => $"voice.outcomes source=grammar outcome={outcome}"));
        counted.Count(one => one == "voice.latency source=grammar").ShouldBe(6);
        counted.ShouldContain("commands type=LogSet outcome=ok");
        counted.ShouldAllBe(one => !one.Contains("bench", StringComparison.OrdinalIgnoreCase) && !one.Contains("bla", StringComparison.OrdinalIgnoreCase));
    }

    private static MeterListener Listener(Action<string, IEnumerable<string>> heard)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, all) => all.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => heard(instrument.Name, Texts(tags)));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => heard(instrument.Name, Texts(tags)));
        listener.Start();
        return listener;
    }

    private static IEnumerable<string> Texts(ReadOnlySpan<KeyValuePair<string, object?>> tags) => [.. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")];

    private async Task Costs(string said, int most)
    {
        House.Trips.Clear();
        await Say(said);
        if (Provider == Provider.Sqlite)
        {
            return; // A library in the process: no trips to count.
        }

        House.Trips.Count.ShouldBeLessThanOrEqualTo(most, $"{said}:\n{string.Join("\n\n", House.Trips.Sent)}");
    }

    private async Task<VoiceAnswer> Say(string said, House? house = null)
    {
        var answer = await (house ?? House).In(services =>
        {
            services.GetRequiredService<CommandScope>().AccountId = Account;
            return services.GetRequiredService<IMediator>().Send(new ProcessTranscript(said, null, null));
        });
        answer.IsOk.ShouldBeTrue(answer.Error?.Detail);
        return answer.Value!;
    }
}
