using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Accounts;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Accounts;

/// <summary>Reads what a guest has logged, as it would come into the account that asks.</summary>
internal sealed class GuestWorkouts(
    IAccountStore accounts, ISessions sessions, ICompletedWorkouts completed, IProjections projections, IExerciseStore exercises, GuestBelongings belongings, CommandScope scope)
{
    private const int Page = 100;

    /// <summary>The token that came is no guest's, or not valid any more.</summary>
    public static ValidationError NotProven => ValidationError.Of("guestToken", "Send a valid access token of a guest. Refresh it as the guest, then try again.");

    /// <summary>Whether the proof is a guest's own, of a session that still lives.</summary>
    public async Task<bool> IsProof(GuestProof? proof, CancellationToken cancellationToken) =>
        proof is not null && proof.AccountId != scope.AccountId
        && await sessions.AuthenticatedAt(new CommandScope { AccountId = proof.AccountId, SessionId = proof.SessionId }, cancellationToken) is not null
        && await accounts.Find(proof.AccountId, cancellationToken) is { IsGuest: true };

    /// <summary>All of the guest's workouts on their way in, oldest first; a running one comes finished.</summary>
    public async Task<Arrivals> Read(Guid guestId, CancellationToken cancellationToken)
    {
        var workouts = (await Workouts(guestId, cancellationToken)).Where(workout => workout.Exercises.Any(entry => entry.Sets.Count > 0))
            .OrderBy(workout => workout.StartedAt).ThenBy(workout => workout.Id).ToList();
        var along = await belongings.Read(guestId, cancellationToken);
        var theirs = await Exercises(guestId, workouts, along, cancellationToken);
        var here = await exercises.Own(scope.AccountId, cancellationToken);
        var known = theirs.Select(their => (their.Id, Here: here.FirstOrDefault(own => IsSame(own, their))?.Id)).Where(pair => pair.Here is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Here!);
        var arriving = workouts.Select(workout => new ImportedWorkout($"guest:{workout.Id}", GuestWorkout.AsRecorded(workout, known))).ToList();
        return new Arrivals(scope.CommandId, "guest", Header: null, arriving, [.. theirs.Where(their => !known.ContainsKey(their.Id))], LeftOut: [],
            GuestBelongings.Renamed(along, known));
    }

    private async Task<List<Workout>> Workouts(Guid guestId, CancellationToken cancellationToken)
    {
        var all = new List<Workout>();
        if (await projections.Load<Workout>(guestId, ProjectionKeys.CurrentWorkout, cancellationToken) is { Status: WorkoutStatus.Active } running)
        {
            all.Add(running);
        }

        var filter = new HistoryFilter(null, null, null, null, null, Page);
        while (await completed.Page(guestId, filter, cancellationToken) is { Count: > 0 } page)
        {
            all.AddRange(page);
            filter = filter with { CursorStartedAt = page[^1].StartedAt, CursorId = page[^1].Id };
        }

        return all;
    }

    // The guest's own exercises that its workouts and templates hold, archived ones too.
    private async Task<List<Exercise>> Exercises(Guid guestId, List<Workout> workouts, Belongings along, CancellationToken cancellationToken)
    {
        var own = new List<Exercise>();
        var used = workouts.SelectMany(workout => workout.Exercises).Select(entry => entry.ExerciseId)
            .Concat(along.Templates.SelectMany(template => template.Exercises).Select(planned => planned.ExerciseId));
        foreach (var id in used.Distinct(StringComparer.Ordinal))
        {
            if (await exercises.Find(guestId, id, cancellationToken) is { } exercise)
            {
                own.Add(exercise);
            }
        }

        return own;
    }

    private static bool IsSame(Exercise own, Exercise their) =>
        own.Id == their.Id || (own.Measure == their.Measure && TextFold.Key(own.Name) == TextFold.Key(their.Name));
}

/// <summary>What a guest's own access token says; null where it is not believed.</summary>
public sealed record GuestProof(Guid AccountId, Guid SessionId);
