using System.Net;
using System.Text.Json.Nodes;
using TitanTrakr.Testing;

namespace TitanTrakr.Api.Tests;

/// <summary>Stands in for AWS Systems Manager: knows one secret.</summary>
internal sealed class SecretStore : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<string> _asked = [];
    private readonly Task _serving;

    public SecretStore(string name, string secret)
    {
        Address = $"http://127.0.0.1:{Server.FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _serving = Serve("/aws/reference/secretsmanager/" + name, secret);
    }

    public string Address { get; }

    /// <summary>Names that were asked for.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task Serve(string known, string secret)
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var request = JsonNode.Parse(context.Request.InputStream)!;
                _asked.Add(request["Name"]!.GetValue<string>());
                var isKnown = context.Request.Headers["X-Amz-Target"] == "AmazonSSM.GetParameter" && _asked[^1] == known
                    && request["WithDecryption"]!.GetValue<bool>();
                var answer = isKnown
                    ? new JsonObject { ["Parameter"] = new JsonObject { ["Name"] = known, ["Type"] = "SecureString", ["Value"] = secret } }
                    : new JsonObject { ["__type"] = "ParameterNotFound" };
                context.Response.StatusCode = isKnown ? 200 : 400;
                context.Response.ContentType = "application/x-amz-json-1.1";
                await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException && !_listener.IsListening)
            {
                return;
            }
        }
    }
}
