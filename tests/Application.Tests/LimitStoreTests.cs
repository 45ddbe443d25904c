using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TitanTrakr.Application.Common;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

internal sealed class LimitStoreTests(Provider provider) : DatabaseTest(provider)
{
    private static readonly Quota Login = new("Login", "someone", 3, TimeSpan.FromMinutes(15));
    private static readonly Quota Address = new("Login", "somewhere", 5, TimeSpan.FromMinutes(60));
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Test]
    public async Task A_window_begins_with_the_first_attempt_and_begins_anew_when_it_is_over()
    {
        await Passes(3, Login);
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await Count(Login)).ShouldBe(new LimitHit("Login", TimeSpan.FromMinutes(10), IsFirst: true));
        (await Count(Login)).ShouldBe(new LimitHit("Login", TimeSpan.FromMinutes(10), IsFirst: false));
        _clock.Advance(TimeSpan.FromMinutes(10));
        await Passes(3, Login);
        (await Count(Login)).ShouldBe(new LimitHit("Login", TimeSpan.FromMinutes(15), IsFirst: true));
    }

    [Test]
    public async Task Of_several_quotas_the_one_that_lasts_longest_is_named()
    {
        await Passes(3, Login, Address);
        (await Count(Address, Login))!.RetryAfter.ShouldBe(TimeSpan.FromMinutes(15));
        await Count(Login, Address);
        (await Count(Address, Login))!.RetryAfter.ShouldBe(TimeSpan.FromMinutes(60));
    }

    [Test]
    public async Task Others_are_not_held_up()
    {
        await Passes(3, Login);
        (await Count(Login)).ShouldNotBeNull();
        await Passes(3, Login with { Subject = "another" });
        await Passes(3, Login with { Name = "Reset" });
        await Passes(1);
    }

    [Test]
    public async Task Forty_attempts_at_once_in_two_processes_are_counted_one_by_one()
    {
        await using var other = new House(Database);
        var quota = Login with { Most = 25 };
        var hits = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => Count(i % 2 == 0 ? House : other, quota, Address with { Most = 100 }))));
        hits.Count(hit => hit is null).ShouldBe(25);
        hits.Count(hit => hit is { IsFirst: true }).ShouldBe(1);
    }

    private async Task Passes(int times, params Quota[] quotas)
    {
        for (var i = 0; i < times; i++)
        {
            (await Count(quotas)).ShouldBeNull();
        }
    }

    private Task<LimitHit?> Count(params Quota[] quotas) => Count(House, quotas);

    private Task<LimitHit?> Count(House house, params Quota[] quotas) => house.In(s =>
        ActivatorUtilities.CreateInstance<Limits>(s, _clock).Count(quotas, CancellationToken.None));
}
