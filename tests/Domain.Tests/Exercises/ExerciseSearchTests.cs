using TitanTrakr.Domain.Exercises;

namespace TitanTrakr.Domain.Tests.Exercises;

public sealed class ExerciseSearchTests
{
    [TestCase("bech pres", "bench-press", TestName = "A_typo_in_two_words_is_forgiven")]
    [TestCase("OHP", "overhead-press", TestName = "An_abbreviation_is_a_name")]
    [TestCase("dumbbell incline press", "incline-dumbbell-press", TestName = "Words_may_come_in_any_order")]
    [TestCase("squats", "squat", TestName = "A_plural_is_its_singular")]
    [TestCase("press ups", "push-up", TestName = "British_names_are_known")]
    [TestCase("benchpress", "bench-press", TestName = "The_gap_between_words_may_be_missing")]
    [TestCase("PULL-UPS", "pull-up", TestName = "Case_and_hyphens_do_not_matter")]
    [TestCase("farmers’ carry", "farmers-carry", TestName = "Apostrophes_do_not_matter")]
    [TestCase("Bénch Prëss", "bench-press", TestName = "Accents_do_not_matter")]
    [TestCase("deadlfit", "deadlift", TestName = "Swapped_letters_are_one_slip")]
    [TestCase("bulgrian splt squat", "bulgarian-split-squat", TestName = "A_slip_in_each_word_is_forgiven")]
    [TestCase("db row", "dumbbell-row", TestName = "Db_is_dumbbell")]
    [TestCase("rom dead", "romanian-deadlift", TestName = "Beginnings_of_words_are_enough")]
    [TestCase("calf", "standing-calf-raise", TestName = "Calf_and_calves_are_one_word")]
    public void Finds_first(string query, string id) => Ids(query)[0].ShouldBe(id);

    [TestCaseSource(typeof(ExerciseLibrary), nameof(ExerciseLibrary.All))]
    public void Every_name_finds_its_own_exercise_first(Exercise exercise)
    {
        foreach (var name in (string[])[exercise.Name, .. exercise.Aliases])
        {
            Ids(name)[0].ShouldBe(exercise.Id, name);
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  - ")]
    public void An_empty_query_finds_all_in_library_order(string? query) =>
        ExerciseSearch.Search(ExerciseLibrary.All, query).ShouldBe(ExerciseLibrary.All);

    [Test]
    public void The_tiers_come_in_order()
    {
        Exercise[] own = [Own("Curlz"), Own("Big Curlybar"), Own("Big Curl"), Own("Curl Big"), Own("Curl")];

        ExerciseSearch.Search(own, "curl").Select(exercise => exercise.Name)
            .ShouldBe(["Curl", "Curlz", "Curl Big", "Big Curl", "Big Curlybar"]);
        ExerciseSearch.Search(own, "crul").Select(exercise => exercise.Name)
            .ShouldBe(["Curl", "Big Curl", "Curl Big"]);
    }

    [Test]
    public void Short_words_forgive_nothing() => ExerciseSearch.Search([Own("Row")], "rwo").ShouldBeEmpty();

    [TestCase("xylophone")]
    [TestCase("bench xylophone")]
    public void What_nothing_is_called_finds_nothing(string query) => Ids(query).ShouldBeEmpty();

    [Test]
    public void A_muscle_finds_the_primary_before_the_secondary()
    {
        var roles = ExerciseSearch.Search(ExerciseLibrary.All, muscle: "Triceps")
            .Select(exercise => exercise.PrimaryMuscle == "triceps").ToList();

        roles.ShouldContain(false);
        roles.ShouldBe(roles.OrderByDescending(primary => primary));
    }

    [Test]
    public void A_muscle_finds_its_parts_too() =>
        ExerciseSearch.Search(ExerciseLibrary.All, "squat", "legs")[0].Id.ShouldBe("squat");

    [Test]
    public void Query_muscle_and_equipment_must_all_fit() =>
        ExerciseSearch.Search(ExerciseLibrary.All, "fly", "rear delts", "Cable").Select(exercise => exercise.Id)
            .ShouldBe(["cable-rear-delt-fly"]);

    [Test]
    public void A_query_too_long_for_any_name_finds_nothing() => Ids(new string('a', 100_000)).ShouldBeEmpty();

    private static List<string> Ids(string query) =>
        [.. ExerciseSearch.Search(ExerciseLibrary.All, query).Select(exercise => exercise.Id)];

    private static Exercise Own(string name) => new(name, name, [], "barbell", "biceps", [], Measure.LoadReps);
}
