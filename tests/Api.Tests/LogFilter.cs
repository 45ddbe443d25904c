using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TitanTrakr.Api.Tests;

/// <summary>
/// A CloudWatch filter pattern for JSON lines, as far as our template uses them: comparisons of a member with a text (<c>*</c> stands for
/// anything) or a number, <c>&amp;&amp;</c>, <c>||</c> and parentheses.
/// </summary>
internal sealed partial class LogFilter
{
    private readonly Queue<string> _tokens;
    private readonly Func<JsonNode, bool> _matches;

    private LogFilter(string pattern)
    {
        Pattern = pattern;
        _tokens = new(Token().Matches(pattern.Trim()[1..^1]).Select(token => token.Value));
        _matches = Either();
        _tokens.ShouldBeEmpty($"{pattern} has more than this test reads");
    }

    public string Pattern { get; }

    /// <summary>The patterns that stand in the template of an environment.</summary>
    public static IReadOnlyList<LogFilter> OfTemplate([CallerFilePath] string here = "") =>
        [.. FilterPattern().Matches(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../deploy/cloudformation/app.yaml")))
            .Select(line => new LogFilter(line.Groups[1].Value))];

    public bool Matches(JsonNode line) => _matches(line);

    private Func<JsonNode, bool> Either()
    {
        var one = Both();
        while (_tokens.TryPeek(out var token) && token == "||")
        {
            _tokens.Dequeue();
            var (left, right) = (one, Both());
            one = line => left(line) || right(line);
        }

        return one;
    }

    private Func<JsonNode, bool> Both()
    {
        var one = Comparison();
        while (_tokens.TryPeek(out var token) && token == "&&")
        {
            _tokens.Dequeue();
            var (left, right) = (one, Comparison());
            one = line => left(line) && right(line);
        }

        return one;
    }

    private Func<JsonNode, bool> Comparison()
    {
        if (_tokens.Peek() == "(")
        {
            _tokens.Dequeue();
            var inner = Either();
            _tokens.Dequeue().ShouldBe(")");
            return inner;
        }

        var (path, sign, value) = (_tokens.Dequeue().Split('.')[1..], _tokens.Dequeue(), _tokens.Dequeue());
        var wanted = new Regex("^" + Regex.Escape(value.Trim('"')).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.Singleline);
        return sign switch
        {
            "=" => line => At(line, path) is { } found && wanted.IsMatch(found),
            "!=" => line => At(line, path) is { } found && !wanted.IsMatch(found),
            _ => throw new NotSupportedException($"{sign} in {Pattern}"),
        };
    }

    private static string? At(JsonNode line, string[] path)
    {
        var node = path.Aggregate<string, JsonNode?>(line, (at, name) => (at as JsonObject)?[name]);
        return node?.GetValueKind() switch
        {
            null or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null => null,
            JsonValueKind.String => node.GetValue<string>(),
            _ => Convert.ToString(node.ToJsonString(), CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex("""\|\||&&|[()]|!=|=|"[^"]*"|[^\s()=!]+""")]
    private static partial Regex Token();

    [GeneratedRegex("FilterPattern: '([^']+)'")]
    private static partial Regex FilterPattern();
}
