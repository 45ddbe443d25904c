using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Archive;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>The log as files, and a database from them.</summary>
internal sealed class ArchiveTests(Provider provider) : DatabaseTest(provider)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("titan-archive-").FullName;

    private EventArchive Archive => House.Get<EventArchive>();

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCase(Provider.Sqlite)]
    [TestCase(Provider.Postgres)]
    public async Task A_restored_database_is_the_same_whatever_it_runs_on(Provider other)
    {
        await Train();
        await Own();
        var archive = await Archive.Export(_folder, CancellationToken.None);
        using var database = new TestDatabase(other);
        await using var restored = new House(database);
        (await restored.Get<EventArchive>().Import(archive.Place, CancellationToken.None)).Error.ShouldBeNull();

        (await restored.Get<ProjectionMaintenance>().Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        var again = await restored.Get<EventArchive>().Export(_folder, CancellationToken.None);
        (again with { Place = archive.Place }).ShouldBe(archive);
        foreach (var table in ArchivedTables.All)
        {
            var name = await House.In(services => Task.FromResult(table.FileName(services.GetRequiredService<TitanDbContext>())));
            (await File.ReadAllTextAsync(Path.Combine(again.Place, name))).ShouldBe(await File.ReadAllTextAsync(Path.Combine(archive.Place, name)));
        }

        if (other == Provider)
        {
            (await Folded(restored)).ShouldBe(await Folded(House));
        }
    }

    [Test]
    public async Task An_archive_that_was_taken_while_entries_came_in_is_one_moment_and_none_comes_twice_after()
    {
        await Train();
        var sent = new List<CommandScope>();
        using var stop = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                sent.Add(Command());
                (await Weigh(House, sent[^1])).IsOk.ShouldBeTrue();
            }
        });
        var archive = await Archive.Export(_folder, CancellationToken.None);
        await stop.CancelAsync();
        await load;
        using var database = new TestDatabase(Provider);
        await using var restored = new House(database);
        (await restored.Get<EventArchive>().Import(archive.Place, CancellationToken.None)).Error.ShouldBeNull();

        (await restored.Get<ProjectionMaintenance>().Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
        foreach (var scope in sent)
        {
            (await Weigh(restored, scope)).IsOk.ShouldBeTrue();
        }

        (await Commands(restored)).ShouldBe(await Commands(House));
    }

    [Test]
    public async Task What_is_damaged_cut_off_or_newer_is_refused_and_nothing_is_stored()
    {
        await Train();
        var place = (await Archive.Export(_folder, CancellationToken.None)).Place;
        using var database = new TestDatabase(Provider);
        await using var restored = new House(database);
        (await Import(restored, Path.Combine(_folder, "nowhere"))).ShouldBe("archive-incomplete");
        await Changed(place, "events.ndjson", text => text.Replace("squat", "sqват", StringComparison.Ordinal), () => Refused(restored, place, "archive-damaged"));
        // Whole lines are missing, or one is there twice.
        await Changed(place, "events.ndjson", text => text[..text.TrimEnd('\n').LastIndexOf('\n')] + "\n", () => Refused(restored, place, "archive-damaged"));
        await Changed(place, "commands.ndjson", text => text[..^20], () => Refused(restored, place, "archive-unreadable"));
        await Changed(place, "accounts.ndjson", text => text.Replace("{\"", "{\"shoeSize\":46,\"", StringComparison.Ordinal), () => Refused(restored, place, "archive-unreadable"));
        await Changed(place, "manifest.json", text => text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal), () => Refused(restored, place, "archive-too-new"));
        await Changed(place, "manifest.json", text => text[..50], () => Refused(restored, place, "archive-incomplete"));
        (await Import(restored, place)).ShouldBeNull();
        (await Import(restored, place)).ShouldBe("database-not-empty");
        (await restored.Get<ProjectionMaintenance>().Verify(CancellationToken.None)).Differences.ShouldBeEmpty();
    }

    [Test]
    public Task Every_table_is_archived_folded_from_the_log_or_known_to_be_left_behind() => House.In(services =>
    {
        var known = ArchivedTables.All.Select(table => table.Row).Concat(FoldedTables.Rows).Concat(ArchivedTables.LeftBehind);
        var model = services.GetRequiredService<TitanDbContext>().Model;
        model.GetEntityTypes().Where(row => !row.IsOwned()).Select(row => row.ClrType).ShouldBe(known, ignoreOrder: true);
        return Task.FromResult(0);
    });

    private async Task Train()
    {
        await new Coach(House, Account).Many(1);
        var coach = new Coach(House, Account);
        for (var i = 0; i < Coach.Commands * 2; i++)
        {
            await coach.Give(i * 7 % Coach.Commands, i);
        }
    }

    // What no event makes: a passkey, a token of a script, an entry of the audit log.
    private Task<int> Own() => House.In(services =>
    {
        var db = services.GetRequiredService<TitanDbContext>();
        var at = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);
        db.Add(new IdentityUserPasskey<Guid>
        {
            UserId = Account,
            CredentialId = [1, 2, 3],
            Data = new() { Name = "Phöne \"1\"", PublicKey = [4, 5], CreatedAt = at, SignCount = 7, Transports = ["internal"], AttestationObject = [6], ClientDataJson = [7] },
        });
        db.PersonalAccessTokens.Add(new() { Id = Guid.CreateVersion7(), AccountId = Account, Hash = [9], Name = "script", Scopes = "Read", CreatedAt = at });
        db.Audit.Add(new() { AccountId = Account, Kind = AuditKind.SignedIn, At = at });
        return db.SaveChangesAsync();
    });

    private static Task<Result<BodyWeight>> Weigh(House house, CommandScope scope) => house.In(services =>
    {
        var own = services.GetRequiredService<CommandScope>();
        (own.AccountId, own.CommandId, own.Fingerprint) = (scope.AccountId, scope.CommandId, scope.Fingerprint);
        return services.GetRequiredService<IMediator>().Send(new LogBodyWeight(null, new Load(80, WeightUnit.Kg), null, null));
    });

    private Task<List<Guid>> Commands(House house) => house.In(async services =>
        (await services.GetRequiredService<IEventStore>().Read(Account, 0, 10_000, CancellationToken.None)).Select(happened => happened.CommandId).ToList());

    private static Task<List<string>> Folded(House house) => house.In(async services =>
    {
        var db = services.GetRequiredService<TitanDbContext>();
        var rows = await db.Projections.OrderBy(row => row.Key).Select(row => row.Key + row.Data).ToListAsync();
        rows.AddRange(await db.Workouts.OrderBy(row => row.Id).Select(row => row.Data).ToListAsync());
        rows.AddRange(await db.Exercises.OrderBy(row => row.Id).Select(row => row.Data).ToListAsync());
        rows.AddRange(await db.SessionChunks.OrderBy(row => row.ExerciseId).ThenBy(row => row.Number).Select(row => row.Summary + row.Sessions).ToListAsync());
        rows.AddRange(await db.Aggregates.OrderBy(row => row.Slot).Select(row => row.Data).ToListAsync());
        rows.AddRange(await db.BodyWeights.OrderBy(row => row.Id).Select(row => row.Data).ToListAsync());
        return rows;
    });

    private static async Task<string?> Import(House house, string place) =>
        (await house.Get<EventArchive>().Import(place, CancellationToken.None)).Error?.Slug;

    private static async Task Refused(House house, string place, string slug)
    {
        (await Import(house, place)).ShouldBe(slug);
        (await house.In(services => services.GetRequiredService<TitanDbContext>().Accounts.CountAsync())).ShouldBe(0, slug);
    }

    private static async Task Changed(string place, string file, Func<string, string> change, Func<Task> act)
    {
        var path = Path.Combine(place, file);
        var text = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, change(text));
        await act();
        await File.WriteAllTextAsync(path, text);
    }
}
