using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application;
using TitanTrakr.Application.Common;
using TitanTrakr.Application.Workouts;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Infrastructure;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Growth;

/// <summary>The application on a database, without HTTP before it.</summary>
internal sealed class Lab : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Lab(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddApplication().AddInfrastructure(configuration, Path.GetTempPath()).BuildServiceProvider();
    }

    public Task Prepare() => _services.GetRequiredService<DatabaseStartup>().Prepare(CancellationToken.None);

    /// <summary>An account with so many past workouts of five exercises, one every eight hours up to now, and one running.</summary>
    public async Task<Trainee> Account(int workouts)
    {
        var created = await In(Guid.Empty, s => s.GetRequiredService<IAccountCreation>()
            .Create(new CommandScope(), email: null, passwordHash: null, CancellationToken.None));
        var id = created.Value!.Account.Id;
        var trainee = new Trainee(this, id);
        foreach (var part in Enumerable.Range(0, workouts).Reverse().Chunk(250))
        {
            await In(id, s => s.GetRequiredService<IUnitOfWork>().Run<int>(s.GetRequiredService<CommandScope>(), [], token => Record(s, part, token), CancellationToken.None));
        }

        await trainee.Send(new StartWorkout(null, null, null, null));
        return trainee;
    }

    public async Task<T> In<T>(Guid account, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandScope>().AccountId = account;
        return await work(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<Result<int>> Record(IServiceProvider services, int[] ago, CancellationToken cancellationToken)
    {
        var mediator = services.GetRequiredService<IMediator>();
        foreach (var number in ago)
        {
            var at = DateTimeOffset.UtcNow.AddHours(-8 * (number + 1));
            await mediator.Send(new RecordWorkout(null, null, at, at.AddHours(1), null, [.. Work.Exercises.Select(id => Exercise(id, number))]), cancellationToken);
        }

        return ago.Length;
    }

    private static PastExercise Exercise(string id, int number) => new(
        null, id, null, null, [.. Enumerable.Range(0, 4).Select(set => new PastSet(null, new Load(40 + ((number + set) % 60), WeightUnit.Kg), new Reps(5 + (number % 6)), null, null, null, null, null, null, null))]);
}

/// <summary>One account's doings.</summary>
internal sealed class Trainee(Lab lab, Guid id)
{
    private int _sets;

    public int NextSet() => _sets++;

    public Task Send<T>(IRequest<Result<T>> request) => lab.In(id, async services =>
    {
        var result = await services.GetRequiredService<IMediator>().Send(request);
        return result.IsOk ? result : throw new InvalidOperationException(result.Error.Detail);
    });
}
