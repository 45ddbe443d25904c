using System.Text;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>Brings names and what is heard into one form: singular, abbreviations written out.</summary>
internal static class NameText
{
    public static string Stem(string word) => word switch
    {
        "db" or "dumbell" or "dumbells" => "dumbbell",
        "bb" => "barbell",
        "kb" => "kettlebell",
        "tricep" or "triceps" => "tricep",
        "bicep" or "biceps" => "bicep",
        "flies" or "flyes" or "flye" or "flys" => "fly",
        "calves" => "calf",
        "arms" or "armed" => "arm",
        "press" or "presses" => "press",
        "ez" or "easy" => "ez",
        "pushes" => "push",
        "crunches" => "crunch",
        "ups" => "up",
        "dls" => "dl",
        "benches" or "benched" => "bench",
        "squatted" => "squat",
        "deadlifted" => "deadlift",
        "pressed" => "press",
        "curled" => "curl",
        "inclined" => "incline",
        "declined" => "decline",
        "lunged" => "lunge",
        "shrugged" => "shrug",
        _ => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word,
    };

    public static string Join(IEnumerable<string> stems) => string.Concat(stems);

    public static string SortedKey(IEnumerable<string> stems) => string.Join(' ', stems.Order(StringComparer.Ordinal));

    public static List<string> Stems(string name)
    {
        var stems = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && word.Length > 0)
            {
                stems.Add(Stem(word.ToString()));
                word.Clear();
            }
        }

        return stems;
    }
}
