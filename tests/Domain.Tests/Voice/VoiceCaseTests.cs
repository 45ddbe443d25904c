namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>The written cases, a file for each part of the language: what is said, and every reading of it that is right.</summary>
public sealed class VoiceCaseTests
{
    private const double Floor = 0.97;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Voice", "Cases");

    private static IEnumerable<string> Files => Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void What_lifters_say_is_understood_and_nothing_wrong_is_written(string file)
    {
        var cases = VoiceCase.Read(Path.Combine(Folder, file + ".txt")).ToList();
        var faults = cases.Select(c => c.Fault()).OfType<string>().ToList();
        TestContext.Out.WriteLine(string.Join('\n', [.. faults, $"{file}: {cases.Count - faults.Count}/{cases.Count}"]));
        ((double)(cases.Count - faults.Count) / cases.Count).ShouldBeGreaterThanOrEqualTo(Floor);
        faults.Where(f => f.StartsWith("WRITES", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
