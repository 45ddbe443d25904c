using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Common.Json;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Application.Tests;

/// <summary>What is stored to be sent as it stands is, byte for byte, what would be made of what it was made of.</summary>
internal static partial class ServedAsMade
{
    /// <summary>The running workout; the seconds it has lasted may have gone on meanwhile.</summary>
    public static Task<string?> Current(House house, Guid account) => house.In(async services =>
    {
        var latest = await services.GetRequiredService<IProjections>().Load<Workout>(account, ProjectionKeys.CurrentWorkout, CancellationToken.None);
        var view = latest is { Status: WorkoutStatus.Active } ? WorkoutView.Of(latest, DateTimeOffset.UtcNow) : null;
        var served = await services.GetRequiredService<IServedReads>().Current(account, CancellationToken.None);
        (served?.Version).ShouldBe(view?.Version);
        var text = served is null ? null : Text(served.Json);
        Lasting().Replace(text ?? "", "").ShouldBe(view is null ? "" : Lasting().Replace(ServedJson.Write(view), ""));
        (Seconds(text) - (view?.Totals.DurationSeconds ?? 0)).ShouldBeInRange(0, 60);
        return text;
    });

    /// <summary>All that is read this way.</summary>
    public static Task<int> Everything(House house, Guid account) => house.In(async services =>
    {
        await Current(house, account);
        var reads = services.GetRequiredService<IServedReads>();
        var all = new HistoryFilter(null, null, null, null, null, 10_000);
        var workouts = await services.GetRequiredService<ICompletedWorkouts>().Page(account, all, CancellationToken.None);
        (await reads.History(account, all, CancellationToken.None)).Select(item => Text(item.Json)).ShouldBe(workouts.Select(Made));
        foreach (var exerciseId in workouts.SelectMany(workout => workout.Exercises).Select(entry => entry.ExerciseId).Distinct().ToList())
        {
            (await reads.History(account, all with { ExerciseId = exerciseId }, CancellationToken.None)).Select(item => item.Id)
                .ShouldBe(workouts.Where(workout => workout.Exercises.Any(entry => entry.ExerciseId == exerciseId)).Select(workout => workout.Id));
            var sessions = await reads.Sessions(account, exerciseId, null, 10_000, CancellationToken.None);
            for (var at = 0; at < sessions.Count; at += 4)
            {
                var after = await reads.Sessions(account, exerciseId, new SessionKey(sessions[at].At, sessions[at].Id), 5, CancellationToken.None);
                after.Select(item => item.Id).ShouldBe(sessions.Skip(at + 1).Take(5).Select(item => item.Id));
            }

            sessions.Select(item => Text(item.Json)).ShouldBe(
                workouts.Select(workout => Session.Of(workout, exerciseId)).OfType<Session>().Select(session => ServedJson.Write(ExerciseSession.Of(session))));
        }

        foreach (var workout in workouts.Take(3))
        {
            var one = await reads.Completed(account, workout.Id, CancellationToken.None);
            (one!.Version, Text(one.Json)).ShouldBe((workout.Version, Made(workout)));
            (await reads.Completed(Guid.NewGuid(), workout.Id, CancellationToken.None)).ShouldBeNull("another's is not there");
        }

        return workouts.Count;
    });

    /// <summary>How many rows hold what is served.</summary>
    public static Task<int> Stored(House house, Guid account) => house.In(async services =>
    {
        var db = services.GetRequiredService<TitanDbContext>();
        return await db.Workouts.CountAsync(row => row.AccountId == account && row.Served != null)
            + await db.SessionChunks.CountAsync(row => row.AccountId == account && row.Served != null)
            + await db.Projections.CountAsync(row => row.AccountId == account && row.Served != null)
            + await db.Streams.CountAsync(row => row.AccountId == account && row.ShownAt == row.Head);
    });

    private static string Made(Workout workout) => ServedJson.Write(WorkoutView.Of(workout, DateTimeOffset.UtcNow));

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    private static int Seconds(string? text) => text is null ? 0 : int.Parse(Lasting().Match(text).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("\"durationSeconds\":([0-9]+)(?=},\"nextEntryId\")")]
    private static partial Regex Lasting();
}
