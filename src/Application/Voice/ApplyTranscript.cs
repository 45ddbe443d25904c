using System.Diagnostics;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>One breath in one transaction: read in the state that the stream lock protects, applied all or none.</summary>
internal sealed record ApplyTranscript(string Transcript, IReadOnlyList<string> Alternatives) : ICommand<VoiceAnswer>
{
    IReadOnlyCollection<string> ICommand<VoiceAnswer>.Documents => [ProjectionKeys.CurrentWorkout, OpenQuestions.Key];
}

internal sealed class ApplyTranscriptHandler(
    VoiceContextLoader contexts, WorkoutSession session, VoiceApplier applier, VoiceAnswers answers, OpenQuestions questions, IEventStore events)
    : IRequestHandler<ApplyTranscript, Result<VoiceAnswer>>
{
    public async Task<Result<VoiceAnswer>> Handle(ApplyTranscript command, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var context = await contexts.Load(await session.Current(cancellationToken), cancellationToken);
        var reading = VoiceGrammar.Interpret(command.Transcript, command.Alternatives, context);
        var elapsed = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return reading.Outcome switch
        {
            VoiceOutcome.Understood or VoiceOutcome.Answered => await Apply(reading, context, elapsed, cancellationToken),
            VoiceOutcome.NeedsClarification => await Ask(reading, elapsed, cancellationToken),
            _ => await Answer(Outcome(reading), reading, reading.Message, reading.Message, elapsed, cancellationToken),
        };
    }

    private static SpokenOutcome Outcome(VoiceReading reading) =>
        reading.Outcome == VoiceOutcome.Rejected ? SpokenOutcome.Rejected : SpokenOutcome.NotUnderstood;

    private async Task<Result<VoiceAnswer>> Ask(VoiceReading reading, long elapsed, CancellationToken cancellationToken)
    {
        questions.Ask(reading.Options);
        return await Answer(SpokenOutcome.NeedsClarification, reading, reading.Message, reading.Message, elapsed, cancellationToken);
    }

    private async Task<Result<VoiceAnswer>> Apply(VoiceReading reading, VoiceContext context, long elapsed, CancellationToken cancellationToken)
    {
        var chosen = Chosen(reading.Commands, context.OpenOptions);
        foreach (var command in chosen.Where(command => !command.IsQuestion))
        {
            if (await applier.Apply(command, context, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        await questions.Close(cancellationToken);
        var replies = new List<string>();
        foreach (var question in chosen.Where(command => command.IsQuestion))
        {
            replies.Add(await answers.To(question, cancellationToken));
        }

        var outcome = chosen.All(command => command.IsQuestion) && chosen.Count > 0 ? SpokenOutcome.Answered : SpokenOutcome.Applied;
        var message = Join(chosen.Where(command => !command.IsQuestion).Select(command => SpokenText.Read(command, context)), replies);
        var speech = Join(chosen.Where(command => !command.IsQuestion).Select(command => SpokenText.Hear(command, context)), replies);
        return await Answer(outcome, reading with { Commands = chosen }, message, speech, elapsed, cancellationToken);
    }

    // "yes" or "the second one" stand for the commands of that option.
    private static IReadOnlyList<VoiceCommand> Chosen(IReadOnlyList<VoiceCommand> commands, IReadOnlyList<VoiceOption> open) =>
        commands is [VoiceCommand.Confirm confirm] && (confirm.Option ?? 1) is var number && number >= 1 && number <= open.Count
            ? open[number - 1].Commands
            : commands;

    private static string Join(IEnumerable<string> done, IEnumerable<string> replies) =>
        string.Join(' ', done.Concat(replies).Where(text => text.Length > 0));

    private async Task<Result<VoiceAnswer>> Answer(
        SpokenOutcome outcome, VoiceReading reading, string message, string speech, long elapsed, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        return new VoiceAnswer(
            outcome, message, speech, reading.Commands, [.. events.Appended.Select(recorded => recorded with { Event = null })], reading.Options.Count == 0 ? null : reading.Options,
            workout is null ? null : session.View(workout), "grammar", reading.Confidence, elapsed);
    }
}
