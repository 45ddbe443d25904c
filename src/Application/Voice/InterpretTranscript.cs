using System.Diagnostics;
using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>Understands a sentence and writes nothing, not even the question it would ask.</summary>
public sealed record InterpretTranscript(string Transcript, IReadOnlyList<string>? Alternatives, DateTimeOffset? At) : IQuery<VoiceAnswer>;

internal sealed class InterpretTranscriptValidator : AbstractValidator<InterpretTranscript>
{
    public InterpretTranscriptValidator()
    {
        RuleFor(query => query.Transcript).Must(TranscriptRules.IsText).WithMessage(TranscriptRules.Rule);
        RuleFor(query => query.Alternatives).Must(TranscriptRules.AreTexts).WithMessage(TranscriptRules.AlternativesRule);
    }
}

internal sealed class InterpretTranscriptHandler(VoiceContextLoader contexts, WorkoutSession session)
    : IRequestHandler<InterpretTranscript, Result<VoiceAnswer>>
{
    public async Task<Result<VoiceAnswer>> Handle(InterpretTranscript query, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var workout = await session.Current(cancellationToken);
        var context = await contexts.Load(workout, cancellationToken);
        var reading = VoiceGrammar.Interpret(query.Transcript, query.Alternatives ?? [], context);
        var message = reading.Message.Length > 0
            ? reading.Message
            : string.Join(' ', reading.Commands.Select(command => VoiceLabels.Label(command, context.Exercises)));
        return new VoiceAnswer(
            Outcome(reading.Outcome), message, message, reading.Commands, [], reading.Options.Count == 0 ? null : reading.Options,
            workout is null ? null : session.View(workout), "grammar", reading.Confidence,
            (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
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
