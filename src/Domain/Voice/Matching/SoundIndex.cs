using System.Runtime.InteropServices;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>The names by length, so that what was heard is compared in full only with names that can be near.</summary>
internal sealed class SoundIndex
{
    private const int Shortest = 4, Longest = 40, Reach = 3;
    private const double LeastLetters = 0.62;
    private readonly Bucket?[] _byLength = new Bucket?[Longest + 1];

    public void Add(string joined, Exercise exercise)
    {
        if (joined.Length is >= Shortest and <= Longest)
        {
            var bucket = _byLength[joined.Length] ??= new Bucket();
            var key = SoundKey.Of(joined);
            bucket.Counts.Add((LetterCounts.Of(joined), LetterCounts.Of(key), key.Length));
            bucket.Names.Add(new Entry(joined, key, exercise));
        }
    }

    /// <summary>
    /// The exercises whose names sound like it, with how alike they are, unsorted; each is given once, with its best. Those of the workout may be
    /// less alike by <paramref name="leeway"/>.
    /// </summary>
    public List<Sounding> Like(ReadOnlySpan<char> heard, double least, VoiceContext context, double leeway = 0)
    {
        var found = new List<Sounding>();
        if (heard.Length > Longest + Reach)
        {
            return found;
        }

        Span<char> letters = stackalloc char[heard.Length * 2];
        var key = letters[..SoundKey.Write(heard, letters)];
        var said = new Heard(heard, key, LetterCounts.Of(heard), LetterCounts.Of(key));
        for (var length = Math.Max(Shortest, heard.Length - Reach); length <= Math.Min(Longest, heard.Length + Reach); length++)
        {
            if (_byLength[length] is { } bucket)
            {
                Compare(bucket, said, length, least, leeway, context, found);
            }
        }

        return found;
    }

    // The cheap comparisons first: by the letters' counts, then by the key, which is short, and by every letter only what can still be near enough.
    private static void Compare(Bucket bucket, Heard said, int length, double least, double leeway, VoiceContext context, List<Sounding> found)
    {
        double longest = Math.Max(length, said.Letters.Length);
        var all = CollectionsMarshal.AsSpan(bucket.Counts);
        for (var i = 0; i < all.Length; i++)
        {
            var letters = 1 - (LetterCounts.FewestEdits(said.Counts, all[i].Letters) / longest);
            var best = letters + 1 - (LetterCounts.FewestEdits(said.KeyCounts, all[i].Key) / (double)Math.Max(1, Math.Max(said.Key.Length, all[i].KeyLength)));
            if (letters < LeastLetters || best / 2 < least - leeway)
            {
                continue;
            }

            var entry = bucket.Names[i];
            var need = leeway > 0 && context.IsHome(entry.Exercise.Id) ? least - leeway : least;
            if (best / 2 >= need && Score(said, entry, letters, need) is var score && score >= need)
            {
                Keep(found, new(entry.Exercise, score, entry.Joined));
            }
        }
    }

    // 0 where it is less than needed.
    private static double Score(Heard said, Entry entry, double mostLetters, double need)
    {
        var sounds = Likeness.Of(said.Key, entry.Key, (2 * need) - mostLetters);
        if ((mostLetters + sounds) / 2 < need)
        {
            return 0;
        }

        var letters = Likeness.Of(said.Letters, entry.Joined, Math.Max(LeastLetters, (2 * need) - sounds));
        return letters < LeastLetters ? 0 : letters == 1 ? 1 : Math.Min(0.99, (letters + sounds) / 2);
    }

    private static void Keep(List<Sounding> found, Sounding like)
    {
        for (var at = 0; at < found.Count; at++)
        {
            if (ReferenceEquals(found[at].Exercise, like.Exercise))
            {
                found[at] = found[at].Score < like.Score ? like : found[at];
                return;
            }
        }

        found.Add(like);
    }

    private sealed class Bucket
    {
        public List<(ulong Letters, ulong Key, int KeyLength)> Counts { get; } = [];

        public List<Entry> Names { get; } = [];
    }

    private readonly ref struct Heard(ReadOnlySpan<char> letters, ReadOnlySpan<char> key, ulong counts, ulong keyCounts)
    {
        public ReadOnlySpan<char> Letters { get; } = letters;

        public ReadOnlySpan<char> Key { get; } = key;

        public ulong Counts { get; } = counts;

        public ulong KeyCounts { get; } = keyCounts;
    }

    private readonly record struct Entry(string Joined, string Key, Exercise Exercise);
}

/// <summary>An exercise that words sound like.</summary>
/// <param name="Exercise">Which.</param>
/// <param name="Score">How alike, to 1.</param>
/// <param name="Name">By which of its names, its words run together.</param>
internal readonly record struct Sounding(Exercise Exercise, double Score, string Name);
