namespace TitanTrakr.Domain.Voice.Matching;

/// <summary>The names in one sentence, each stretch of words looked up at most once however many rules ask for it.</summary>
internal sealed class NameTable
{
    /// <summary>The most words a name is said in.</summary>
    public const int Longest = 6;

    // Comparing by sound is the dearest part of reading, and babble could ask for it hundreds of times: no sentence has so many misheard names.
    private const int MostSoundings = 16;

    private readonly string[] _stems;
    private int _soundings;
    private readonly (bool Done, ExerciseMatch Match)[] _named;
    private readonly (bool Done, ExerciseMatch Match)[][] _sounding;

    public NameTable(IReadOnlyList<Token> tokens)
    {
        _stems = new string[tokens.Count];
        _named = new (bool, ExerciseMatch)[tokens.Count * Longest];
        _sounding = [new (bool, ExerciseMatch)[tokens.Count * Longest], new (bool, ExerciseMatch)[tokens.Count * Longest]];
        for (var i = 0; i < tokens.Count; i++)
        {
            _stems[i] = NameText.Stem(tokens[i].Text);
        }
    }

    public string Stem(int at) => _stems[at];

    /// <summary>Whether one more comparison by sound is due.</summary>
    public bool TakeSounding() => ++_soundings <= MostSoundings;

    /// <summary>What a stretch of words names, by its letters.</summary>
    public ref (bool Done, ExerciseMatch Match) Named(int at, int length) => ref _named[(at * Longest) + length - 1];

    /// <summary>What a stretch of words sounds like.</summary>
    public ref (bool Done, ExerciseMatch Match) Sounding(int at, int length, bool inSets) => ref _sounding[inSets ? 1 : 0][(at * Longest) + length - 1];
}
