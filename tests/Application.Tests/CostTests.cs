using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Accounts;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure.Persistence;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

/// <summary>What a row costs must not grow with how many there are.</summary>
internal sealed class CostTests(Provider provider) : DatabaseTest(provider)
{
    [Test]
    public async Task A_row_of_an_import_and_of_its_undoing_costs_the_same_in_a_large_file()
    {
        await Import(10);
        var (small, large) = (await Import(30), await Import(120));
        TestContext.Out.WriteLine($"bytes a row: in {small.In:0} and {large.In:0}, out {small.Out:0} and {large.Out:0}");
        (large.In / small.In).ShouldBeLessThan(1.5);
        (large.Out / small.Out).ShouldBeLessThan(1.5);
    }

    [Test]
    public async Task A_rebuild_holds_no_more_of_a_log_the_further_it_comes()
    {
        var file = Encoding.UTF8.GetBytes(Strong(2700));
        (await Import(file)).Value!.Workouts.ShouldBe(2700);
        var gauge = new Gauge();
        await using var house = new House(Database.Settings, services => services.AddSingleton<IUnitPart>(gauge));
        gauge.Weighing = house.Trips.Clear;
        (await house.Get<ProjectionMaintenance>().Rebuild(Account, CancellationToken.None)).Events.ShouldBeGreaterThan(2700);
        gauge.Live.Count.ShouldBeInRange(9, 30);
        // Threads and pools keep a buffer of a megabyte or two for a while: the most of a third is held against the least of another. The last
        // one of all has gathered less.
        var third = gauge.Live.Count / 3;
        var (early, late) = (gauge.Live.Take(third).Max(), gauge.Live.SkipLast(1).TakeLast(third).Min());
        TestContext.Out.WriteLine($"live bytes, whenever it writes: {string.Join(' ', gauge.Live)}; the file has {file.Length}");
        (late - early).ShouldBeLessThan(2 * file.Length);
    }

    [Test]
    public async Task An_export_of_ten_times_the_log_holds_no_more_of_it_at_a_time()
    {
        await Import(Encoding.UTF8.GetBytes(Strong(60)));
        // More than a page of events and of workouts, so that a page is what the smaller one holds too.
        await LongLog.Grow(House, Account, events: 600, workouts: 60);
        // Each time once unweighed: what writing it has left behind is let go then.
        await Export(long.MaxValue);
        var small = await Export(128 << 10);
        await LongLog.Grow(House, Account, events: 6000, workouts: 600);
        await Export(long.MaxValue);
        var large = await Export(1 << 20);
        TestContext.Out.WriteLine($"{small.Taken} bytes hold {small.Most} at a time, {large.Taken} bytes {large.Most}");
        large.Taken.ShouldBeGreaterThan(small.Taken * 9);
        Math.Min(small.Most, large.Most).ShouldBePositive("else it was weighed wrong");
        ((large.Most - small.Most) / (double)(large.Taken - small.Taken)).ShouldBeLessThan(0.25);
    }

    private Task<Scale> Export(long step) => House.In(async services =>
    {
        var scope = services.GetRequiredService<CommandScope>();
        scope.AccountId = Account;
        var files = (await services.GetRequiredService<IMediator>().Send(new ExportAccount())).Value!;
        var scale = new Scale(step);
        foreach (var file in files)
        {
            await file.Write(scale, CancellationToken.None);
        }

        return scale;
    });

    private Task<Result<ImportReport>> Import(byte[] file) =>
        Send(new ImportFile(file, DryRun: false, "UTC", null, null, Undust: false, new Dictionary<string, string>()));

    private async Task<(double In, double Out)> Import(int days)
    {
        await NewAccount();
        var file = Encoding.UTF8.GetBytes(Strong(days));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var report = await Import(file);
        var between = GC.GetTotalAllocatedBytes(precise: true);
        report.Value!.Workouts.ShouldBe(days);
        (await Send(new UndoImport(report.Value.ImportId!.Value))).Value!.UndoneAt.ShouldNotBeNull();
        var after = GC.GetTotalAllocatedBytes(precise: true);
        return ((between - before) / (days * 5.0), (after - between) / (days * 5.0));
    }

    private static string Strong(int days) => "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n" + string.Concat(
        Enumerable.Range(0, days * 5).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{new DateTime(2016, 1, 1, 18, 0, 0).AddDays(i / 5):yyyy-MM-dd HH:mm:ss},Day,Squat,{(i % 5) + 1},{60 + (i % 7)},kg,{5 + (i % 3)}\n")));

    private Task<T> Send<T>(IRequest<T> request) => House.In(services =>
    {
        var scope = services.GetRequiredService<CommandScope>();
        (scope.AccountId, scope.CommandId, scope.Fingerprint) = (Account, Guid.CreateVersion7(), "f");
        return services.GetRequiredService<IMediator>().Send(request);
    });

    // Weighs what is reachable whenever a batch is about to be written.
    private sealed class Gauge : IUnitPart
    {
        public List<long> Live { get; } = [];

        public Action Weighing { get; set; } = () => { };

        public bool HasChanges => true;

        public void Reset()
        {
        }

        public Task Flush(CancellationToken cancellationToken)
        {
            Weighing();
            Live.Add(Scale.Weigh());
            return Task.CompletedTask;
        }
    }
}
