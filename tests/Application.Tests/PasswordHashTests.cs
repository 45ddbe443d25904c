using System.Buffers.Binary;
using Microsoft.Extensions.DependencyInjection;
using TitanTrakr.Application.Common;
using TitanTrakr.Testing;

namespace TitanTrakr.Application.Tests;

public sealed class PasswordHashTests
{
    private const int Format = 1, Sha512 = 2;

    // Identity's third format: its number, the hash function, how often, the salt's length, the salt, the key.
    [Test]
    public async Task Unless_told_otherwise_a_password_is_hashed_as_often_as_OWASP_asks_for()
    {
        using var database = new TestDatabase(Provider.Sqlite);
        await using var house = new House(new Dictionary<string, string?>(database.Settings) { ["Passwords:Iterations"] = null });
        var hashes = await house.In(services =>
        {
            var credentials = services.GetRequiredService<ICredentials>();
            return Task.FromResult(new[] { credentials.Hash("three red kettlebells"), credentials.Hash("three red kettlebells") });
        });
        hashes.ShouldBeUnique();
        var bytes = Convert.FromBase64String(hashes[0]);
        ((int)bytes[0], BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1))).ShouldBe((Format, Sha512));
        BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000);
    }
}
