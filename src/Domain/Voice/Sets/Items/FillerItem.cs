namespace TitanTrakr.Domain.Voice.Sets.Items;

/// <summary>Words around a set that change nothing about it.</summary>
internal sealed class FillerItem : IItemRule
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "i", "did", "just", "only", "hit", "got", "on", "log", "logged", "put", "me", "down", "add", "made", "managed", "ive", "done", "record", "enter", "another",
        "my", "it", "doing", "weighted", "now", "finished", "completed", "there", "was", "get", "set", "held", "holding", "hold", "went", "did", "repped", "lifted", "moved", "pushed", "pulled", "had",
        "gave", "out", "so", "thats", "up", "total", "again", "also", "squeezed", "knocked", "banged", "cranked", "pumped", "smashed", "nailed", "crushed", "ground", "busted", "stayed", "staying",
    };

    public bool TryRead(SetScan scan)
    {
        var (word, next) = (scan.Here.Text, scan.Word(1));
        if (Numbers.NumberWords.Ordinal(word) is { } ordinal && next is "set" && ordinal == Count(scan) + 1)
        {
            // "third set of five": five of them, or five in it?
            scan.Hedged |= scan.Word(2) is "of" && IsLastNumber(scan, 3);
            return scan.Skip(scan.Word(2) is "of" ? 3 : 2);
        }

        if (SetNumber(scan, 0) is > 0 and var numbered)
        {
            var number = scan.Tokens[scan.At + numbered - 1];
            scan.Hedged |= (number.Value ?? Numbers.NumberWords.Value(number.Text)) != (scan.Context.Entry(scan.Doing?.Id)?.Sets.Count ?? 0) + 1;
            return scan.Skip(numbered);
        }

        var length = word switch
        {
            "new" => next is "pr" or "pb" or "record" or "best" ? 2 : 0,
            "was" or "were" when IsTold(scan) => 1,
            "done" when scan.Items is [{ Code: 'N' }] && scan.At + 1 == scan.Tokens.Length => Doubted(scan),
            "lighter" or "heavier" when scan.At == 0 && scan.Tokens.Length > 1 && (scan.Tokens[1].Value is not null || Matching.Vocabulary.IsNumber(next)) => 1,
            "backoffs" => 1,
            "pr" or "pb" when scan.Items.Count > 0 && scan.At + 1 == scan.Tokens.Length => 1,
            "pr" or "pb" => scan.At + 1 < scan.Tokens.Length && (scan.Tokens[scan.At + 1].Value is not null || Matching.Vocabulary.IsNumber(next)) ? 1 : 0,
            "did" => next is "i" ? 0 : 1,
            "that" or "it" when scan.At == 0 && next is "was" && scan.Context.Latest() is null => 2,
            "that" or "this" => next is "time" or "set" ? 2 : 0,
            "first" => scan.Items.Count == 0 && (next is "pair" || (next is "set" && Count(scan) == 0)) ? 1 : 0,
            "to" => next is "get" or "do" or "bench" ? 1 : 0,
            "again" => 1,
            "was" or "total" or "today" or "actually" or "up" => word is "total" or "today" or "actually" && scan.At + 1 == scan.Tokens.Length && scan.Items.Count > 0 ? 1 : 0,
            "thats" => scan.At == 0 ? 1 : 0,
            "back" when scan.At == 0 && next is "on" => 2,
            "back" => scan.At == 0 && next is "to" && scan.Word(2).Length > 0 && !Matching.Vocabulary.IsNumber(scan.Word(2)) ? 2 : 0,
            "plus" => scan.At == 0 && (scan.Word(2) is "set" or "sets" || (scan.Word(2) is "more" && scan.Word(3) is "set" or "sets")) ? 1 : 0,
            "down" => scan.At > 0 ? 1 : 0,
            "for" => scan.At > 0 && scan.Tokens[scan.At - 1].Is("down") ? 1 : next is "me" ? 2 : 0,
            "backoff" => next is "set" or "sets" ? 2 : 1,
            "next" or "top" or "main" or "final" or "last" => next is "set" ? (scan.Word(2) is "was" ? 3 : 2) : 0,
            "set" when scan.Items.Count == 0 && scan.At > 0 && scan.Word(-1) is "on" or "doing" or "now" or "at" && IsLastNumber(scan, 1) => 0,
            "set" => scan.At == 0 ? (next is "of" or "at" ? 1 + (next is "of" ? 1 : 0) : 0) : next is "of" ? 2 : 1,
            "of" => scan.At > 0 && scan.Tokens[scan.At - 1].Text is "set" ? 1 : 0,
            "in" => next is "the" && scan.Word(2) is "bag" or "books" ? 3 : 0,
            "and" => next is "i" or "that" && scan.Word(2) is "got" or "did" or "was" ? 1 : 0,
            "out" => scan.At > 0 ? 1 : 0,
            "a" or "an" when next is "set" => scan.Word(2) is "of" ? 3 : 2,
            "another" when next is "set" => scan.Word(2) is "of" ? 3 : 2,
            _ => scan.Here.Value is null && Words.Contains(word) ? 1 : 0,
        };
        return length > 0 && scan.Skip(length);
    }

    /// <summary>How many words say "set 3" behind a set that was told; 0 where it goes on as an amount.</summary>
    public static int SetNumber(SetScan scan, int ahead)
    {
        var at = ahead + (scan.Word(ahead + 1) is "number" ? 2 : 1);
        return scan.Items.Count > 0 && scan.Word(ahead) is "set" && Numbers.NumberReader.TryRead(scan.Tokens, scan.At + at, out var number, out var end) && number is >= 1 and <= SetAssembler.MostSets
            && end == scan.At + at + 1 && !scan.Tokens[end - 1].Break && (end == scan.Tokens.Length || scan.Tokens[end].Break || IsBehindAll(scan.Tokens, end)) ? end - scan.At - ahead : 0;
    }

    private static bool IsBehindAll(ReadOnlySpan<Token> tokens, int at) => tokens[at].Value is null && !Matching.Vocabulary.IsNumber(tokens[at].Text) && !Numbers.Units.IsReps(tokens[at].Text) && Numbers.Units.Weight(tokens[at].Text) is null
        && tokens[at].Text is not ("for" or "x" or "at" or "with" or "of" or "by" or "a" or "hundred" or "good" or "full" or "more" or "was" or "were");

    // "bench was 80 for 8": where there are sets of it already it may put one right.
    private static bool IsTold(SetScan scan)
    {
        if (scan.Exercise.IsNone || scan.Items.Count > 0 || scan.At == 0 || scan.Word(-1) is "that" or "it" or "this" || !Numbers.NumberReader.TryRead(scan.Tokens, scan.At + 1, out _, out _))
        {
            return false;
        }

        scan.Hedged |= scan.Exercise.Sure is { } named && scan.Context.LastSet(named.Id) is not null;
        return true;
    }

    private static int Doubted(SetScan scan)
    {
        scan.Hedged = true;
        return 1;
    }

    private static bool IsLastNumber(SetScan scan, int ahead) => Numbers.NumberReader.TryRead(scan.Tokens, scan.At + ahead, out _, out var end) && end == scan.Tokens.Length;

    private static int Count(SetScan scan) => scan.Context.Entry(scan.Context.FocusExerciseId)?.Sets.Count ?? 0;
}
