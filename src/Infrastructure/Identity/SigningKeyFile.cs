using System.Text.Json;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Infrastructure.Identity;

/// <summary>Signing keys in a file that only its owner can read; made at first use. Processes that serve the same accounts share it.</summary>
internal sealed class SigningKeyFile(string path, TimeProvider clock) : ISigningKeys
{
    public async Task<IReadOnlyList<SigningKey>> Load(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            await Write([SigningKey.New(clock.GetUtcNow())], replace: false, cancellationToken);
        }

        await using var file = File.OpenRead(path);
        return (await JsonSerializer.DeserializeAsync<List<SigningKey>>(file, cancellationToken: cancellationToken))!;
    }

    public async Task<SigningKey> Rotate(CancellationToken cancellationToken)
    {
        var key = SigningKey.New(clock.GetUtcNow());
        var kept = File.Exists(path) ? await Load(cancellationToken) : [];
        await Write([key, .. kept.Take(SigningKey.Live - 1)], replace: true, cancellationToken);
        return key;
    }

    // Written beside and moved into place: no reader sees half a file, and of several first starts one file is everybody's.
    private async Task Write(IReadOnlyList<SigningKey> keys, bool replace, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var made = path + "." + Guid.NewGuid().ToString("N");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(made, options))
        {
            await JsonSerializer.SerializeAsync(file, keys, cancellationToken: cancellationToken);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(made, path, replace);
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            File.Delete(made);
        }
    }
}
