using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>The question the account has open: the last one, for ten minutes. Not folded from events: it is talk, not training.</summary>
internal sealed class OpenQuestions(IProjections projections, CommandScope scope, TimeProvider clock)
{
    public const string Key = "voice:open_question";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The options that "yes" or "the first one" choose among.</summary>
    public async Task<IReadOnlyList<VoiceOption>> Open(CancellationToken cancellationToken)
    {
        var question = await projections.Load<OpenQuestion>(scope.AccountId, Key, cancellationToken);
        return question is not null && clock.GetUtcNow() - question.AskedAt < Lifetime ? question.Options : [];
    }

    public void Ask(IReadOnlyList<VoiceOption> options) =>
        projections.Store(scope.AccountId, Key, new OpenQuestion(clock.GetUtcNow(), options));

    /// <summary>Answered or overtaken: it is gone.</summary>
    public async Task Close(CancellationToken cancellationToken)
    {
        if ((await Open(cancellationToken)).Count > 0)
        {
            projections.Store(scope.AccountId, Key, new OpenQuestion(default, []));
        }
    }
}

/// <summary>What was asked and when.</summary>
public sealed record OpenQuestion(DateTimeOffset AskedAt, IReadOnlyList<VoiceOption> Options);
