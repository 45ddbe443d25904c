using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Tests.Exercises;

public sealed class ExerciseLibraryTests
{
    private static readonly ListedExercise[] Listed = ListedExercise.ReadAll();

    [Test]
    public void The_library_has_exactly_the_listed_ids_in_their_order() =>
        ExerciseLibrary.All.Select(exercise => exercise.Id).ShouldBe(Listed.Select(row => row.Id));

    [TestCaseSource(nameof(Listed))]
    public void An_exercise_is_as_listed(ListedExercise row)
    {
        var exercise = ExerciseLibrary.Find(row.Id).ShouldNotBeNull();

        exercise.Name.ShouldBe(row.Name);
        exercise.Equipment.ShouldBe(row.Equipment);
        exercise.PrimaryMuscle.ShouldBe(row.PrimaryMuscle);
        exercise.Measure.ShouldBe(row.Measure);
        row.Aliases.ShouldBeSubsetOf(exercise.Aliases);
    }

    [Test]
    public void Every_exercise_has_at_least_two_names() =>
        ExerciseLibrary.All.ShouldAllBe(exercise => Names(exercise).Distinct().Count() >= 2);

    [Test]
    public void No_two_exercises_share_a_name_however_it_is_written() =>
        ExerciseLibrary.All
            .SelectMany(exercise => Names(exercise).Select(TextFold.Key).Distinct())
            .GroupBy(key => key)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ShouldBeEmpty();

    [Test]
    public void No_exercise_repeats_an_alias() =>
        ExerciseLibrary.All.ShouldAllBe(exercise =>
            Names(exercise).Distinct(StringComparer.OrdinalIgnoreCase).Count() == Names(exercise).Count());

    [Test]
    public void Every_muscle_is_of_the_vocabulary_and_named_once_per_exercise()
    {
        foreach (var exercise in ExerciseLibrary.All)
        {
            string[] muscles = [exercise.PrimaryMuscle, .. exercise.SecondaryMuscles];
            muscles.ShouldBeSubsetOf(Muscles.All);
            muscles.ShouldBeUnique(exercise.Id);
        }
    }

    [TestCase("no-such-exercise")]
    [TestCase("Bench-Press")]
    [TestCase("")]
    public void An_unknown_id_finds_nothing(string id) => ExerciseLibrary.Find(id).ShouldBeNull();

    private static IEnumerable<string> Names(Exercise exercise) => [exercise.Name, .. exercise.Aliases];
}
