using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Workouts;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>A log that never changes, and what each projection makes of it.</summary>
internal sealed class FoldVersionTests(Provider provider) : DatabaseTest(provider)
{
    private const string Own = "22222222-2222-2222-2222-222222222222";

    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);

    // Where this fails, the fold of that projection gives other bytes: count FoldVersion up, so that databases are folded again when they are
    // migrated, and put version and digest here.
    private static readonly string[] Pinned =
    [
        "version 4",
        "aggregates 8846C0886293553F",
        "body_weights 0797055C9990986D",
        "current_workout 369DE80E9D84683E",
        "deleted_workout F34C63CE04AA472C",
        "exercise_history 6966F5E39D1FD18A",
        "exercise_preferences 4DEDB2451DA9623E",
        "exercises CAB5EACDC6AD1C8B",
        "import 07B857C3F9893CCD",
        "imports F6F649357E2ECAC8",
        "personal_records 2CFF5CF44AA8BCBB",
        "templates DA38EA7463581317",
        "voice_aliases D30F0FDBE91EC268",
        "workout_exercises 67BD6E158CCA71CD",
        "workouts 21E4B72E194945F7",
    ];

    [Test]
    public async Task Who_folds_otherwise_counts_the_version_up()
    {
        if (Provider != Provider.Sqlite)
        {
            return; // PostgreSQL orders JSON its own way; both hold the same.
        }

        var command = 0;
        foreach (var events in Log())
        {
            await Append(Id(1000 + ++command), events);
        }

        await House.Get<ProjectionMaintenance>().Rebuild(CancellationToken.None);
        (await Digests()).ShouldBe(Pinned);
    }

    private static IEnumerable<DomainEvent[]> Log()
    {
        yield return [new ExerciseEvent.ExerciseCreated(Own, "Mine", [], "other", "quads", [], Measure.LoadReps)];
        yield return [new ExercisePreferencesChanged("squat", new(RestSeconds: 90))];
        yield return [new TemplateEvent.TemplateCreated(Id(9), "Push", null, [])];
        yield return [new BodyWeightLogged(Id(8), new(80, WeightUnit.Kg), Monday, null)];
        yield return [new VoiceEvent.AliasLearned(Id(6), "hocke", "squat")];
        yield return [Recorded(1, Own, 100), Recorded(2, "squat", 110)];
        yield return [new ImportRecorded(Id(7), "hevy", "a,b", [new("one", Id(1))], 3, [Own], [])];
        yield return [new WorkoutDeleted(Id(2))];
        yield return [new WorkoutStarted(Id(3), "Day", null, Monday.AddDays(3))];
        yield return [new ExerciseAdded(Id(3), Id(30), "squat", "Squat", Measure.LoadReps, null, null, null)];
        yield return [new SetLogged(Id(3), Id(30), Id(31), Values(120, 3), Monday.AddDays(3), null)];
        yield return [new WorkoutCompleted(Id(3), Monday.AddDays(3).AddHours(1))];
        yield return [new ExerciseEvent.ExerciseMerged(Own, "squat", "Squat", Measure.LoadReps)];
        yield return [new WorkoutMoved(Id(1), Monday.AddDays(-1), Monday)];
        yield return [new WorkoutStarted(Id(4), "Day", null, Monday.AddDays(5))];
        yield return [new ExerciseRestored(Id(4), new(Id(40), Own, "Mine", Measure.LoadReps, null, null, null, [], [], []), 0)];
        yield return [new SetLogged(Id(4), Id(40), Id(41), new(new(305, WeightUnit.Lb), new Reps(7), null, SetKind.Working, null, null, null, null), Monday.AddDays(5), null)];
        yield return [new WorkoutCompleted(Id(4), Monday.AddDays(5).AddHours(1))];
    }

    private static WorkoutRecorded Recorded(int id, string exerciseId, decimal load) => new(
        Id(id), "Past", Monday.AddDays(id), Monday.AddDays(id).AddHours(1), null,
        [
            new(Id(id * 10), exerciseId, "Squat", Measure.LoadReps, null, null, [new(Id((id * 10) + 1), Values(load, 5), Monday)]),
            new(Id((id * 10) + 2), exerciseId, "Squat", Measure.LoadReps, null, "Again", [new(Id((id * 10) + 3), Values(load + 5, 2), Monday)]),
        ],
        null, null);

    private static SetValues Values(decimal load, int reps) => new(new(load, WeightUnit.Kg), new Reps(reps), null, SetKind.Working, null, null, null, null);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private Task<Result<string>> Append(Guid commandId, DomainEvent[] events) => House.In(services => services.GetRequiredService<IUnitOfWork>().Run<string>(
        new CommandScope { AccountId = Account, CommandId = commandId, Fingerprint = "f" },
        [],
        _ => Task.FromResult<Result<string>>($"{services.GetRequiredService<IEventStore>().Append(events, Monday).Count}"),
        CancellationToken.None));

    private Task<List<string>> Digests() => House.In(async services =>
    {
        var db = services.GetRequiredService<TitanDbContext>();
        var rows = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (var entity in FoldedTables.Rows.Select(row => db.Model.FindEntityType(row)!))
        {
            var columns = entity.GetProperties().Select(property => property.GetColumnName()).Where(name => name is not ("account_id" or "updated_at")).Order();
            var line = string.Join(" || ' ' || ", columns.Select(column => $"coalesce(cast({column} as text), '')"));
            var name = entity.ClrType == typeof(ProjectionRow) ? "substr(key, 1, instr(key || ':', ':') - 1)" : $"'{entity.GetTableName()}'";
            var sql = $"SELECT {name} || char(9) || {line} AS \"Value\" FROM {entity.GetTableName()} ORDER BY 1";
            foreach (var found in await db.Database.SqlQueryRaw<string>(sql).ToListAsync())
            {
                var cut = found.IndexOf('\t', StringComparison.Ordinal);
                rows.TryAdd(found[..cut], new());
                rows[found[..cut]].AppendLine(found[cut..]);
            }
        }

        return rows.Select(of => $"{of.Key} {Digest(of.Value.ToString())}").Prepend($"version {FoldVersion.Current}").ToList();
    });

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
