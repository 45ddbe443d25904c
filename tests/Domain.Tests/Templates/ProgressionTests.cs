using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Tests.Templates;

internal sealed class ProgressionTests
{
    private static readonly LoadStep AnyLoad = new(null, null);

    [TestCase("80:10 80:10 80:10", "82.5", "Last time all 3 sets reached 10 reps at 80 kg: 2.5 kg more.")]
    [TestCase("80:10 80:10 80:9", null, null)]
    [TestCase("80:10 80:10", null, null)]
    [TestCase("60:10 80:12 80:11 80:10", "82.5", "Last time all 3 sets reached 10 reps at 80 kg: 2.5 kg more.")]
    [TestCase("85:10 85:10 85:10", "87.5", "Last time all 3 sets reached 10 reps at 85 kg: 2.5 kg more.")]
    [TestCase("70:12 70:12 70:12", null, null)]
    [TestCase("", null, null)]
    public void The_load_goes_up_when_all_sets_reached_the_top(string sets, string? load, string? reason)
    {
        var (target, suggestion) = Progression.Today(Bench(), Last(sets), AnyLoad);
        (suggestion?.Reason).ShouldBe(reason);
        target!.Load!.Value.ShouldBe(load is null ? 80 : Number(load));
    }

    [Test]
    public void What_was_earned_is_carried_on_until_the_template_says_another_load()
    {
        var earned = new LoadSuggestion(Kg(85), Kg(80), "");
        var stays = Progression.Today(Bench(), Last("85:10 85:9 85:8", earned), AnyLoad);
        (stays.Target!.Load, stays.Suggestion!.Reason).ShouldBe((Kg(85), "Last time not all 3 sets reached 10 reps at 85 kg: stay there."));
        Progression.Today(Bench(), Last("85:10 85:10 85:10", earned), AnyLoad).Target!.Load.ShouldBe(Kg(87.5m));
        Progression.Today(Bench(load: 70), Last("85:10 85:9 85:8", earned), AnyLoad).Target!.Load.ShouldBe(Kg(70), "the template was changed: a deload");
    }

    [Test]
    public void Sets_planned_one_by_one_all_go_up_by_the_same()
    {
        PlannedSet[] pyramid = [.. new[] { (60m, 10), (70m, 8), (80m, 6) }.Select(set => new PlannedSet(null, new(set.Item2 - 2, set.Item2), Kg(set.Item1), null, null))];
        var planned = new TemplateExercise("squat", null, null, SetTarget.Open with { PerSet = pyramid }, new ProgressRule(Kg(5)));
        var (target, suggestion) = Progression.Today(planned, Last("60:10 70:8 80:6"), AnyLoad);
        target!.PerSet!.Select(set => set.Load!.Value).ShouldBe([65, 75, 85]);
        suggestion!.Reason.ShouldBe("Last time all 3 sets reached the top of their ranges: 5 kg more.");
        Progression.Today(planned, Last("60:10 70:8 80:5"), AnyLoad).Suggestion.ShouldBeNull();
    }

    [Test]
    public void Assistance_gets_less_and_ends_at_none()
    {
        var next = Progression.Today(Bench(load: -20), Last("-20:10 -20:10 -20:10"), AnyLoad);
        (next.Target!.Load, next.Suggestion!.Reason)
            .ShouldBe((Kg(-17.5m), "Last time all 3 sets reached 10 reps with 20 kg of assistance: 2.5 kg less assistance."));
        AnyLoad.Raise(-1, Kg(2.5m), WeightUnit.Kg).ShouldBe(0);
    }

    [Test]
    public void Without_a_rule_a_range_or_a_last_time_nothing_is_suggested()
    {
        Progression.Today(Bench() with { Progress = null }, Last("80:10 80:10 80:10"), AnyLoad).Suggestion.ShouldBeNull();
        Progression.Today(Bench() with { Target = SetTarget.Open }, Last("80:10"), AnyLoad).Suggestion.ShouldBeNull();
        Progression.Today(Bench(), null, AnyLoad).Suggestion.ShouldBeNull();
    }

    [Test]
    public void The_next_load_is_heavier_and_stands_on_the_steps_of_the_bar() => Prop.ForAll(
        Gen.Choose(0, 4000).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (from, add, step) =>
        {
            var (bar, size) = (7.5m, step / 4m);
            var raised = new LoadStep(Kg(bar), Kg(size)).Raise(from / 4m, Kg(add / 4m), WeightUnit.Kg);
            raised.ShouldBeGreaterThan(from / 4m);
            ((raised - bar) % size).ShouldBe(0);
            Math.Abs(raised - (from / 4m) - (add / 4m)).ShouldBeLessThanOrEqualTo(size);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Pounds_on_a_kilo_target_become_loads_that_plates_make() =>
        AnyLoad.Raise(80, new Load(5, WeightUnit.Lb), WeightUnit.Kg).ShouldBe(82.5m);

    private static TemplateExercise Bench(decimal load = 80) =>
        new("bench-press", null, null, new SetTarget(3, new(8, 10), Kg(load), null, null), new ProgressRule(Kg(2.5m)));

    private static LastTime Last(string sets, LoadSuggestion? suggestion = null) => new(
        [.. sets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(set => set.Split(':')).Select(set =>
            new SetValues(Kg(Number(set[0])), new Reps(int.Parse(set[1], null)), null, SetKind.Working, null, null, null, null))],
        suggestion);

    private static Load Kg(decimal value) => new(value, WeightUnit.Kg);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
