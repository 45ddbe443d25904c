using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.History;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Application.Tests;

public sealed class SessionLogTests
{
    private const string Squat = "squat";
    private static readonly DateTimeOffset Day = new(2024, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [Test]
    public void Whatever_is_put_moved_and_taken_away_it_is_all_sessions_in_order_and_their_records() =>
        Prop.ForAll(Changes().ToArbitrary(), changes => Holds(changes).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Test]
    public async Task A_thousand_sessions_in_their_order_are_read_from_few_rows()
    {
        var memory = new Memory();
        var log = new SessionLog(memory, memory);
        for (var i = 0; i < 1000; i++)
        {
            await log.Replace(Guid.Empty, Squat, null, At(i, i), CancellationToken.None);
        }

        memory.Chunks.Count.ShouldBeLessThan(50);
        memory.Sessions().Count.ShouldBe(1000);
    }

    // A slot of time, and what is lifted then: zero is nothing.
    private static Gen<List<(int Slot, int Load)>> Changes() =>
        Gen.Choose(0, 90).SelectMany(_ => Gen.Choose(0, 12), (slot, load) => (slot, load)).ListOf(250).Select(changes => changes.ToList());

    private static async Task<bool> Holds(List<(int Slot, int Load)> changes)
    {
        var memory = new Memory();
        var log = new SessionLog(memory, memory);
        var expected = new SortedDictionary<int, Session>();
        foreach (var (slot, load) in changes)
        {
            var was = expected.GetValueOrDefault(slot);
            var now = load == 0 ? null : At(slot, load);
            await log.Replace(Guid.Empty, Squat, was, now, CancellationToken.None);
            expected.Remove(slot);
            if (now is not null)
            {
                expected[slot] = now;
            }
        }

        memory.Sessions().Select(session => session.Key()).ShouldBe(expected.Values.Select(session => session.Key()));
        memory.Chunks.Values.ShouldAllBe(chunk => chunk.Count <= ExerciseHistory.Most);
        for (var slot = 0; slot <= 91; slot += 7)
        {
            var before = expected.Where(session => session.Key < slot).Select(session => session.Value).ToList();
            var (last, bests) = await log.Before(Guid.Empty, Squat, At(slot, 1).Key(), CancellationToken.None);
            last?.Key().ShouldBe(before[^1].Key());
            (last is null).ShouldBe(before.Count == 0);
            bests.ShouldBe(before.Aggregate<Session, IReadOnlyList<PersonalRecord>>([], Records.After));
        }

        return true;
    }

    private static Session At(int slot, int load)
    {
        var id = new Guid(slot + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
        var values = new SetValues(new Load(load, WeightUnit.Kg), new Reps(13 - (load % 13)), null, SetKind.Working, null, null, null, null);
        // Three at a time, so that the id decides too.
        return new Session(id, Day.AddDays(slot / 3), null, Measure.LoadReps, [new WorkoutSet(id, values, Day, [])]);
    }

    private sealed class Memory : IProjections, ISessionChunks
    {
        private object? _document;

        public Dictionary<int, IReadOnlyList<Session>> Chunks { get; } = [];

        public IReadOnlyList<Session> Sessions() =>
        [
            .. Chunks.Values.OrderBy(chunk => chunk[0].StartedAt).ThenBy(chunk => chunk[0].WorkoutId).SelectMany(chunk => chunk),
            .. ((_document as ExerciseHistory)?.Sessions ?? []).Reverse(),
        ];

        public Task Prefetch(Guid accountId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<T?> Load<T>(Guid accountId, string key, CancellationToken cancellationToken)
            where T : class => Task.FromResult(_document as T);

        public void Store<T>(Guid accountId, string key, T? document)
            where T : class => _document = document;

        public Task<IReadOnlyList<T>> Page<T>(Guid accountId, string prefix, string after, int limit, CancellationToken cancellationToken)
            where T : class => throw new NotSupportedException();

        public Task<IReadOnlyList<SessionChunk>> List(Guid accountId, string exerciseId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SessionChunk>>([.. Chunks.Select(chunk => SessionChunk.Of(chunk.Key, chunk.Value))
                .OrderBy(chunk => chunk.From.StartedAt).ThenBy(chunk => chunk.From.WorkoutId)]);

        public Task<IReadOnlyList<Session>> Sessions(Guid accountId, string exerciseId, int number, CancellationToken cancellationToken) =>
            Task.FromResult(Chunks[number]);

        public void Store(Guid accountId, string exerciseId, int number, IReadOnlyList<Session> sessions) => Chunks[number] = sessions;

        public void Remove(Guid accountId, string exerciseId, int number) => Chunks.Remove(number);
    }
}
