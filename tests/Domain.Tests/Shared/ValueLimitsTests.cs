using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Tests.Shared;

/// <summary>A value object takes what its rule takes, keeps it as it is, and throws for everything else.</summary>
internal sealed class ValueLimitsTests
{
    private static readonly Arbitrary<int> Whole = Gen.Choose(-2_000_000, 2_000_000).ToArbitrary();

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(1000, true)]
    [TestCase(1001, false)]
    public void Reps_go_from_one_to_a_thousand(int value, bool valid) => Reps.IsValid(value).ShouldBe(valid);

    [TestCase("0.5", false)]
    [TestCase("1", true)]
    [TestCase("8.5", true)]
    [TestCase("8.25", false)]
    [TestCase("10", true)]
    [TestCase("10.5", false)]
    public void Rpe_goes_from_one_to_ten_in_halves(string value, bool valid) => Rpe.IsValid(Number(value)).ShouldBe(valid);

    [TestCase("-2000", true)]
    [TestCase("2000", true)]
    [TestCase("2000.001", false)]
    [TestCase("102.125", true)]
    [TestCase("0.0001", false)]
    public void A_load_has_three_decimals_and_at_most_two_thousand(string value, bool valid) => Load.IsValid(Number(value)).ShouldBe(valid);

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(86_400, true)]
    [TestCase(86_401, false)]
    public void A_set_lasts_a_second_to_a_day(int seconds, bool valid) => SetDuration.IsValid(seconds).ShouldBe(valid);

    [TestCase("0", DistanceUnit.M, false)]
    [TestCase("0.001", DistanceUnit.M, true)]
    [TestCase("1000", DistanceUnit.Km, true)]
    [TestCase("1000.001", DistanceUnit.Km, false)]
    [TestCase("622", DistanceUnit.Mi, false)]
    [TestCase("5.0001", DistanceUnit.Km, false)]
    public void A_distance_is_above_zero_and_at_most_a_thousand_kilometres(string value, DistanceUnit unit, bool valid) =>
        Distance.IsValid(Number(value), unit).ShouldBe(valid);

    [Test]
    public void What_a_rule_takes_is_kept_and_all_else_throws() => Prop.ForAll(Whole, number =>
    {
        Keeps(Reps.IsValid(number), () => new Reps(number).Value, number);
        Keeps(SetDuration.IsValid(number), () => new SetDuration(number).Seconds, number);
        var thousandths = number / 1000m;
        Keeps(Load.IsValid(thousandths), () => new Load(thousandths, WeightUnit.Lb).Value, thousandths);
        Keeps(Rpe.IsValid(thousandths), () => new Rpe(thousandths).Value, thousandths);
        Keeps(Distance.IsValid(thousandths, DistanceUnit.Yd), () => new Distance(thousandths, DistanceUnit.Yd).Value, thousandths);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Pounds_compare_as_kilograms_and_stay_pounds()
    {
        new Load(225, WeightUnit.Lb).Kilograms.ShouldBe(102.05828325m);
        new Load(225, WeightUnit.Lb).Value.ShouldBe(225);
    }

    private static void Keeps<T>(bool valid, Func<T> make, T value)
    {
        if (valid)
        {
            make().ShouldBe(value);
        }
        else
        {
            Should.Throw<ArgumentOutOfRangeException>(() => make());
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
