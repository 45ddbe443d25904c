using System.Numerics;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>The names by length, so that what was heard is compared in full only with names that can be near.</summary>
internal sealed class SoundIndex
{
    private const int Longest = 40, Reach = 3;
    private const double LeastLetters = 0.6;
    private readonly List<Entry>[] _byLength = new List<Entry>[Longest + 1];

    public void Add(string joined, Exercise exercise)
    {
        if (joined.Length is >= 4 and <= Longest)
        {
            (_byLength[joined.Length] ??= []).Add(new Entry(joined, SoundKey.Of(joined), Counts(joined), exercise));
        }
    }

    /// <summary>The exercises whose names sound like it, with how alike they are, unsorted; each is given once, with its best.</summary>
    public List<Sounding> Like(ReadOnlySpan<char> heard, double least)
    {
        var found = new List<Sounding>();
        var (key, counts) = (SoundKey.Of(heard), Counts(heard));
        for (var length = Math.Max(4, heard.Length - Reach); length <= Math.Min(Longest, heard.Length + Reach); length++)
        {
            foreach (var entry in _byLength[length] ?? [])
            {
                if (FewestEdits(counts, entry.Counts) > Math.Max(length, heard.Length) * 2 / 5)
                {
                    continue;
                }

                var letters = Likeness.Of(heard, entry.Joined, LeastLetters);
                var score = letters < LeastLetters ? 0 : letters == 1 ? 1 : Math.Min(0.99, (letters + Likeness.Of(key, entry.Key)) / 2);
                if (score >= least)
                {
                    Keep(found, new(entry.Exercise, score, entry.Joined));
                }
            }
        }

        return found;
    }

    private static void Keep(List<Sounding> found, Sounding like)
    {
        var at = found.FindIndex(f => ReferenceEquals(f.Exercise, like.Exercise));
        if (at < 0)
        {
            found.Add(like);
        }
        else if (found[at].Score < like.Score)
        {
            found[at] = like;
        }
    }

    // Four bits a family of letters: how often it stands in the word.
    private static ulong Counts(ReadOnlySpan<char> word)
    {
        ulong counts = 0;
        foreach (var letter in word)
        {
            var shift = (Likeness.Family(letter) & 15) * 4;
            counts += ((counts >> shift) & 15) < 15 ? 1UL << shift : 0;
        }

        return counts;
    }

    // No spelling can be nearer than its letters are: those that are missing, or those too many, must each be written.
    private static int FewestEdits(ulong a, ulong b)
    {
        if (BitOperations.PopCount(a ^ b) < 3)
        {
            return 0;
        }

        var (more, fewer) = (0, 0);
        for (; (a | b) != 0; a >>= 4, b >>= 4)
        {
            var difference = (int)(a & 15) - (int)(b & 15);
            more += Math.Max(difference, 0);
            fewer += Math.Max(-difference, 0);
        }

        return Math.Max(more, fewer);
    }

    private readonly record struct Entry(string Joined, string Key, ulong Counts, Exercise Exercise);
}

/// <summary>An exercise that words sound like.</summary>
/// <param name="Exercise">Which.</param>
/// <param name="Score">How alike, to 1.</param>
/// <param name="Name">By which of its names, its words run together.</param>
internal readonly record struct Sounding(Exercise Exercise, double Score, string Name);
