using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>Understands a sentence, applies what it says and answers. A precondition that does not hold is an answer too.</summary>
/// <param name="Transcript">1 to 500 characters as the recogniser heard them.</param>
/// <param name="Alternatives">The recogniser's other guesses, at most 5.</param>
/// <param name="At">When it was said.</param>
public sealed record ProcessTranscript(string Transcript, IReadOnlyList<string>? Alternatives, DateTimeOffset? At) : IQuery<VoiceAnswer>;

internal sealed class ProcessTranscriptValidator : AbstractValidator<ProcessTranscript>
{
    public ProcessTranscriptValidator(TimeProvider clock)
    {
        RuleFor(command => command.Transcript).Must(TranscriptRules.IsText).WithMessage(TranscriptRules.Rule);
        RuleFor(command => command.Alternatives).Must(TranscriptRules.AreTexts).WithMessage(TranscriptRules.AlternativesRule);
        RuleFor(command => command.At).Moment(clock);
    }
}

internal static class TranscriptRules
{
    public const string Rule = "A transcript is text of 1 to 500 characters.";
    public const string AlternativesRule = "At most 5 alternatives, each of 1 to 500 characters.";

    public static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= 500;

    public static bool AreTexts(IReadOnlyList<string>? texts) => texts is null || (texts.Count <= 5 && texts.All(IsText));
}

internal sealed class ProcessTranscriptHandler(IMediator mediator, WorkoutSession session, CommandScope scope)
    : IRequestHandler<ProcessTranscript, Result<VoiceAnswer>>
{
    public async Task<Result<VoiceAnswer>> Handle(ProcessTranscript command, CancellationToken cancellationToken)
    {
        scope.At = command.At ?? scope.At;
        var applied = await mediator.Send(new ApplyTranscript(command.Transcript, command.Alternatives ?? []), cancellationToken);
        return applied.Error switch
        {
            null => applied,
            ConflictError or NotFoundError or ValidationError => await Rejected(applied.Error, cancellationToken),
            _ => applied,
        };
    }

    private async Task<VoiceAnswer> Rejected(Error error, CancellationToken cancellationToken)
    {
        var detail = error is ValidationError faults ? faults.Members.First().Value[0] : error.Detail;
        IReadOnlyList<VoiceOption>? options = error is Domain.Workouts.NoActiveWorkout
            ? [new VoiceOption("Start a workout", [new VoiceCommand.StartWorkout()])]
            : null;
        var workout = await session.Current(cancellationToken);
        return new VoiceAnswer(
            SpokenOutcome.Rejected, detail, detail, [], [], options, workout is null ? null : session.View(workout), "grammar", 1, 0);
    }
}
