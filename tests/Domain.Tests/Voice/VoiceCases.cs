using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>One line of a case file: what is said where, and every reading of it that is right.</summary>
internal sealed record VoiceCase(string Situation, string Said, IReadOnlyList<string> Right)
{
    /// <summary>The file of what is said only on the shipped library, and of what that library rightly reads otherwise.</summary>
    public const string OnLibrary = "library";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Voice", "Cases");

    /// <summary>The files of cases.</summary>
    public static IEnumerable<string> Files => Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    /// <summary>Every case that is read on the examples' exercises, or names its own.</summary>
    public static IEnumerable<VoiceCase> All => Files.Where(f => f != OnLibrary).SelectMany(Read).Concat(Read(OnLibrary).Where(c => c.Situation == OnLibrary));

    /// <summary>Null when read rightly; else what was made of it.</summary>
    public string? Fault(ExerciseIndex? exercises = null)
    {
        var reading = Reading(exercises);
        var got = CaseText.Of(reading);
        var right = Right.Contains(got) || (Right.Contains("~") && got is "?" or "-" or "!");
        return right ? null : $"{(reading.Commands.Any(c => !c.IsQuestion) ? "WRITES " : "")}[{Situation}] {Said} => {got}, not {string.Join(" || ", Right)}";
    }

    public VoiceReading Reading(ExerciseIndex? exercises = null) => VoiceGrammar.Interpret(Said, [], Situations.Of(Situation, exercises ?? Situations.Index));

    /// <summary>
    /// The cases of a file: "[situation]" heads its lines, "said => reading || reading"; "~" is any reading that writes nothing.
    /// </summary>
    public static IEnumerable<VoiceCase> Read(string file)
    {
        var situation = string.Empty;
        foreach (var line in File.ReadLines(Path.Combine(Folder, file + ".txt")))
        {
            if (line.StartsWith('['))
            {
                situation = line.Trim('[', ']');
            }
            else if (line.Split(" => ") is [var said, var right])
            {
                yield return new VoiceCase(situation, said, right.Split(" || "));
            }
        }
    }
}
