using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice.Matching;

namespace TitanTrakr.Domain.Voice.Sets;

/// <summary>A stretch of speech being taken apart into the parts of sets.</summary>
internal sealed class SetScan(ReadOnlyMemory<Token> tokens, VoiceContext context)
{
    public VoiceContext Context { get; } = context;

    public ReadOnlySpan<Token> Tokens => tokens.Span;

    public ReadOnlyMemory<Token> Stretch => tokens;

    public int At { get; set; }

    public List<Item> Items { get; } = [];

    public List<Mark> Marks { get; } = [];

    /// <summary>Words no rule accounts for.</summary>
    public List<Token> Unknown { get; } = [];

    public int UnknownRuns { get; private set; }

    public ExerciseMatch Exercise { get; set; }

    /// <summary>The words taken for the exercise's name.</summary>
    public string HeardName { get; set; } = string.Empty;

    /// <summary>Which word of the sentence its name starts with.</summary>
    public int HeardAt { get; set; }

    /// <summary>Before which item the name stood.</summary>
    public int NameAt { get; set; }

    /// <summary>A "to" stood where a "for" would: "100 to five".</summary>
    public bool Slurred { get; set; }

    /// <summary>The lifter was not sure: "80 for 8, I think".</summary>
    public bool Hedged { get; set; }

    /// <summary>More than one exercise was named.</summary>
    public bool SeveralExercises { get; set; }

    /// <summary>Something was said that no reading may pass over.</summary>
    public bool Conflict { get; set; }

    /// <summary>The exercise named so far, else the one in focus.</summary>
    public Exercise? Doing => Exercise.Sure ?? (Context.FocusExerciseId is { } id ? Context.Exercises.Find(id) : null);

    public Token Here => Tokens[At];

    public bool Next(int ahead, string word) => At + ahead < Tokens.Length && Tokens[At + ahead].Is(word);

    public string Word(int ahead) => At + ahead < Tokens.Length && At + ahead >= 0 && Tokens[At + ahead].Value is null ? Tokens[At + ahead].Text : string.Empty;

    public void Add(Item item, int length)
    {
        Items.Add(item.Break == Here.Break ? item : item with { Break = Here.Break });
        At += length;
    }

    public bool Marked(MarkKind kind, int length, decimal value = 0, string? text = null)
    {
        Marks.Add(new Mark(kind, Items.Count, Here.Break, value, text));
        At += length;
        return true;
    }

    public bool Skip(int length)
    {
        At += length;
        return true;
    }

    /// <summary>The words from here on as they were said.</summary>
    public string Said(int length) => Context.Names!.Said(Tokens.Slice(At, length));

    /// <summary>Reads on while it can still be a set: with more words that nobody knows it is none, and costs no more.</summary>
    public SetScan Run()
    {
        var unknownEnd = -1;
        while (At < Tokens.Length && Unknown.Count <= UnknownNames.MostWords)
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

        return this;
    }
}
