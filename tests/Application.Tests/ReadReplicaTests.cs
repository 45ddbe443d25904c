using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Archive;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>A second PostgreSQL that is behind the first: here it stopped following before the last workout and any session.</summary>
internal sealed class ReadReplicaTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("titan-replica-").FullName;
    private TestDatabase _first = null!, _second = null!;
    private House _house = null!;
    private SignedIn _lifter = null!;

    [OneTimeSetUp]
    public async Task Fall_behind()
    {
        (_first, _second) = (new TestDatabase(Provider.Postgres), new TestDatabase(Provider.Postgres));
        _house = With(_second.ConnectionString);
        await _house.Prepare();
        _lifter = (await _house.In(s => s.GetRequiredService<IAccountCreation>().Create(new CommandScope(), null, null, CancellationToken.None))).Value!;
        await Send(_house, Past("old", 1));
        var archive = await _house.Get<EventArchive>().Export(_folder, CancellationToken.None);
        await using var replica = new House(_second);
        (await replica.Get<EventArchive>().Import(archive.Place, CancellationToken.None)).Error.ShouldBeNull();
        await Send(_house, Past("new", 2));
        await Send(_house, new StartWorkout(null, "running", null, null));
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _house.DisposeAsync();
        _first.Dispose();
        _second.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Lists_of_the_past_are_read_on_it_and_everything_else_where_it_was_written()
    {
        var listed = (await Send(_house, new ListHistory(null, null, null, null, null))).Value!.Items;
        Names(listed).ShouldBe(["old"]);
        (await Send(_house, new GetStatistics(null, null, null))).Value!.Totals.Sessions.ShouldBe(1);
        (await Send(_house, new ListExerciseSessions("squat", null, null))).Value!.Items.Count.ShouldBe(1);
        NameIn((await Send(_house, new GetCurrentWorkout())).Value!.Workout!.Json).ShouldBe("running");
        (await Send(_house, new GetRecords("squat", null, null, null))).Value!.Items.ShouldNotBeEmpty();
        (await Send(_house, new GetPastWorkout(listed[0].Id))).IsOk.ShouldBeTrue();
    }

    [Test]
    public async Task A_session_that_was_ended_reads_nothing_there()
    {
        var session = (await _house.In(s => s.GetRequiredService<ISessions>().Begin(_lifter.Account, new CommandScope(), CancellationToken.None))).Value!.SessionId;
        (await Send(_house, new ListHistory(null, null, null, null, null), session)).IsOk.ShouldBeTrue();
        await _house.In(s => s.GetRequiredService<ISessions>().End(_lifter.Account.Id, session, CancellationToken.None));
        await Should.ThrowAsync<SessionEndedException>(() => Send(_house, new ListHistory(null, null, null, null, null), session));
    }

    [Test]
    public async Task While_it_is_away_the_first_one_answers()
    {
        await using var house = With("Host=127.0.0.1;Port=1;Username=titan;Database=titan;Timeout=1");
        for (var i = 0; i < 2; i++)
        {
            Names((await Send(house, new ListHistory(null, null, null, null, null))).Value!.Items).ShouldBe(["new", "old"]);
        }
    }

    private static IEnumerable<string> Names(IEnumerable<ServedItem> workouts) => workouts.Select(workout => NameIn(workout.Json));

    private static string NameIn(ReadOnlyMemory<byte> json) => JsonNode.Parse(json.Span)!["name"]!.GetValue<string>();

    private House With(string replica) => new(new Dictionary<string, string?>(_first.Settings) { ["ConnectionStrings:TitanRead"] = replica });

    private static RecordWorkout Past(string name, int day) => new(
        null, name, Day.AddDays(day), Day.AddDays(day).AddHours(1), null,
        [new(null, "squat", null, null, [new(null, new Load(100, WeightUnit.Kg), new Reps(5), null, null, null, null, null, null, null)])]);

    private Task<Result<T>> Send<T>(House house, IRequest<Result<T>> request, Guid? session = null) => house.In(services =>
    {
        var scope = services.GetRequiredService<CommandScope>();
        (scope.AccountId, scope.SessionId) = (_lifter.Account.Id, session ?? _lifter.SessionId);
        return services.GetRequiredService<IMediator>().Send(request);
    });
}
