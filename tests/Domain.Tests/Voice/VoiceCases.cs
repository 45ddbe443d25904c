using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>One line of a case file: what is said where, and every reading of it that is right.</summary>
internal sealed record VoiceCase(string Situation, string Said, IReadOnlyList<string> Right)
{
    /// <summary>Null when read rightly; else what was made of it.</summary>
    public string? Fault()
    {
        var reading = VoiceGrammar.Interpret(Said, [], Situations.Of(Situation));
        var got = CaseText.Of(reading);
        var right = Right.Contains(got) || (Right.Contains("~") && got is "?" or "-" or "!");
        return right ? null : $"{(reading.Commands.Any(c => !c.IsQuestion) ? "WRITES " : "")}[{Situation}] {Said} => {got}, not {string.Join(" || ", Right)}";
    }

    /// <summary>
    /// The cases of a file: "[situation]" heads its lines, "said => reading || reading"; "~" is any reading that writes nothing.
    /// </summary>
    public static IEnumerable<VoiceCase> Read(string path)
    {
        var situation = string.Empty;
        foreach (var line in File.ReadLines(path))
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
