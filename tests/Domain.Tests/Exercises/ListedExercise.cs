using System.Runtime.CompilerServices;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Tests.Exercises;

/// <summary>One line of the agreed list (exercises.csv); no field of it holds a quoted comma.</summary>
public sealed record ListedExercise(string Id, string Name, string[] Aliases, string Equipment, string PrimaryMuscle, Measure Measure)
{
    /// <summary>Read from beside this source file; callers leave the argument to the compiler.</summary>
    public static ListedExercise[] ReadAll([CallerFilePath] string thisFile = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(thisFile)!, "exercises.csv")).Skip(1).Select(Parse)];

    public override string ToString() => Id;

    private static ListedExercise Parse(string line)
    {
        var fields = line.Split(',');
        var aliases = fields[2].Split(';', StringSplitOptions.TrimEntries);
        return new(fields[0], fields[1], aliases, fields[3], fields[4], Enum.Parse<Measure>(fields[5].Replace("-", ""), ignoreCase: true));
    }
}
