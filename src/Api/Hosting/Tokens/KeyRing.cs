using Microsoft.IdentityModel.Tokens;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>The live signing keys in memory. Looked up again every minute, and when a token names one that isn't known: another process has rotated.</summary>
internal sealed class KeyRing(ISigningKeys source, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1), LeastWait = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private IReadOnlyList<SymmetricSecurityKey> _keys = [];
    private long _loadedAt;

    /// <summary>What is believed right now; the first one signs.</summary>
    public IReadOnlyList<SymmetricSecurityKey> Keys => _keys;

    /// <summary>Makes sure that the keys are there and recent, and that this one was looked for if a token names it.</summary>
    public async Task Prepare(string? keyId, CancellationToken cancellationToken)
    {
        if (!IsDue(keyId))
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (IsDue(keyId))
            {
                _keys = [.. (await source.Load(cancellationToken)).Select(key => new SymmetricSecurityKey(key.Secret) { KeyId = key.Id })];
                _loadedAt = clock.GetTimestamp();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsDue(string? keyId)
    {
        var age = clock.GetElapsedTime(_loadedAt);
        return _keys.Count == 0 || age > Believed || (keyId is not null && age > LeastWait && _keys.All(key => key.KeyId != keyId));
    }
}
