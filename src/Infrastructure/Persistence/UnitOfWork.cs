using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Infrastructure.Persistence;

internal sealed partial class UnitOfWork(
    TitanDbContext db,
    UnitSession session,
    Projections projections,
    PendingWrites writes,
    IEnumerable<IUnitPart> parts,
    IEnumerable<IUnfinished> unfinished,
    WriterGate gate,
    TimeProvider clock,
    ILogger<UnitOfWork> log)
    : IUnitOfWork
{
    private readonly IUnitPart[] _parts = [.. parts];
    private readonly IUnfinished[] _unfinished = [.. unfinished];

    public async Task<Result<T>> Run<T>(
        CommandScope scope,
        IReadOnlyCollection<string> documents,
        Func<CancellationToken, Task<Result<T>>> work,
        CancellationToken cancellationToken)
    {
        if (session.Running)
        {
            return await work(cancellationToken);
        }

        var expected = scope.ExpectedVersions;
        // A secret's is slow to work out: not under the account's lock.
        _ = scope.Fingerprint;
        using var turn = await gate.Enter(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                scope.ExpectedVersions = expected;
                return await Try(scope, documents, work, cancellationToken);
            }
            catch (Exception e) when (DatabaseFaults.IsWorthAnotherTry(e, attempt))
            {
                RunningAgain(scope.CommandId, attempt);
            }

            await Task.Delay(Random.Shared.Next(1, 10 * attempt), cancellationToken);
        }
    }

    private async Task<Result<T>> Try<T>(
        CommandScope scope,
        IReadOnlyCollection<string> documents,
        Func<CancellationToken, Task<Result<T>>> work,
        CancellationToken cancellationToken)
    {
        var committed = false;
        Forget();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var stream = await StreamLock.Take(db, scope.AccountId, scope.SessionId, scope.CommandId, documents, cancellationToken);
            if (stream is null || !stream.SessionLives)
            {
                return stream is null ? new AccountGone() : new SessionEnded();
            }

            if (stream.Fingerprint is not null)
            {
                return Replay<T>(scope, stream);
            }

            session.Begin(scope, stream.Head);
            projections.Fill(scope.AccountId, documents, stream.Documents);
            var result = Compared(scope, await work(cancellationToken));
            committed = result.IsOk && await Commit(scope, result.Value, transaction, cancellationToken);
            return result;
        }
        finally
        {
            session.End(committed);
            Forget();
        }
    }

    // Whoever names a version wants it compared before anything is written.
    private Result<T> Compared<T>(CommandScope scope, Result<T> result) =>
        result.IsOk && scope.ExpectedVersions is not null && session.Appended.Count > 0 ? new NoVersion() : result;

    private static Result<T> Replay<T>(CommandScope scope, LockedStream stream)
    {
        if (stream.Fingerprint != scope.Fingerprint)
        {
            return new IdempotencyKeyReused();
        }

        // It is sent as it stands: another release may have written it otherwise.
        var answer = StoredJson.Read<T>(stream.Answer ?? "null")!;
        (scope.Replayed, scope.Written) = (true, new WrittenAnswer(answer, stream.Answer ?? "null"));
        return answer;
    }

    private async Task<bool> Commit<T>(CommandScope scope, T answer, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var work in _unfinished)
        {
            await work.Finish(cancellationToken);
        }

        foreach (var part in _parts.Where(part => part.HasChanges))
        {
            await part.Flush(cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        var written = new WrittenAnswer(answer, ServedJson.Write(answer));
        writes.Add(
            "INSERT INTO commands (account_id, command_id, fingerprint, answer, recorded_at) VALUES ({0}, {1}, {2}, {3}, {4})",
            scope.AccountId, scope.CommandId, scope.Fingerprint, written.Json, clock.GetUtcNow());
        if (session.Appended.Count > 0)
        {
            await MoveHead(scope, answer, cancellationToken);
        }

        await writes.Commit(transaction, cancellationToken);
        scope.Written = written;
        ProjectionMetrics.Committed(session);
        return true;
    }

    // Where the answer shows the running workout as this leaves it, whoever asks for that next gets it out of there.
    private async Task MoveHead<T>(CommandScope scope, T answer, CancellationToken cancellationToken)
    {
        var shows = answer is IShowsWorkout { Shown: { CompletedAt: null } shown }
            && await projections.Load<Workout>(scope.AccountId, ProjectionKeys.CurrentWorkout, cancellationToken) is { Status: WorkoutStatus.Active } running
            && (running.Id, running.Version) == (shown.Id, shown.Version);
        if (shows)
        {
            writes.Add("UPDATE streams SET head = {1}, shown_by = {2}, shown_at = {1} WHERE account_id = {0}", scope.AccountId, session.Head, scope.CommandId);
        }
        else
        {
            writes.Add("UPDATE streams SET head = {1} WHERE account_id = {0}", scope.AccountId, session.Head);
        }
    }

    private void Forget()
    {
        db.ChangeTracker.Clear();
        writes.Clear();
        Array.ForEach(_unfinished, work => work.Forget());
        Array.ForEach(_parts, part => part.Reset());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Command {CommandId} lost a race or its connection at try {Attempt} and runs again")]
    private partial void RunningAgain(Guid commandId, int attempt);
}
