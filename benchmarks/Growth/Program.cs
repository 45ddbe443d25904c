using System.Globalization;
using TitanTrakr.Growth;
using TitanTrakr.Testing;

// What a long past costs: the same work for an account with few past workouts and one with many, turn by turn, on both databases.
// dotnet run -c Release --project benchmarks/Growth [few] [many] [turns]
var (few, many, turns) = (Number(0, 10), Number(1, 10_000), Number(2, 300));
foreach (var provider in Enum.GetValues<Provider>())
{
    using var database = new TestDatabase(provider);
    await using var lab = new Lab(database.Settings);
    await lab.Prepare();
    var (young, old) = (await lab.Account(few), await lab.Account(many));
    foreach (var (name, work) in Work.All)
    {
        var ratio = await Comparison.Of(turns, () => work(young), () => work(old));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{provider,-8} {name,-22} {ratio.Few,7:0.00} ms with {few}, {ratio.Many,7:0.00} ms with {many}: {ratio.Many / ratio.Few:0.00}"));
    }
}

PostgresServer.StopShared();

int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
