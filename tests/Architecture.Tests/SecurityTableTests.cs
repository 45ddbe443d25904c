using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TitanTrakr.Architecture.Tests;

/// <summary>docs/security.md says which test holds each promise: a test that is renamed or goes must be missed there.</summary>
public sealed partial class SecurityTableTests
{
    [Test]
    public void Every_promise_of_the_table_names_tests_and_all_of_them_exist()
    {
        var rows = File.ReadAllLines(Beside("../../docs/security.md")).Where(line => Row().IsMatch(line)).ToList();
        rows.Count.ShouldBeGreaterThan(40);
        var methods = Tests();
        foreach (var row in rows)
        {
            var names = Quoted().Matches(row.Split('|')[3]).Select(match => match.Groups[1].Value).ToList();
            names.ShouldNotBeEmpty(row);
            names.Where(name => !Exists(name, methods)).ShouldBeEmpty(row);
        }
    }

    // A class, a test of it, or how a test's name begins; a project where all of it is the proof.
    private static bool Exists(string name, ILookup<string, string> methods)
    {
        var (type, test) = name.Split('.', 2) is [var first, var rest] && methods.Contains(first) ? (first, rest) : (name, "");
        return Directory.Exists(Beside($"../{name}"))
            || (test == "" ? methods.Contains(type) : methods[type].Any(method => method == test || (test.EndsWith('…') && method.StartsWith(test[..^1], StringComparison.Ordinal))));
    }

    private static ILookup<string, string> Tests() =>
        Directory.EnumerateFiles(Beside(".."), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(match => (Class: Path.GetFileNameWithoutExtension(file), Method: match.Groups[1].Value)))
            .ToLookup(test => test.Class, test => test.Method, StringComparer.Ordinal);

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path));

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"public (?:async )?(?:Task|void) ([A-Z]\w+)\(")]
    private static partial Regex Test();
}
