namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>
/// How a word sounds, in letters: a reduced Metaphone (Lawrence Philips, "Hanging on the Metaphone", Computer Language 7:12, 1990), in which
/// voiced and voiceless sounds are one, as recognisers confuse them, and vowels only count at the beginning. As there, "sch" is SK ("school").
/// </summary>
internal static class SoundKey
{
    /// <summary>The key of a word in lower-case letters: "phase" and "face" are both FS.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[word.Length * 2];
        return new string(key[..Write(word, key)]);
    }

    /// <summary>Writes the key of a word where there is room for two letters of each of its own; how many it wrote.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var (sound, step) = i > 0 && word[i - 1] == 's' && word[i..].StartsWith("ch") ? ('K', 2) : Sound(word[i..], i == 0);
            i += step;
            if (sound != ' ' && (length == 0 || key[length - 1] != sound))
            {
                key[length++] = sound;
            }
        }

        return length;
    }

    private static (char Sound, int Step) Sound(ReadOnlySpan<char> rest, bool first) => (rest[0], rest.Length > 1 ? rest[1] : ' ') switch
    {
        ('p', 'h') => ('F', 2),
        ('w', 'r') or ('r', 'h') => ('R', 2),
        ('k', 'n') or ('g', 'n') => ('N', 2),
        ('g', 'h') => (' ', 2),
        ('c', 'h') or ('s', 'h') => ('X', 2),
        ('t', 'h') => ('T', 2),
        ('c', 'k') => ('K', 2),
        ('c', 'e') or ('c', 'i') or ('c', 'y') => ('S', 1),
        ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w', _) => (first ? Initial(rest[0]) : ' ', 1),
        ('b' or 'p', _) => ('P', 1),
        ('d' or 't', _) => ('T', 1),
        ('c' or 'g' or 'k' or 'q', _) => ('K', 1),
        ('f' or 'v', _) => ('F', 1),
        ('s' or 'z', _) => ('S', 1),
        ('j', _) => ('X', 1),
        ('m' or 'n', _) => ('N', 1),
        var (letter, _) => (char.ToUpperInvariant(letter), 1),
    };

    private static char Initial(char letter) => letter is 'h' or 'w' ? char.ToUpperInvariant(letter) : 'A';
}
