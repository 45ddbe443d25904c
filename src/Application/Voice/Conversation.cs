using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Application.Voice;

/// <summary>Keeps the account's <see cref="VoiceTalk"/>; all changes go with the running unit of work.</summary>
internal sealed class Conversation(IProjections projections, WorkoutSession session, CommandScope scope, TimeProvider clock)
{
    public async Task<VoiceTalk> Load(CancellationToken cancellationToken) =>
        await projections.Load<VoiceTalk>(scope.AccountId, VoiceTalk.Key, cancellationToken) ?? VoiceTalk.Silence;

    /// <summary>The question that is open now.</summary>
    public async Task<OpenQuestion?> Open(CancellationToken cancellationToken) =>
        (await Load(cancellationToken)).OpenAt(clock.GetUtcNow(), await session.Current(cancellationToken));

    /// <summary>Asks; an older question is overtaken.</summary>
    public async Task Ask(Understood about, VoiceReading reading, CancellationToken cancellationToken)
    {
        var workout = await session.Current(cancellationToken);
        var question = new OpenQuestion(clock.GetUtcNow(), about.Said.Transcript, about.Name, reading.Options, workout?.Id, workout?.Version ?? 0);
        Store(await Load(cancellationToken) with { Question = question });
    }

    /// <summary>Answered or overtaken: it is gone.</summary>
    public async Task Close(CancellationToken cancellationToken)
    {
        if (await Load(cancellationToken) is { Question: not null } talk)
        {
            Store(talk with { Question = null });
        }
    }

    /// <summary>Remembers by which words sets came in.</summary>
    public async Task Hear(IReadOnlyList<HeardSet> sets, CancellationToken cancellationToken)
    {
        if (sets.Count > 0)
        {
            var talk = await Load(cancellationToken);
            Store(talk with { Heard = [.. talk.Heard.Concat(sets).TakeLast(VoiceTalk.MostHeard)] });
        }
    }

    /// <summary>These sets' words are settled: learned, or known to be wrong.</summary>
    public async Task Forget(IReadOnlyCollection<Guid> setIds, CancellationToken cancellationToken)
    {
        var talk = await Load(cancellationToken);
        if (talk.Heard.Any(heard => setIds.Contains(heard.SetId)))
        {
            Store(talk with { Heard = [.. talk.Heard.Where(heard => !setIds.Contains(heard.SetId))] });
        }
    }

    private void Store(VoiceTalk talk) => projections.Store(scope.AccountId, VoiceTalk.Key, talk);
}
