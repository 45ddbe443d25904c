using TitanTrakr.Domain.Voice.Numbers;

namespace TitanTrakr.Domain.Voice;

/// <summary>"80 for 10, no wait, 9": what is taken back makes way for what is said instead.</summary>
internal static class Mending
{
    private const int MostRounds = 4;

    /// <summary>Mends in place. False when it can't be told which number is meant.</summary>
    public static bool TryMend(List<Token> tokens)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (!Find(tokens, out var at, out var length))
            {
                return true;
            }

            if (!Replace(tokens, at, length))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Find(List<Token> tokens, out int at, out int length)
    {
        for (at = 1; at < tokens.Count; at++)
        {
            length = Marker(tokens, at);
            if (length > 0 && at + length < tokens.Count && HasNumber(tokens, at) && !IsContrast(tokens, at + length) && (IsNumber(tokens, at + length) || SaidAgain(tokens, at, at + length) >= 0))
            {
                return true;
            }
        }

        length = 0;
        return false;
    }

    // "180 for 3, no, for 2": from which word on it is said again; negative where it isn't.
    private static int SaidAgain(List<Token> tokens, int at, int again) => IsBetween(tokens[again]) && again + 1 < tokens.Count && IsNumber(tokens, again + 1) ? tokens.FindLastIndex(at - 1, t => t.Is(tokens[again].Text)) : -1;

    private static int Marker(List<Token> tokens, int at)
    {
        var length = 0;
        while (at + length < tokens.Count && Marks(tokens, at + length, length > 0))
        {
            length++;
        }

        return length;
    }

    private static bool Marks(List<Token> tokens, int at, bool goesOn) => tokens[at].Text switch
    {
        "no" or "wait" or "sorry" or "actually" or "rather" or "nope" or "correction" => true,
        "or" or "make" or "that" or "it" or "was" or "i" or "mean" or "meant" or "thats" or "should" or "be" => goesOn || Pair(tokens, at),
        "scratch" => Follows(tokens, at, "that"),
        _ => false,
    };

    private static bool Pair(List<Token> tokens, int at) => tokens[at].Text switch
    {
        "i" => Follows(tokens, at, "mean") || Follows(tokens, at, "meant"),
        "or" => Follows(tokens, at, "rather"),
        "make" => Follows(tokens, at, "that") || Follows(tokens, at, "it"),
        _ => false,
    };

    private static bool Follows(List<Token> tokens, int at, string word) => at + 1 < tokens.Count && tokens[at + 1].Is(word);

    // "85 not 80" is for the rule that corrects.
    private static bool IsContrast(List<Token> tokens, int from) => tokens.FindIndex(from, t => t.Is("not")) >= 0;

    private static bool HasNumber(List<Token> tokens, int to)
    {
        for (var i = 0; i < to; i++)
        {
            if (IsNumber(tokens, i) && !(i > 0 && tokens[i - 1].Text is "set" or "sets") && !(i + 1 < to && tokens[i + 1].Text is "set"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(List<Token> tokens, int at) =>
        tokens[at].Value is not null || NumberWords.Value(tokens[at].Text) is not null || (tokens[at].Is("a") && at + 1 < tokens.Count && tokens[at + 1].Is("hundred"));

    private static bool Replace(List<Token> tokens, int at, int length)
    {
        if (!IsNumber(tokens, at + length))
        {
            return Cut(tokens, SaidAgain(tokens, at, at + length), at + length);
        }

        var last = at - 1;
        while (last >= 0 && !IsNumber(tokens, last))
        {
            last--;
        }

        var earlier = tokens.FindIndex(0, at, IsBetween);
        var later = tokens.FindIndex(at + length, IsBetween);
        if (last < 0)
        {
            return false;
        }

        if (earlier > 0 && later >= 0)
        {
            return Cut(tokens, Start(tokens, earlier - 1), at + length);
        }

        return earlier < 0 || !IsLoad(tokens, at + length) ? Cut(tokens, Start(tokens, last), at + length) : ReplaceLoad(tokens, earlier, at, length);
    }

    private static bool IsBetween(Token token) => token.Text is "for" or "x" or "times" or "at" or "with";

    // Behind "80 for 8, no," a number that can't be reps is the load.
    private static bool IsLoad(List<Token> tokens, int at) =>
        NumberReader.TryRead(tokens.ToArray(), at, out var value, out var end) && (value > 30 || value != decimal.Truncate(value) || (end < tokens.Count && Units.Weight(tokens[end].Text) is not null));

    private static bool ReplaceLoad(List<Token> tokens, int between, int at, int length)
    {
        if (between == 0 || !tokens[between].Is("for") || !IsNumber(tokens, between - 1))
        {
            return false;
        }

        var load = tokens.GetRange(at + length, tokens.Count - at - length);
        var from = Start(tokens, between - 1);
        load[0] = load[0] with { Break = tokens[from].Break };
        tokens.RemoveRange(at, tokens.Count - at);
        tokens.RemoveRange(from, between - from);
        tokens.InsertRange(from, load);
        return true;
    }

    private static int Start(List<Token> tokens, int number)
    {
        while (number > 0 && !IsNumber(tokens, number))
        {
            number--;
        }

        while (number > 0 && (IsNumber(tokens, number - 1) || tokens[number - 1].Text is "point" or "oh") && !tokens[number].Break)
        {
            number--;
        }

        return number;
    }

    private static bool Cut(List<Token> tokens, int from, int to)
    {
        var pause = tokens[from].Break;
        tokens.RemoveRange(from, to - from);
        tokens[from] = tokens[from] with { Break = pause };
        return true;
    }
}
