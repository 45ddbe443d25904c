using System.Text;
using TitanTrakr.Domain.Voice.Rules;

namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>
/// What is known about the words of one sentence, found out once however many rules ask for it, and how much has been spent on reading them:
/// a sentence that can be taken in ever more ways comes to an end.
/// </summary>
internal sealed class NameTable
{
    /// <summary>The most words a name is said in.</summary>
    public const int Longest = 6;

    // Comparing by sound is the dearest part of reading, and babble could ask for it hundreds of times: no sentence has so many misheard names.
    private const int MostSoundings = 8, MostWordsRead = 200;
    private const short Unknown = 0, Nothing = 1, First = 2;

    private readonly string _source;
    private readonly Word[] _words;
    private readonly List<ExerciseMatch> _found = [];
    private readonly short[] _named;
    private short[]? _sounding;
    private int _soundings;
    private TemplateName[]? _templates;

    /// <summary>Prepares the words of a sentence; what was spent on it <paramref name="before"/> it was mended counts too.</summary>
    public NameTable(ReadOnlySpan<Token> tokens, string source, ExerciseIndex exercises, NameTable? before = null)
    {
        _source = source;
        _words = new Word[tokens.Length];
        _named = new short[tokens.Length * Longest];
        (_soundings, WordsRead) = (before?._soundings ?? 0, before?.WordsRead ?? 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            var stem = NameText.Stem(tokens[i].Text);
            var number = tokens[i].Value is not null || Vocabulary.IsNumber(tokens[i].Text);
            _words[i] = new Word(stem, tokens[i].Value is null ? PhraseBook.Bit(tokens[i].Text) : 0, exercises.IsInAName(stem), exercises.IsWord(stem), exercises.IsEquipment(stem), number);
        }
    }

    /// <summary>How many words have been read, over all tries.</summary>
    public int WordsRead { get; private set; }

    public ref readonly Word this[int at] => ref _words[at];

    /// <summary>
    /// Words as they were said, in small letters: what is shown to a lifter, or kept of what was heard. A token's own text may be a word that
    /// was joined or mended for the grammar's use alone.
    /// </summary>
    public string Said(ReadOnlySpan<Token> tokens)
    {
        var said = new StringBuilder();
        foreach (var token in tokens)
        {
            said.Append(said.Length == 0 ? string.Empty : " ");
            foreach (var letter in _source.AsSpan(token.Start, token.End - token.Start))
            {
                said.Append(char.ToLowerInvariant(letter));
            }
        }

        return said.ToString();
    }

    /// <summary>The account's templates by name.</summary>
    public IReadOnlyList<TemplateName> Templates(VoiceContext context) => _templates ??= [.. context.Templates.Select(TemplateMatcher.Prepare)];

    /// <summary>Whether one more comparison by sound is due.</summary>
    public bool TakeSounding() => ++_soundings <= MostSoundings;

    /// <summary>Whether a stretch of so many words may still be tried.</summary>
    public bool TakeWords(int count)
    {
        IsSpent |= WordsRead + count > MostWordsRead;
        WordsRead += IsSpent ? 0 : count;
        return !IsSpent;
    }

    /// <summary>Whether more would have had to be read than may be.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>What a stretch of words names by its letters, if that was asked before.</summary>
    public bool TryNamed(int at, int length, out ExerciseMatch match) => TryFind(_named[(at * Longest) + length - 1], out match);

    public ExerciseMatch KeepNamed(int at, int length, ExerciseMatch match) => Keep(ref _named[(at * Longest) + length - 1], match);

    /// <summary>What a stretch of words sounds like, if that was asked before.</summary>
    public bool TrySounding(int at, int length, bool inSets, out ExerciseMatch match) => TryFind(_sounding is null ? Unknown : _sounding[Sound(at, length, inSets)], out match);

    public ExerciseMatch KeepSounding(int at, int length, bool inSets, ExerciseMatch match) =>
        Keep(ref (_sounding ??= new short[_words.Length * Longest * 2])[Sound(at, length, inSets)], match);

    private static int Sound(int at, int length, bool inSets) => (((at * Longest) + length - 1) * 2) + (inSets ? 1 : 0);

    private bool TryFind(short kept, out ExerciseMatch match)
    {
        match = kept >= First ? _found[kept - First] : default;
        return kept != Unknown;
    }

    private ExerciseMatch Keep(ref short place, ExerciseMatch match)
    {
        place = match.IsNone ? Nothing : (short)(_found.Count + First);
        if (!match.IsNone)
        {
            _found.Add(match);
        }

        return match;
    }

    /// <summary>One word.</summary>
    /// <param name="Stem">As it stands in names.</param>
    /// <param name="Bit">Which words of phrases it can be, see <see cref="PhraseBook.Bit"/>.</param>
    /// <param name="InAName">Whether some name has it.</param>
    /// <param name="TellsApart">Whether some name has it and it is not one of the little words.</param>
    /// <param name="IsEquipment">Whether it says what an exercise is done with.</param>
    /// <param name="IsNumber">Whether it is a number.</param>
    internal readonly record struct Word(string Stem, ulong Bit, bool InAName, bool TellsApart, bool IsEquipment, bool IsNumber);
}
