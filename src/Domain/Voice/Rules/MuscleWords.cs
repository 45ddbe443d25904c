namespace TitanTrakr.Domain.Voice.Rules;

/// <summary>The muscles people speak of, in the words of the library.</summary>
internal static class MuscleWords
{
    public static string? Find(VoiceContext context, ReadOnlySpan<Token> words)
    {
        var text = words.Length == 1 ? words[0].Text : words[0].Text + " " + words[1].Text;
        return text switch
        {
            "leg" => "legs",
            "tri" or "tris" or "tricep" => "triceps",
            "bi" or "bis" or "bicep" => "biceps",
            "ham" or "hams" or "hamstring" => "hamstrings",
            "quad" => "quads",
            "glute" => "glutes",
            "calf" => "calves",
            "lat" => "lats",
            "trap" => "traps",
            "ab" => "abs",
            "arm" => "arms",
            "shoulder" or "delts" => "shoulders",
            "chests" or "pecs" => "chest",
            "back" or "legs" or "arms" or "shoulders" or "core" => text,
            _ => context.Exercises.Muscles.Contains(text) ? text : null,
        };
    }
}
