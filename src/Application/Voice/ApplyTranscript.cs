using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Spoken;

namespace TitanTrakr.Application.Voice;

/// <summary>One breath in one transaction: read again in the state that the stream lock protects, applied all or none.</summary>
internal sealed record ApplyTranscript(Understood Understood) : ICommand<VoiceAnswer>
{
    IReadOnlyCollection<string> ICommand<VoiceAnswer>.Documents => Situations.Documents(Understood.Reading);
}

internal sealed class ApplyTranscriptHandler(
    Situations situations, VoiceApplier applier, VoiceAnswers answers, Conversation conversation, AliasLearner learner, VoiceReplies replies)
    : IRequestHandler<ApplyTranscript, Result<VoiceAnswer>>
{
    public async Task<Result<VoiceAnswer>> Handle(ApplyTranscript command, CancellationToken cancellationToken)
    {
        var understood = command.Understood;
        var context = await situations.Now(understood.Situation, Situations.Named(understood.Reading), cancellationToken);
        var reading = understood.In(context);
        return reading.Outcome is VoiceOutcome.Understood or VoiceOutcome.Answered
            ? await Apply(reading, context, understood, cancellationToken)
            : await Reply(reading, understood, cancellationToken);
    }

    // Whatever comes with options can be answered: a question, a refusal with a way out, a guess.
    private async Task<Result<VoiceAnswer>> Reply(VoiceReading reading, Understood understood, CancellationToken cancellationToken)
    {
        if (reading.Outcome == VoiceOutcome.NeedsClarification || reading.Options.Count > 0)
        {
            await conversation.Ask(understood with { Reading = reading }, reading, cancellationToken);
        }

        return await replies.Of(reading, understood, new Reply(reading.Message, reading.Message), cancellationToken);
    }

    private async Task<Result<VoiceAnswer>> Apply(VoiceReading reading, VoiceContext context, Understood understood, CancellationToken cancellationToken)
    {
        var question = await conversation.Open(cancellationToken);
        if (Chosen(reading.Commands, question) is not { } chosen)
        {
            return new NothingThere("No question is open. Say what you want to do.");
        }

        await learner.Settle(chosen, context.Exercises, cancellationToken);
        foreach (var command in chosen.Where(command => !command.IsQuestion))
        {
            if (await applier.Apply(command, cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        var picked = ReferenceEquals(chosen, reading.Commands) ? null : question;
        await (picked is null ? Task.CompletedTask : learner.Picked(picked, chosen, context, cancellationToken));
        await learner.Remember(picked is null ? (understood with { Reading = reading }).Name : picked.Name, picked is null && understood.Proposed is not null, cancellationToken);
        await conversation.Close(cancellationToken);
        return await Done(reading with { Commands = chosen }, understood, cancellationToken);
    }

    // Questions are answered in the state after the commands beside them.
    private async Task<Result<VoiceAnswer>> Done(VoiceReading reading, Understood understood, CancellationToken cancellationToken)
    {
        var after = await situations.Now(understood.Situation, [], cancellationToken);
        var done = reading.Commands.Where(command => !command.IsQuestion).ToList();
        var told = new List<Reply>();
        if (done.Count > 0)
        {
            told.Add(new(SpokenCommand.Read(done, after.Exercises), SpokenCommand.Hear(done, after.Exercises)));
        }

        foreach (var asked in reading.Commands.Where(command => command.IsQuestion))
        {
            told.Add(await answers.To(asked, after, understood.Situation, cancellationToken));
        }

        var outcome = done.Count == 0 ? VoiceOutcome.Answered : VoiceOutcome.Understood;
        return await replies.Of(reading with { Outcome = outcome }, understood, Together(told), cancellationToken);
    }

    private static Reply Together(List<Reply> told) =>
        new(string.Join(". ", told.Select(reply => reply.Message)), string.Join(' ', told.Select(reply => reply.Speech)));

    // "yes" or "the second one" stand for the commands of that option; null when there is nothing to choose from.
    private static IReadOnlyList<VoiceCommand>? Chosen(IReadOnlyList<VoiceCommand> commands, OpenQuestion? question) => commands is not [VoiceCommand.Confirm confirm] ? commands
        : (confirm.Option ?? 1) is var number && question is not null && number >= 1 && number <= question.Options.Count ? question.Options[number - 1].Commands
        : null;
}
