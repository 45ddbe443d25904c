using System.Globalization;
using TitanTrakr.Growth;
using TitanTrakr.Testing;

// What a long past costs: the same work for accounts with ever more past workouts, turn by turn, on both databases.
// dotnet run -c Release --project benchmarks/Growth [turns] [fewest] [more ...]
int[] given = [.. args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture))];
var turns = given.Length > 0 ? given[0] : 300;
int[] pasts = given.Length > 2 ? given[1..] : [10, 1_000, 10_000];
foreach (var provider in Enum.GetValues<Provider>())
{
    using var database = new TestDatabase(provider);
    await using var lab = new Lab(database.Settings);
    await lab.Prepare();
    var trainees = new List<Trainee>();
    foreach (var workouts in pasts)
    {
        trainees.Add(await lab.Account(workouts));
    }

    foreach (var (name, work) in Work.All)
    {
        var times = await Turns.Medians(turns, [.. trainees.Select<Trainee, Func<Task>>(trainee => () => work(trainee))]);
        for (var more = 1; more < pasts.Length; more++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{provider,-8} {name,-22} {times[0],7:0.00} ms with {pasts[0]}, {times[more],7:0.00} ms with {pasts[more]}: {times[more] / times[0]:0.00}"));
        }
    }
}

PostgresServer.StopShared();
