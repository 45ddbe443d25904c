using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>A stretch of speech being taken apart into the parts of sets.</summary>
internal sealed class SetScan(ReadOnlyMemory<Token> tokens, VoiceContext context)
{
    public VoiceContext Context { get; } = context;

    public ReadOnlySpan<Token> Tokens => tokens.Span;

    public int At { get; set; }

    public List<Item> Items { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Words no rule accounts for.</summary>
    public List<Token> Unknown { get; } = [];

    public int UnknownRuns { get; private set; }

    public ExerciseMatch Exercise { get; set; }

    public decimal? Rpe { get; set; }

    public SetKind? Kind { get; set; }

    public bool DropSet { get; set; }

    public Side? Side { get; set; }

    /// <summary>Something was said twice, differently: no reading is certain.</summary>
    public bool Conflict { get; set; }

    public Token Here => Tokens[At];

    public bool Next(int ahead, string word) => At + ahead < Tokens.Length && Tokens[At + ahead].Is(word);

    public string Word(int ahead) => At + ahead < Tokens.Length && Tokens[At + ahead].Value is null ? Tokens[At + ahead].Text : string.Empty;

    public void Add(Item item, int tokens)
    {
        Items.Add(item with { Break = Here.Break });
        At += tokens;
    }

    public bool Skip(int tokens)
    {
        At += tokens;
        return true;
    }

    public void Run()
    {
        var unknownEnd = -1;
        while (At < Tokens.Length)
        {
            if (ItemRules.TryRead(this))
            {
                continue;
            }

            UnknownRuns += unknownEnd == At ? 0 : 1;
            Unknown.Add(Here);
            At++;
            unknownEnd = At;
        }
    }
}
