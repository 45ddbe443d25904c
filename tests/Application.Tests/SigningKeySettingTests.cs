using TitanTrakr.Infrastructure.Identity;

namespace TitanTrakr.Application.Tests;

/// <summary>Signing keys as a secrets store hands them over.</summary>
public sealed class SigningKeySettingTests
{
    private static readonly string[] Keys = [.. Enumerable.Range(1, 3).Select(i => Convert.ToBase64String([.. Enumerable.Repeat((byte)i, 32)]))];

    [Test]
    public async Task The_newest_signs_the_one_before_is_believed_and_older_ones_are_not()
    {
        var live = await new SigningKeySetting($"  {Keys[2]} {Keys[1]}   {Keys[0]} ").Load(CancellationToken.None);
        live.Select(key => Convert.ToBase64String(key.Secret)).ShouldBe([Keys[2], Keys[1]]);
        live.Select(key => key.Id).Distinct().Count().ShouldBe(2);
        (await new SigningKeySetting(Keys[2]).Load(CancellationToken.None))[0].Id.ShouldBe(live[0].Id, "every host names a key the same");
    }

    [TestCase("nonsense!")]
    [TestCase("c2hvcnQ=")]
    [TestCase("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=,AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=")]
    public async Task What_is_no_key_is_refused_without_being_shown(string setting)
    {
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => new SigningKeySetting(setting).Load(CancellationToken.None));
        refused.Message.ShouldContain("Tokens:Keys");
        setting.Split(' ', ',').ShouldAllBe(part => part.Length < 4 || !refused.Message.Contains(part, StringComparison.Ordinal));
    }

    [Test]
    public async Task They_are_rotated_where_they_are_kept() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => new SigningKeySetting(Keys[0]).Rotate(CancellationToken.None)))
            .Message.ShouldContain("Put a new one in front");
}
