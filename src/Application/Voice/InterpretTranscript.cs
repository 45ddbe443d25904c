using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Spoken;

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

internal sealed class InterpretTranscriptHandler(
    Understanding understanding, Situations situations, VoiceAnswers answers, VoiceReplies replies, VoiceMetrics metrics, CommandScope scope)
    : IRequestHandler<InterpretTranscript, Result<VoiceAnswer>>
{
    public async Task<Result<VoiceAnswer>> Handle(InterpretTranscript query, CancellationToken cancellationToken)
    {
        scope.At = query.At ?? scope.At;
        var understood = await understanding.Of(new Utterance(query.Transcript, query.Alternatives ?? []), cancellationToken);
        if (!understood.IsOk)
        {
            return understood.Error;
        }

        // The past of the exercises it names may make a question of it.
        var named = Situations.Named(understood.Value.Reading);
        var context = named.Count == 0 ? understood.Value.Context : await situations.Now(understood.Value.Situation, named, cancellationToken);
        var read = understood.Value with { Context = context, Reading = understood.Value.In(context) };
        return metrics.Count(await replies.Only(read, await Told(read, cancellationToken), cancellationToken));
    }

    // A question is answered as process answers it, in the state as it is: what stands beside it is not done.
    private async Task<Reply> Told(Understood read, CancellationToken cancellationToken)
    {
        if (read.Reading.Outcome is not (VoiceOutcome.Understood or VoiceOutcome.Answered))
        {
            return InterpretedReply.Of(read.Reading, read.Context);
        }

        var told = new List<Reply>();
        foreach (var command in read.Reading.Commands)
        {
            told.Add(command.IsQuestion ? await answers.To(command, read.Context, read.Situation, cancellationToken) : InterpretedReply.Told(command, read.Context));
        }

        return InterpretedReply.Together(told);
    }
}
