using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>Families of sentences made by rule: every exercise by all its names, every load in every way of saying it, noise that must change nothing.</summary>
public sealed class VoiceGeneratedTests
{
    [Test]
    public void Every_exercise_is_understood_by_all_its_names() => Hold(GeneratedCases.Names(ExerciseLibrary.All), 0.98);

    [Test]
    public void Every_load_up_to_500_kg_is_understood_however_it_is_said() => Hold(GeneratedCases.Loads(), 0.99);

    [Test]
    public void Every_exercise_is_understood_with_its_words_run_together_or_apart() => Hold(GeneratedCases.JoinedAndSplit(ExerciseLibrary.All), 0.98);

    [Test]
    public void A_set_is_understood_however_the_recogniser_writes_it() => Hold(GeneratedCases.Misheard(), 0.98);

    [Test]
    public void Fillers_politeness_case_and_punctuation_change_nothing() =>
        Hold(GeneratedCases.Noisy(VoiceCase.All), 0.99);

    [Test]
    public void A_question_mark_behind_a_question_changes_nothing() =>
        Hold(GeneratedCases.Asked(VoiceCase.All), 0.99);

    private static void Hold(IEnumerable<VoiceCase> family, double floor)
    {
        var cases = family.ToList();
        var faults = cases.Select(c => c.Fault()).OfType<string>().ToList();
        TestContext.Out.WriteLine(string.Join('\n', [.. faults.Take(100), $"{cases.Count - faults.Count}/{cases.Count}"]));
        ((double)(cases.Count - faults.Count) / cases.Count).ShouldBeGreaterThanOrEqualTo(floor);
        faults.Where(f => f.StartsWith("WRITES", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
