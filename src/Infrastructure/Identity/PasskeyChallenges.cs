using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitanTrakr.Infrastructure.Persistence;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>
/// Ceremonies that wait for their answer, in the database rather than in a cookie: a row can be taken only once, so that a replayed answer
/// finds nothing, in whichever process it arrives.
/// </summary>
internal sealed class PasskeyChallenges(TitanDbContext db, OwnTransaction transaction, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Keeps the state under the challenge of the options that are being answered.</summary>
    public Task Keep(string options, string state, Guid? accountId, CancellationToken cancellationToken) => transaction.Run(
        async () =>
        {
            var now = Times.AsStored(clock.GetUtcNow());
            await db.Challenges.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
            var challenge = (string)JsonNode.Parse(options)!["challenge"]!;
            db.Challenges.Add(new() { Hash = Hash(challenge), AccountId = accountId, State = state, ExpiresAt = now + Lifetime });
            return true;
        },
        cancellationToken);

    /// <summary>The state that a credential answers, taken away; null when there is none or it was begun by another account.</summary>
    public async Task<string?> Take(string credential, Guid? accountId, CancellationToken cancellationToken) =>
        ChallengeOf(credential) is { } challenge ? await transaction.Run(() => Take(Hash(challenge), accountId, cancellationToken), cancellationToken) : null;

    private async Task<string?> Take(byte[] hash, Guid? accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = db.Challenges.Where(c => c.Hash == hash && c.AccountId == accountId && c.ExpiresAt > now);
        var state = await waiting.Select(c => c.State).SingleOrDefaultAsync(cancellationToken);
        return await waiting.ExecuteDeleteAsync(cancellationToken) == 1 ? state : null;
    }

    private static byte[] Hash(string challenge) => SHA256.HashData(Base64Url.DecodeFromChars(challenge));

    private static string? ChallengeOf(string credential)
    {
        try
        {
            var clientData = (string?)JsonNode.Parse(credential)?["response"]?["clientDataJSON"];
            var challenge = (string?)JsonNode.Parse(Base64Url.DecodeFromChars(clientData))?["challenge"];
            return challenge is not null && Base64Url.IsValid(challenge) ? challenge : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
