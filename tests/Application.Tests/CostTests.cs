using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Exchange;
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

    private async Task<(double In, double Out)> Import(int days)
    {
        await NewAccount();
        var file = Encoding.UTF8.GetBytes(Strong(days));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var report = await Send(new ImportFile(file, DryRun: false, "UTC", null, null, Undust: false, new Dictionary<string, string>()));
        var between = GC.GetTotalAllocatedBytes(precise: true);
        report.Value!.Workouts.ShouldBe(days);
        (await Send(new UndoImport(report.Value.ImportId!.Value))).Value!.UndoneAt.ShouldNotBeNull();
        var after = GC.GetTotalAllocatedBytes(precise: true);
        return ((between - before) / (days * 5.0), (after - between) / (days * 5.0));
    }

    private static string Strong(int days) => "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n" + string.Concat(
        Enumerable.Range(0, days * 5).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{new DateTime(2024, 1, 1, 18, 0, 0).AddDays(i / 5):yyyy-MM-dd HH:mm:ss},Day,Squat,{(i % 5) + 1},{60 + (i % 7)},kg,{5 + (i % 3)}\n")));

    private Task<T> Send<T>(IRequest<T> request) => House.In(services =>
    {
        var scope = services.GetRequiredService<CommandScope>();
        (scope.AccountId, scope.CommandId, scope.Fingerprint) = (Account, Guid.CreateVersion7(), "f");
        return services.GetRequiredService<IMediator>().Send(request);
    });
}
