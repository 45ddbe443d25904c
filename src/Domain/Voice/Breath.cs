using TitanTrakr.Domain.Voice.Matching;
using TitanTrakr.Domain.Voice.Rules;
using TitanTrakr.Domain.Voice.Sets;

namespace TitanTrakr.Domain.Voice;

/// <summary>Reads one breath, which may hold several commands: all of it is understood, or nothing is written.</summary>
internal sealed class Breath(ReadOnlyMemory<Token> tokens, string source, List<(string Words, Candidate Candidate)>? trace = null)
{
    private const int MostParts = 6, MostWords = 64;

    // From where on no split was found, by kind of split; and whether one came to more parts than a breath has.
    private readonly bool[][] _dead = new bool[3][];
    private bool _tooMany;

    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal)
    {
        "rest", "skip", "note", "finish", "end", "undo", "delete", "remove", "start", "next", "now", "switch", "save", "whats", "what", "how", "was", "log", "stop", "superset", "add", "im",
    };

    public VoiceReading Read(VoiceContext context)
    {
        if (!context.Names!.TakeWords(tokens.Length))
        {
            return VoiceReading.Nothing();
        }

        var whole = PartReader.Read(tokens, context, source, trace);
        if (whole is { Reading.Outcome: VoiceOutcome.Understood or VoiceOutcome.Answered } clear)
        {
            return TextTail.Takes(clear) ? TextTail.Read(tokens, clear, context, source) : clear.Reading;
        }

        if (IsAsked(whole))
        {
            return whole!.Value.Reading;
        }

        // No breath of commands is that long; a note may be, and was read above.
        if (tokens.Length > MostWords)
        {
            return whole?.Reading ?? VoiceReading.Nothing();
        }

        var parts = Split(0, context, 0, soft: false, strict: true) ?? Split(0, context, 0, soft: true, strict: true)
            ?? (whole is { Reading: { Options.Count: > 0, HeardName: null } } ? null : Split(0, context, 0, soft: false, strict: false));
        if (parts is { Count: > 1 } && Joining.CountedFrom(parts) is { } first)
        {
            return first == 1 ? VoiceReading.Nothing() : VoiceReading.Ask("Is that right?", Options.AtLeastTwo([Options.Of(context, [.. parts.SelectMany(p => p.Reading.Commands)])]));
        }

        return !IsTrusted(parts, whole) ? whole?.Reading ?? Spoiled(context)
            : Joining.IsTorn(parts!) && !SaysInTurn() ? VoiceReading.Ask("Is that right?", Options.AtLeastTwo([Options.Of(context, [.. parts!.SelectMany(p => p.Reading.Commands)])]))
            : Joining.Join(parts!, context) ?? whole?.Reading ?? VoiceReading.Nothing();
    }

    // "got 8, then 85 for 6" are two, one after the other.
    private bool SaysInTurn()
    {
        foreach (var token in tokens.Span)
        {
            if (token.Text is "then" or "got" or "did" or "next")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The commands from a word on, where all of them are clear; null where they aren't.</summary>
    public VoiceReading? ReadFrom(int from, VoiceContext context)
    {
        if (!context.Names!.TakeWords(tokens.Length - from))
        {
            return null;
        }

        var whole = Part(from, tokens.Length, context);
        if (IsClear(whole?.Reading) || IsAsked(whole) || tokens.Length - from > MostWords)
        {
            return IsClear(whole?.Reading) ? whole!.Value.Reading : null;
        }

        var parts = Split(from, context, 0, soft: false, strict: true) ?? Split(from, context, 0, soft: true, strict: true);
        return IsTrusted(parts, whole) && Joining.CountedFrom(parts!) is null && Joining.Join(parts!, context) is { } joined && IsClear(joined) ? joined : null;
    }

    private static bool IsClear(VoiceReading? reading) => reading?.Outcome is VoiceOutcome.Understood or VoiceOutcome.Answered;

    // What is asked about as a whole is not taken apart.
    private static bool IsAsked(Candidate? whole) => whole is { Score: > Weights.Doubt } asked && asked.Rule != LogSetRule.NumberAlone;

    private static bool IsTrusted(List<Candidate>? parts, Candidate? whole) => parts is { Count: > 1 } && (whole is null || parts.TrueForAll(p => p.Rule != LogSetRule.NumberAlone));

    // What was tried from here on and led to nothing leads to nothing again, however the words before were parted.
    private List<Candidate>? Split(int from, VoiceContext context, int depth, bool soft, bool strict)
    {
        if (from >= tokens.Length)
        {
            return [];
        }

        var dead = _dead[!strict ? 2 : soft ? 1 : 0] ??= new bool[tokens.Length];
        _tooMany = depth > 0 && (_tooMany || depth == MostParts);
        if (_tooMany || dead[from])
        {
            return null;
        }

        var pieces = Pieces(from, context, depth, soft, strict);
        dead[from] = pieces is null && !_tooMany;
        return pieces;
    }

    // Longest piece first; what each piece does is seen by the next.
    private List<Candidate>? Pieces(int from, VoiceContext context, int depth, bool soft, bool strict)
    {
        for (var end = Reach(from); end > from && !_tooMany; end--)
        {
            // As a whole it was read before.
            if ((depth == 0 && end == tokens.Length) || !IsEnd(end, soft, context, out var next) || !context.Names!.TakeWords(end - from))
            {
                continue;
            }

            if (Part(from, end, context) is { } part && (!strict || part.IsApart || part.Reading.Outcome is VoiceOutcome.Understood or VoiceOutcome.Answered)
                && !(soft && next == end && next < tokens.Length && IsNumber(end) && !Starts.Contains(tokens.Span[from].Text)) && !(part.Rule == LogSetRule.Name && HasNameAhead(from, end, next, context))
                && Split(next, After.Reading(context, part.Reading), depth + 1, soft, strict) is { } rest
                && !(soft && next == end && next < tokens.Length && !tokens.Span[end].Break && rest[0].Rule == Rules.MoveRules.Name && !Starts.Contains(tokens.Span[next].Text)))
            {
                rest.Insert(0, part);
                return rest;
            }
        }

        return null;
    }

    // No part but the note itself goes on behind a word that starts one.
    private int Reach(int from)
    {
        for (var at = from + 1; at < tokens.Length; at++)
        {
            if (tokens.Span[at].Is("note") && (tokens.Span[at].Break || tokens.Span[at - 1].Text is "then" or "and"))
            {
                return at;
            }
        }

        return tokens.Length;
    }

    // A note or a name within a breath ends where the next command starts.
    private Candidate? Part(int from, int end, VoiceContext context) => PartReader.Read(tokens[from..end], context, source, trace) is not { } part ? null
        : TextTail.Takes(part) && part.Reading.Outcome == VoiceOutcome.Understood ? part with { Reading = TextTail.Read(tokens[from..end], part, context, source) } : part;

    private bool IsNumber(int at) => tokens.Span[at].Value is not null || Vocabulary.IsNumber(tokens.Span[at].Text);

    // A part ends at a pause or at "then" and "and"; softly, also before a word that starts a command or a name.
    private bool IsEnd(int end, bool soft, VoiceContext context, out int next)
    {
        next = end;
        if (end == tokens.Length)
        {
            return true;
        }

        while (next < tokens.Length && tokens.Span[next].Text is "then" or "and" or "also" or "plus" && next - end < 3)
        {
            next++;
        }

        if (next >= tokens.Length)
        {
            return false;
        }

        return next > end ? tokens.Span[end].Text is not "plus" : tokens.Span[end].Break || (soft && (Starts.Contains(tokens.Span[end].Text) || IsNumber(end) || (Closes(end - 1) && StartsName(end, context))));
    }

    // A name only starts something new behind a number or its unit.
    private bool Closes(int at) => IsNumber(at) || Numbers.Units.IsReps(tokens.Span[at].Text) || Numbers.Units.Weight(tokens.Span[at].Text) is not null;

    private bool StartsName(int at, VoiceContext context)
    {
        for (var length = Math.Min(3, tokens.Length - at); length > 0; length--)
        {
            if (ExerciseMatcher.Match(tokens.Span.Slice(at, length), context, bySound: false).IsSure)
            {
                return true;
            }
        }

        return false;
    }

    // "80 for 8, squats, 100 for 5": a name between two pauses is the next set's.
    private bool HasNameAhead(int from, int end, int next, VoiceContext context)
    {
        if (next >= tokens.Length || !IsNumber(next))
        {
            return false;
        }

        var at = end - 1;
        while (at > from && !tokens.Span[at].Break)
        {
            at--;
        }

        return at > from && end - at <= NameTable.Longest && !ExerciseMatcher.Match(tokens.Span[at..end], context, bySound: true).IsNone;
    }

    // What can't be understood spoils the breath; the rest is offered.
    private VoiceReading Spoiled(VoiceContext context)
    {
        if (Chatter.IsHearsay(tokens.Span))
        {
            return VoiceReading.Nothing();
        }

        var (commands, lost, from) = (new List<VoiceCommand>(), new List<string>(), 0);
        for (var end = 1; end <= tokens.Length && lost.Count < 3; end++)
        {
            if (end <= from || !IsEnd(end, false, context, out var next) || !context.Names!.TakeWords(end - from))
            {
                continue;
            }

            var part = PartReader.Read(tokens[from..end], context, source, trace);
            if (part is { Reading: { Outcome: VoiceOutcome.Understood } reading } && part.Value.Rule != LogSetRule.NumberAlone && end - from > 1)
            {
                commands.AddRange(reading.Commands);
                context = After.Commands(context, reading.Commands);
            }
            else
            {
                lost.Add(Token.Said(tokens.Span[from..end], source));
            }

            from = next;
        }

        return commands.Count == 0 || lost.Count is 0 or > 2 ? VoiceReading.Nothing()
            : VoiceReading.Ask($"I didn't catch \"{string.Join(' ', lost)}\". Do the rest?", Options.AtLeastTwo([Options.Of(context, commands)]));
    }
}
