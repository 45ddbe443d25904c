using System.Runtime.CompilerServices;
using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>A few stems in a row, kept without allocating, and what they name.</summary>
internal ref struct StemRun
{
    private const int MostLetters = 64, MostShortened = 3;
    private Words _words;
    private bool _known = true, _tells = true, _tellsSome, _equipment;

    public StemRun()
    {
    }

    public int Count { get; private set; }

    /// <summary>Adds a word that can belong to a name; words like "the" are passed over. False when the run gets too long.</summary>
    public bool TryAdd(Token word, NameTable table)
    {
        if (word.Text is "the" or "my" or "some" or "weighted")
        {
            return true;
        }

        if (Count == NameTable.Longest)
        {
            return false;
        }

        ref readonly var facts = ref table[word.At];
        _known &= facts.InAName;
        _tells &= facts.TellsApart;
        _tellsSome |= facts.TellsApart;
        _equipment |= facts.IsEquipment;
        _words[Count++] = facts.Stem;
        return true;
    }

    public readonly ExerciseMatch Find(ExerciseIndex index)
    {
        Span<char> letters = stackalloc char[MostLetters];
        if (!Join(letters, -1, out var length))
        {
            return default;
        }

        if (index.ByJoined(letters[..length]) is { Count: > 0 } exact)
        {
            return new(exact);
        }

        if (Count == 1)
        {
            return _tells ? Part(index) : default;
        }

        if (_equipment && index.ByEquipment(letters[..length]) is { Count: > 0 } done)
        {
            return new(done, ExerciseMatch.OnlyEquipment, true);
        }

        // "squat bar for 10", "deadlift single at 180": how it was done, unless a name is written so.
        var part = _words[Count - 1] is not "bar" && !(Count == 2 && (_words[0] is "single" || _words[1] is "single"));
        return _known && Sorted(index) is { Count: > 0 } sorted ? new(sorted, 0.98) : _equipment && WithoutOwnEquipment(index) is { } known ? new([known], 0.96)
            : part && _known && _tellsSome && Part(index) is { IsNone: false } found ? found : _tellsSome && Count <= MostShortened ? Short(index) : default;
    }

    private readonly bool Join(Span<char> letters, int without, out int length)
    {
        length = 0;
        for (var i = 0; i < Count; i++)
        {
            if (i == without)
            {
                continue;
            }

            if (length + _words[i].Length > letters.Length)
            {
                return false;
            }

            _words[i].CopyTo(letters[length..]);
            length += _words[i].Length;
        }

        return length > 0;
    }

    private readonly IReadOnlyList<Exercise> Sorted(ExerciseIndex index)
    {
        Span<int> order = stackalloc int[Count];
        for (var i = 0; i < Count; i++)
        {
            var at = i;
            for (; at > 0 && string.CompareOrdinal(_words[order[at - 1]], _words[i]) > 0; at--)
            {
                order[at] = order[at - 1];
            }

            order[at] = i;
        }

        Span<char> key = stackalloc char[MostLetters + NameTable.Longest];
        var length = 0;
        foreach (var at in order)
        {
            if (length + _words[at].Length + 1 > key.Length)
            {
                return [];
            }

            _words[at].CopyTo(key[length..]);
            length += _words[at].Length;
            key[length++] = ' ';
        }

        return index.BySorted(key[..(length - 1)]);
    }

    // "barbell squat" is the squat, which has a barbell anyway.
    private readonly Exercise? WithoutOwnEquipment(ExerciseIndex index)
    {
        Span<char> letters = stackalloc char[MostLetters];
        for (var i = 0; i < Count; i++)
        {
            if (index.IsEquipment(_words[i]) && Join(letters, i, out var length)
                && index.ByJoined(letters[..length]) is { Count: 1 } found && found[0].Equipment == _words[i])
            {
                return found[0];
            }
        }

        return null;
    }

    // Part of a name: sure when only one exercise has it and it says more than one word that others could have too.
    private readonly ExerciseMatch Part(ExerciseIndex index)
    {
        var (stems, onlyEquipment) = (new List<string>(Count), true);
        for (var i = 0; i < Count; i++)
        {
            stems.Add(_words[i]);
            onlyEquipment &= index.IsEquipment(_words[i]);
        }

        var holding = _tells ? index.Holding(stems) : index.HoldingAll(stems);
        // "peck dec" has its words from two names of one exercise: a longer name's exercise is not meant.
        if (holding.Count > 1 && stems.Count > 1 && holding.FindAll(e => index.HasNameOf(e, stems.Count)) is { Count: 1 } whole && index.HoldingAll(stems).Count == 0)
        {
            holding = whole;
        }

        return holding.Count == 0 ? default : new(holding, onlyEquipment ? ExerciseMatch.OnlyEquipment : ExerciseMatch.PartOfName,
            onlyEquipment || Count == 1 || (holding.Count == 1 && _equipment && index.LeavesOut(holding[0], stems)));
    }

    private readonly ExerciseMatch Short(ExerciseIndex index)
    {
        var stems = new string[Count];
        for (var i = 0; i < Count; i++)
        {
            stems[i] = _words[i];
        }

        return index.Shortened(stems) is { Count: > 0 } found ? new(found, ExerciseMatch.PartOfName) : default;
    }

    [InlineArray(NameTable.Longest)]
    private struct Words
    {
        private string _first;
    }
}
