using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exchange.Dialects;
using TitanTrakr.Domain.Exchange.Planning;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Tests.Exchange;

public sealed class ExerciseNamesTests
{
    [TestCase("Bench Press (Barbell)", "bench-press")]
    [TestCase("Bench Press (Dumbbell)", "dumbbell-bench-press")]
    [TestCase("Bench Press (Smith Machine)", "smith-machine-bench-press")]
    [TestCase("Flat Barbell Bench Press", "bench-press")]
    [TestCase("Squat (Barbell)", "squat")]
    [TestCase("Leg Press (Machine)", "leg-press")]
    [TestCase("Lat Pulldown (Cable)", "lat-pulldown")]
    [TestCase("Chest Fly (Dumbbell)", "dumbbell-fly")]
    [TestCase("Pull Up (Assisted)", "assisted-pull-up")]
    [TestCase("Romanian Deadlift (Barbell)", "romanian-deadlift")]
    [TestCase("Overhead Press (Barbell)", "overhead-press")]
    [TestCase("Kettlebell Yodel", null)]
    [TestCase("Bench Press (Underwater)", null)]
    [TestCase("Rotation (Machine)", null)]
    public void A_name_means_an_exercise_only_where_that_is_sure(string name, string? exerciseId)
    {
        var finding = Plan(name).Exercises.Single();
        (finding.Outcome == ExerciseOutcome.Created ? null : finding.ExerciseId).ShouldBe(exerciseId);
    }

    [Test]
    public void What_is_not_sure_comes_with_candidates_best_first()
    {
        var finding = Plan("Bench Press (Underwater)").Exercises.Single();
        finding.Candidates.Select(candidate => candidate.ExerciseId).ShouldContain("bench-press");
        finding.Candidates.ShouldBeInOrder(SortDirection.Descending, Comparer<ExerciseCandidate>.Create((a, b) => a.Score.CompareTo(b.Score)));
    }

    [Test]
    public void Ones_own_exercise_of_that_name_goes_before_the_librarys()
    {
        var own = new Exercise(Guid.NewGuid().ToString(), "Bench Press (Barbell)", [], "barbell", "chest", [], Measure.LoadReps);
        Plan("Bench Press (Barbell)", own).Exercises.Single().ExerciseId.ShouldBe(own.Id);
    }

    [Test]
    public void A_match_whose_measure_cannot_hold_the_sets_is_none()
    {
        var plan = Plan("Plank");
        plan.Exercises.Single().Outcome.ShouldBe(ExerciseOutcome.Created);
        plan.NewExercises.Single().Measure.ShouldBe(Measure.LoadReps);
    }

    private static ImportPlan Plan(string name, params Exercise[] own)
    {
        var row = new SheetRow(2, ["2025-03-01 08:00:00", "A", name, "1", "100", "kg", "5"], "raw");
        var sheet = new Sheet(',', ["Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps"], "header", [row]);
        var file = DialectRecognizer.Read(sheet, TimeZoneInfo.Utc).Value!;
        return ImportPlanner.Plan(file, [.. ExerciseLibrary.All, .. own], new ImportOptions(
            Guid.NewGuid(), WeightUnit.Kg, null, null, false, new Dictionary<string, string>(), DateTimeOffset.UtcNow));
    }
}
