using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Spoken;

namespace TitanTrakr.Application.Voice;

/// <summary>Puts answers together.</summary>
internal sealed class VoiceReplies(WorkoutSession session, IEventStore events)
{
    /// <summary>The answer of <c>process</c>: with what was written and the workout after it.</summary>
    public async Task<VoiceAnswer> Of(VoiceReading reading, Understood understood, Reply reply, CancellationToken cancellationToken)
    {
        var outcome = reading.Outcome == VoiceOutcome.Understood ? SpokenOutcome.Applied : Outcome(reading.Outcome);
        var written = events.Appended.Select(recorded => recorded with { Event = null });
        return await Answer(outcome, reading, understood, reply, [.. written], cancellationToken);
    }

    /// <summary>The answer of <c>interpret</c>: nothing was written.</summary>
    public Task<VoiceAnswer> Only(Understood understood, Reply reply, CancellationToken cancellationToken) =>
        Answer(Outcome(understood.Reading.Outcome), understood.Reading, understood, reply, [], cancellationToken);

    private async Task<VoiceAnswer> Answer(
        SpokenOutcome outcome, VoiceReading reading, Understood understood, Reply reply, IReadOnlyList<RecordedEvent> written, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return new VoiceAnswer(
            outcome, reply.Message, reply.Speech, reading.Commands, written, reading.Options.Count == 0 ? null : reading.Options,
            workout is null ? null : session.View(workout), understood.By, reading.Confidence, understood.ElapsedMs);
    }

    private static SpokenOutcome Outcome(VoiceOutcome outcome) => outcome switch
    {
        VoiceOutcome.Understood => SpokenOutcome.Understood,
        VoiceOutcome.Answered => SpokenOutcome.Answered,
        VoiceOutcome.NeedsClarification => SpokenOutcome.NeedsClarification,
        VoiceOutcome.NotUnderstood => SpokenOutcome.NotUnderstood,
        VoiceOutcome.Rejected => SpokenOutcome.Rejected,
    };
}
