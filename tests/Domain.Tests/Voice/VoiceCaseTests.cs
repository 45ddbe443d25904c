namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>The written cases, a file for each part of the language: what is said, and every reading of it that is right.</summary>
public sealed class VoiceCaseTests
{
    private const double Floor = 0.97;

    private static IEnumerable<string> Files => VoiceCase.Files.Where(f => f != VoiceCase.OnLibrary);

    private static IEnumerable<string> LibraryFiles => VoiceCase.Files;

    [TestCaseSource(nameof(Files))]
    public void What_lifters_say_is_understood_and_nothing_wrong_is_written(string file) => Hold(file, VoiceCase.Read(file), c => c.Fault());

    [TestCaseSource(nameof(LibraryFiles))]
    public void What_lifters_say_is_understood_on_the_shipped_library_too(string file) => Hold(file, OnLibrary(file), c => c.Fault(Situations.Library));

    [Test]
    public void What_the_shipped_library_reads_otherwise_is_said_in_some_other_file()
    {
        var elsewhere = VoiceCase.Files.Where(f => f != VoiceCase.OnLibrary).SelectMany(VoiceCase.Read).Select(c => (c.Situation, c.Said)).ToHashSet();
        VoiceCase.Read(VoiceCase.OnLibrary).Where(c => c.Situation != VoiceCase.OnLibrary).Select(c => (c.Situation, c.Said)).ShouldBeSubsetOf(elsewhere);
    }

    private static IEnumerable<VoiceCase> OnLibrary(string file)
    {
        var otherwise = VoiceCase.Read(VoiceCase.OnLibrary).ToDictionary(c => (c.Situation, c.Said));
        return VoiceCase.Read(file).Select(c => otherwise.GetValueOrDefault((c.Situation, c.Said), c));
    }

    private static void Hold(string file, IEnumerable<VoiceCase> read, Func<VoiceCase, string?> fault)
    {
        var cases = read.ToList();
        var faults = cases.Select(fault).OfType<string>().ToList();
        TestContext.Out.WriteLine(string.Join('\n', [.. faults, $"{file}: {cases.Count - faults.Count}/{cases.Count}"]));
        ((double)(cases.Count - faults.Count) / cases.Count).ShouldBeGreaterThanOrEqualTo(Floor);
        faults.Where(f => f.StartsWith("WRITES", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
