using System.Text;
using FsCheck.Fluent;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests.Exchange;

internal sealed class UnreadableFilesTests(Provider provider) : FrontDoorTest(provider)
{
    private const string Strong = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n2025-03-01 08:00:00,A,Squat,1,100,5\n";

    private static IEnumerable<TestCaseData> Unreadable()
    {
        yield return Case("empty", [], "Line 1", "empty");
        yield return Case("web page", "<!DOCTYPE html><html><body>Sign in</body></html>", "Line 1", "web page");
        yield return Case("json", """{"a":1}""", "Line 1", "Hevy, Strong");
        yield return Case("archive", [0x50, 0x4B, 3, 4, 1, 2], "Line 1", "Excel");
        yield return Case("latin-1", [.. Encoding.UTF8.GetBytes(Strong), .. Encoding.Latin1.GetBytes("2025-03-02 08:00:00,Übung,Squat,1,100,5\n")], "Line 3", "UTF-8");
        yield return Case("utf-16 without a mark", Encoding.Unicode.GetBytes(Strong), "Line 1", "NUL");
        yield return Case("cut off in a row", Strong + "2025-03-02 08:00:00,A,Squ", "Line 3", "cut off");
        yield return Case("cut off in quotes", Strong + "2025-03-02 08:00:00,\"A", "Line 3", "never closed");
        yield return Case("semicolons in a comma file", Strong + "2025-03-02 08:00:00;A;Squat;1;100;5\n", "Line 3", "separated by “;”");
        yield return Case("decimal comma in a comma file", Strong + "2025-03-02 08:00:00,A,Squat,1,82,5,5\n", "Line 3", "decimal comma");
        yield return Case("a number that reads two ways", Strong.Replace(",100,", ",\"1,250\",", StringComparison.Ordinal), "Line 2", "1.250");
        yield return Case("another date", Strong.Replace("2025-03-01 08:00:00", "03/04/2025", StringComparison.Ordinal), "Line 2", "2025-12-01");
        yield return Case("a column missing", Strong.Replace("Set Order", "Order", StringComparison.Ordinal), "Line 1", "set order");
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task What_is_no_training_log_is_named_with_its_line_and_writes_nothing(byte[] file, string line, string expected)
    {
        var answer = await Lifter.Import(file);
        (answer.Status, answer.Slug).ShouldBe((422, "import-unreadable"), answer.Text);
        answer.Json.Text("detail").ShouldStartWith(line);
        answer.Json.Text("detail").ShouldContain(expected);
        (await Lifter.Events()).Count.ShouldBe(0);
    }

    [Test]
    public async Task Utf16_with_a_mark_and_decimal_commas_in_quotes_are_read()
    {
        var text = Strong.Replace(",100,", ",\"82,5\",", StringComparison.Ordinal);
        (await Lifter.Import([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)])).Json.Count("workouts").ShouldBe(1);
        (await Lifter.History())[0].Entries()[0].Sets()[0].Load().ShouldBe("82.5 kg");
    }

    [Test]
    public async Task Odd_rows_are_left_out_by_line_and_the_others_come_in()
    {
        var report = (await Lifter.Import(Strong
            + "2025-03-01 08:00:00,A,Squat,2,100,0\n2025-03-01 08:00:00,A,Squat,3,100,many\n2025-03-01 08:00:00,A,Squat,4,9999,5\n1998-03-01 08:00:00,Z,Squat,1,100,5\n")).Json;
        report["doubts"]!.AsArray().Select(doubt => (doubt!.Count("line"), doubt!["leftOut"]!.GetValue<bool>()))
            .ShouldBe([(3, true), (4, false), (4, true), (5, false), (6, true)]);
        (report.Count("workouts"), report.Count("sets")).ShouldBe((1, 2));
    }

    [Test]
    public async Task A_date_at_the_end_of_time_is_no_date()
    {
        var strong = await Lifter.Import(Strong.Replace("2025-03-01 08", "9999-12-31 23", StringComparison.Ordinal), "?timeZone=America/New_York");
        (strong.Status, strong.Slug).ShouldBe((422, "import-unreadable"), strong.Text);
        var lifts = await Lifter.Import(
            "Date (yyyy/mm/dd),Workout,Workout Name,Exercise,Start Time (h:mm),End Time (h:mm),Set 1 (Reps),Set 1 (KG)\n"
            + "9999/12/31,1,A,Squat,10:00,09:00,5,100\n");
        (lifts.Status, lifts.Slug).ShouldBe((422, "import-unreadable"), lifts.Text);
        (await Lifter.Events()).Count.ShouldBe(0);
    }

    [Test]
    public async Task An_end_at_the_beginning_of_time_is_doubted_and_not_taken()
    {
        var report = await Lifter.Import(
            "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps\n"
            + "\"A\",\"1 Dec 2025, 10:53\",\"1 Jan 0001, 00:00\",\"Squat\",0,\"normal\",100,5\n",
            "?timeZone=Europe/Berlin");
        report.Status.ShouldBe(200, report.Text);
        report.Json["doubts"]!.AsArray().ShouldContain(doubt => doubt!.Text("what").Contains("end_time", StringComparison.Ordinal));
        (await Lifter.History())[0].Entries()[0].Sets()[0].Load().ShouldBe("100 kg");
    }

    [Test]
    public async Task Too_much_and_the_wrong_kind_are_refused()
    {
        (await Lifter.Import(new byte[(10 * 1024 * 1024) + 1])).Slug.ShouldBe("payload-too-large");
        (await Lifter.Import(Encoding.UTF8.GetBytes(Strong), type: "application/json")).Status.ShouldBe(415);
        (await Lifter.Import(Encoding.UTF8.GetBytes(Strong), type: "application/x-www-form-urlencoded")).Status.ShouldBe(415);
        (await Lifter.Import(Encoding.UTF8.GetBytes(Strong), type: "multipart/form-data; boundary=x")).Status.ShouldBe(400);
        (await Lifter.Import(Strong, "?timeZone=Mars/Olympus")).Json["errors"]!["timeZone"].ShouldNotBeNull();
        (await Lifter.Import(Strong, "?weightUnit=stone")).Json["errors"]!["weightUnit"].ShouldNotBeNull();
        (await Lifter.Get("/api/export.csv?format=xls")).Json["errors"]!["format"].ShouldNotBeNull();
        (await Lifter.Import(Strong + string.Concat(Enumerable.Repeat("2025-03-01 08:00:00,A,Squat,1,100,5\n", 20_000)))).Slug.ShouldBe("payload-too-large");
        (await Lifter.Events()).Count.ShouldBe(0);
    }

    [Test]
    public async Task Garbage_never_breaks_anything()
    {
        var garbage = Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf();
        foreach (var file in garbage.Sample(60, 40).Concat(Gen.Elements('a', '1', ',', ';', '"', '\n', '\r', '\t', '-', '=', 'é').ArrayOf().Sample(120, 60).Select(Rows)))
        {
            (await Lifter.Import(file)).Status.ShouldBeOneOf([200, 413, 422], Convert.ToHexString(file));
        }
    }

    private static byte[] Rows(char[] text) => Encoding.UTF8.GetBytes("Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n" + new string(text));

    private static TestCaseData Case(string name, string text, string line, string expected) => Case(name, Encoding.UTF8.GetBytes(text), line, expected);

    private static TestCaseData Case(string name, byte[] file, string line, string expected) => new TestCaseData(file, line, expected).SetArgDisplayNames(name);
}
