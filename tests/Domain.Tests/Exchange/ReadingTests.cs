using System.Globalization;
using TitanTrakr.Domain.Exchange;
using TitanTrakr.Domain.Exchange.Reading;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Tests.Exchange;

public sealed class ReadingTests
{
    [TestCase("1h 43m", 6180)]
    [TestCase("38min", 2280)]
    [TestCase("58s", 58)]
    [TestCase("1h 2m 3s", 3723)]
    [TestCase("264h 1m", 950460)]
    [TestCase("5060", 5060)]
    [TestCase("0:01:48", 108)]
    [TestCase("30:00", 1800)]
    [TestCase("-5", -5)]
    [TestCase("soon", null)]
    [TestCase("", null)]
    public void Durations_are_read_as_apps_write_them(string text, int? seconds) => DurationText.Seconds(text).ShouldBe(seconds);

    [TestCase("1 Dec 2025, 10:53", "2025-12-01T10:53:00")]
    [TestCase("02 Jul 2025, 17:56", "2025-07-02T17:56:00")]
    [TestCase("3 févr. 2026, 18:00", "2026-02-03T18:00:00")]
    [TestCase("19 ago 2026, 14:20", "2026-08-19T14:20:00")]
    [TestCase("1. Dez. 2025, 10:53", "2025-12-01T10:53:00")]
    [TestCase("May 15, 2026, 7:26 PM", "2026-05-15T19:26:00")]
    [TestCase("2020-09-15 11:22:57", "2020-09-15T11:22:57")]
    [TestCase("2015/05/25", "2015-05-25T00:00:00")]
    [TestCase("31 Feb 2025, 10:00", null)]
    [TestCase("03/04/2025", null)]
    [TestCase("1 Foo 2025, 10:53", null)]
    public void Dates_are_read_where_they_can_only_mean_one_day(string text, string? expected) =>
        (DateText.Local(text)?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)).ShouldBe(expected);

    [TestCase("82.5", null, "82.5")]
    [TestCase("82,5", null, "82.5")]
    [TestCase("1,250", null, null)]
    [TestCase("1,250", true, "1.250")]
    [TestCase("1,250", false, "1250")]
    [TestCase("1.250", true, "1250")]
    [TestCase("0,250", null, "0.250")]
    [TestCase("1.234,5", null, "1234.5")]
    [TestCase("1,234.5", null, "1234.5")]
    [TestCase("1,2,3", null, null)]
    [TestCase("1e5", null, null)]
    [TestCase("٣", null, null)]
    [TestCase("99999999999999999999999999999999999", null, null)]
    public void Numbers_are_read_where_they_can_only_mean_one(string text, bool? decimalComma, string? expected) =>
        (NumberText.Read(text, decimalComma)?.ToString(CultureInfo.InvariantCulture)).ShouldBe(expected);

    [TestCase("61.24", WeightUnit.Kg, "135")]
    [TestCase("61.23", WeightUnit.Kg, "135")]
    [TestCase("88.18", WeightUnit.Lb, "40")]
    [TestCase("102.06", WeightUnit.Kg, "225")]
    [TestCase("61.25", WeightUnit.Kg, null)]
    [TestCase("61.3", WeightUnit.Kg, null)]
    [TestCase("100", WeightUnit.Kg, null)]
    [TestCase("0", WeightUnit.Kg, null)]
    public void What_a_conversion_left_is_told_from_what_was_entered(decimal value, WeightUnit unit, decimal? even) =>
        (UnitDust.Offer(value, unit)?.Value).ShouldBe(even);

    [Test]
    public void A_wall_clock_is_placed_through_changes_to_and_from_summer_time()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        At(berlin, "2025-12-01T10:53").ShouldBe("09:53");
        At(berlin, "2025-03-30T02:30").ShouldBe("01:30"); // skipped: an hour later on the clock
        At(berlin, "2025-10-26T02:30").ShouldBe("00:30"); // twice: the first
    }

    [FsCheck.NUnit.Property]
    public void What_is_disarmed_is_armed_again_as_it_was(string? text)
    {
        var cell = text ?? "";
        foreach (var armed in new[] { cell, "=" + cell, "'" + cell, "'-" + cell, "''@" + cell })
        {
            var safe = FormulaGuard.Disarm(armed);
            FormulaGuard.Rearm(safe).ShouldBe(armed);
            (safe.Length > 0 && safe[0] is '=' or '+' or '-' or '@' or '\t' or '\r').ShouldBeFalse();
        }
    }

    private static string At(TimeZoneInfo zone, string local) =>
        WallClock.At(DateTime.Parse(local, CultureInfo.InvariantCulture), zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
