using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Voice;

/// <summary>Understands a sentence and writes nothing, not even the question it would ask.</summary>
public sealed record InterpretTranscript(string Transcript, IReadOnlyList<string>? Alternatives, DateTimeOffset? At) : IRequest<Result<VoiceAnswer>>;

internal sealed class InterpretTranscriptValidator : AbstractValidator<InterpretTranscript>
{
    public InterpretTranscriptValidator(TimeProvider clock)
    {
        RuleFor(query => query.Transcript).Must(TranscriptRules.IsText).WithMessage(TranscriptRules.Rule);
        RuleFor(query => query.Alternatives).Must(TranscriptRules.AreTexts).WithMessage(TranscriptRules.AlternativesRule);
        RuleFor(query => query.At).Moment(clock);
    }
}

internal sealed class InterpretTranscriptHandler(Understanding understanding, Situations situations, VoiceReplies replies, VoiceMetrics metrics)
    : IRequestHandler<InterpretTranscript, Result<VoiceAnswer>>
{
    public async Task<Result<VoiceAnswer>> Handle(InterpretTranscript query, CancellationToken cancellationToken)
    {
        var understood = await understanding.Of(new Utterance(query.Transcript, query.Alternatives ?? []), cancellationToken);
        if (!understood.IsOk)
        {
            return understood.Error;
        }

        // The past of the exercises it names may make a question of it.
        var named = Situations.Named(understood.Value.Reading);
        var context = named.Count == 0 ? understood.Value.Context : await situations.Now(understood.Value.Situation, named, cancellationToken);
        return metrics.Count(await replies.Only(understood.Value with { Context = context, Reading = understood.Value.In(context) }, cancellationToken));
    }
}
