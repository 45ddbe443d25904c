using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.History;

/// <summary>One exercise through the completed workouts, newest first, by keyset.</summary>
/// <param name="ExerciseId">Which one; one that was never trained has an empty history.</param>
/// <param name="Limit">1 to 100, 20 when left out.</param>
public sealed record ListExerciseSessions(string ExerciseId, string? Cursor, int? Limit) : IStaleQuery<Page<ServedItem>>;

/// <summary>One exercise in one completed workout: all its sets there, though it may have stood there twice.</summary>
/// <param name="TopSet">The heaviest set, of equally heavy ones that of most reps, then longest, then farthest; null where all were warm-ups.</param>
/// <param name="VolumeKg">Load times reps, warm-ups left out.</param>
/// <param name="EstimatedOneRepMaxKg">The highest of its sets by Epley; null where none allows an estimate.</param>
public sealed record ExerciseSession(
    Guid WorkoutId, DateTimeOffset StartedAt, SetView? TopSet, decimal VolumeKg, decimal? EstimatedOneRepMaxKg, IReadOnlyList<SetView> Sets)
{
    internal static ExerciseSession Of(Session session)
    {
        SetView[] sets = [.. session.Sets.Select(SetView.Of)];
        var top = session.Sets.Index().Where(set => set.Item.Values.Kind != SetKind.Warmup)
            .OrderByDescending(set => Records.LoadOf(set.Item.Values, session.Measure) ?? decimal.MinValue)
            .ThenByDescending(set => set.Item.Values.Reps?.Value ?? 0)
            .ThenByDescending(set => set.Item.Values.DurationSeconds?.Seconds ?? 0)
            .ThenByDescending(set => set.Item.Values.Distance?.Metres ?? 0)
            .Select(set => sets[set.Index])
            .FirstOrDefault();
        return new ExerciseSession(
            session.WorkoutId, session.StartedAt, top, Records.ToGram(Records.Volume(session.Lifted())),
            session.Sets.Max(set => Records.Estimate(set.Values, session.Measure)), sets);
    }
}

internal sealed class ListExerciseSessionsValidator : AbstractValidator<ListExerciseSessions>
{
    public ListExerciseSessionsValidator()
    {
        RuleFor(query => query.ExerciseId).ExerciseId();
        RuleFor(query => query.Limit).Limit();
        RuleFor(query => query.Cursor).Cursor();
    }
}

internal sealed class ListExerciseSessionsHandler(IServedReads reads, CommandScope scope) : IRequestHandler<ListExerciseSessions, Result<Page<ServedItem>>>
{
    public async Task<Result<Page<ServedItem>>> Handle(ListExerciseSessions query, CancellationToken cancellationToken)
    {
        var limit = query.Limit ?? 20;
        SessionKey? before = Cursor.Parse(query.Cursor) is { } cursor ? new SessionKey(cursor.At, cursor.Id) : null;
        var sessions = await reads.Sessions(scope.AccountId, query.ExerciseId, before, limit + 1, cancellationToken);
        return Page.Of(sessions, limit, session => Cursor.Of(session.At, session.Id));
    }
}
