using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TitanTrakr.Api.Tests;

/// <summary>Takes a genuine access token apart and puts it together again, changed and signed with whatever key.</summary>
internal sealed class ForgedToken
{
    private readonly string _original;

    public ForgedToken(string genuine)
    {
        _original = genuine;
        Header = Part(0);
        Claims = Part(1);
    }

    public JsonObject Header { get; }

    public JsonObject Claims { get; }

    public ForgedToken With(Action<ForgedToken> change)
    {
        var copy = new ForgedToken(_original);
        change(copy);
        return copy;
    }

    public string Signed(byte[] key, Func<byte[], byte[], byte[]>? mac = null) =>
        $"{Unsigned}.{Url((mac ?? HMACSHA256.HashData)(key, Encoding.ASCII.GetBytes(Unsigned)))}";

    /// <summary>With the signature of the token it was made from.</summary>
    public string WithOldSignature => $"{Unsigned}.{_original.Split('.')[2]}";

    public string Unsigned => $"{Url(Encoding.UTF8.GetBytes(Header.ToJsonString()))}.{Url(Encoding.UTF8.GetBytes(Claims.ToJsonString()))}";

    public static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private JsonObject Part(int index)
    {
        var text = _original.Split('.')[index].Replace('-', '+').Replace('_', '/');
        return JsonNode.Parse(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')))!.AsObject();
    }
}
