using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.Templates;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>Two processes with a cache each and one that they share.</summary>
internal sealed class AccountCacheTests(Provider provider) : DatabaseTest(provider)
{
    private readonly SharedCache _shared = new();
    private House _one = null!, _other = null!;

    [SetUp]
    public void Start() => (_one, _other) = (Cached(), Cached());

    [TearDown]
    public async Task Stop()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        _shared.IsAway = false;
    }

    [Test]
    public async Task What_one_process_writes_the_other_shows_at_once()
    {
        foreach (var (writer, reader, name) in new[] { (_one, _other, "Pull"), (_other, _one, "Push"), (_one, _one, "Legs") })
        {
            await Templates(reader);
            await Exercises(reader);
            await Send(writer, new CreateTemplate(null, name, null, [new("squat", null, null, null, null)]));
            await Send(writer, new CreateExercise(null, $"My {name}", null, null, null, null, null));
            (await Templates(reader)).ShouldContain(name);
            (await Exercises(reader)).ShouldContain($"My {name}");
        }

        (await Templates(_other)).ShouldBe(await Templates(_one));
    }

    [Test]
    public async Task What_was_read_is_kept_for_both_and_costs_one_question_then()
    {
        await Send(_one, new CreateExercise(null, "Mine", null, null, null, null, null));
        var read = await Exercises(_one);
        foreach (var house in new[] { _one, _other })
        {
            house.Trips.Clear();
            (await Exercises(house)).ShouldBe(read);
            house.Trips.Sent.Count(sql => !sql.Contains("streams", StringComparison.Ordinal)).ShouldBe(0);
        }
    }

    [Test]
    public async Task While_the_shared_one_is_away_everything_is_answered()
    {
        _shared.IsAway = true;
        await Send(_one, new CreateTemplate(null, "Pull", null, [new("squat", null, null, null, null)]));
        (await Templates(_one)).ShouldBe(["Pull"]);
        (await Templates(_other)).ShouldBe(["Pull"]);
    }

    private House Cached() => new(
        new Dictionary<string, string?>(Database.Settings) { ["Cache:Seconds"] = "600" }, services => services.AddSingleton<IDistributedCache>(_shared));

    private async Task<List<string>> Templates(House house) =>
        [.. (await Send(house, new ListTemplates(null, 100))).Value!.Items.Select(template => template.Name)];

    private async Task<List<string>> Exercises(House house) =>
        [.. (await Send(house, new SearchExercises(null, null, null, null, 500, null))).Value!.Items.Select(exercise => exercise.Name)];

    private Task<Result<T>> Send<T>(House house, IRequest<Result<T>> request) => house.In(services =>
    {
        services.GetRequiredService<CommandScope>().AccountId = Account;
        return services.GetRequiredService<IMediator>().Send(request);
    });

    /// <summary>Stands in for Redis.</summary>
    private sealed class SharedCache : IDistributedCache
    {
        private readonly ConcurrentDictionary<string, byte[]> _kept = [];

        public bool IsAway { get; set; }

        private ConcurrentDictionary<string, byte[]> Kept => IsAway ? throw new TimeoutException("away") : _kept;

        public byte[]? Get(string key) => Kept.GetValueOrDefault(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => Kept[key] = value;

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            return Task.CompletedTask;
        }

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key) => Kept.TryRemove(key, out _);

        public Task RemoveAsync(string key, CancellationToken token = default)
        {
            Remove(key);
            return Task.CompletedTask;
        }
    }
}
