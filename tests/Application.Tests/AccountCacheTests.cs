using MediatR;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exercises;
using TitanTrakr.Application.Templates;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>Two processes with a cache each and a Redis that they share.</summary>
internal sealed class AccountCacheTests(Provider provider) : DatabaseTest(provider)
{
    private RedisServer _shared = null!;
    private House _one = null!, _other = null!;

    [SetUp]
    public void Start()
    {
        _shared = new RedisServer();
        (_one, _other) = (Cached(), Cached());
    }

    [TearDown]
    public async Task Stop()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        _shared.Dispose();
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
    public async Task While_the_shared_one_is_away_everything_is_answered_and_when_it_is_back_it_is_used()
    {
        _shared.Kill();
        await Both("Pull");
        _shared.Restart();
        await Both("Pull", "Push");
        await using var patient = await ConnectionMultiplexer.ConnectAsync(_shared.Address);
        _shared.Freeze(frozen: true);
        var waiting = patient.GetDatabase().StringGetAsync("anything");
        await Both("Pull", "Push", "Legs");
        waiting.IsCompleted.ShouldBeFalse("who waits as long as the driver does by itself still waits");
        _shared.Freeze(frozen: false);
        await Both("Pull", "Push", "Legs", "Arms");
    }

    private async Task Both(params string[] names)
    {
        await Send(_one, new CreateTemplate(null, names[^1], null, [new("squat", null, null, null, null)]));
        foreach (var house in new[] { _one, _other })
        {
            (await Templates(house)).ShouldBe(names, ignoreOrder: true);
        }
    }

    private House Cached() => new(new Dictionary<string, string?>(Database.Settings) { ["ConnectionStrings:Redis"] = _shared.Address });

    private async Task<List<string>> Templates(House house) =>
        [.. (await Send(house, new ListTemplates(null, 100))).Value!.Items.Select(template => template.Name)];

    private async Task<List<string>> Exercises(House house) =>
        [.. (await Send(house, new SearchExercises(null, null, null, null, 500, null))).Value!.Items.Select(exercise => exercise.Name)];

    private Task<Result<T>> Send<T>(House house, IRequest<Result<T>> request) => house.In(services =>
    {
        services.GetRequiredService<CommandScope>().AccountId = Account;
        return services.GetRequiredService<IMediator>().Send(request);
    });
}
