using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Voice;

/// <summary>
/// Understands a sentence, applies what it says and answers. A precondition that does not hold is an answer too. Whether the account is
/// there comes with the situation, so that this is no <see cref="IQuery{T}"/>, which would ask for it beforehand.
/// </summary>
/// <param name="Transcript">1 to 500 characters as the recogniser heard them.</param>
/// <param name="Alternatives">The recogniser's other guesses, at most 5.</param>
/// <param name="At">When it was said.</param>
public sealed record ProcessTranscript(string Transcript, IReadOnlyList<string>? Alternatives, DateTimeOffset? At) : IRequest<Result<VoiceAnswer>>;

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

internal sealed class ProcessTranscriptHandler(Understanding understanding, IMediator mediator, VoiceMetrics metrics, CommandScope scope)
    : IRequestHandler<ProcessTranscript, Result<VoiceAnswer>>
{
    public async Task<Result<VoiceAnswer>> Handle(ProcessTranscript command, CancellationToken cancellationToken)
    {
        scope.At = command.At ?? scope.At;
        // Read first, and by the model where it must be: no transaction is open while it thinks.
        var understood = await understanding.Of(new Utterance(command.Transcript, command.Alternatives ?? []), cancellationToken);
        if (!understood.IsOk)
        {
            return understood.Error;
        }

        var applied = await mediator.Send(new ApplyTranscript(understood.Value), cancellationToken);
        var answer = applied.Error is ConflictError or NotFoundError or ValidationError
            ? await mediator.Send(new RejectTranscript(understood.Value, applied.Error), cancellationToken)
            : applied;
        return answer.IsOk ? metrics.Count(answer.Value) : answer;
    }
}
