using System.Net;

namespace TitanTrakr.Infrastructure.Voice;

/// <summary>
/// Stands below the providers' clients: takes in a whole answer of bounded size, so that time limits cover the body too, and turns every
/// error status into one kind of fault, whatever the provider.
/// </summary>
internal sealed class AnswerLimit() : DelegatingHandler(new SocketsHttpHandler
{
    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    ConnectTimeout = TimeSpan.FromSeconds(2),
    AllowAutoRedirect = false,
})
{
    private const int MostBytes = 128 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new HttpRequestException("The model's host refused.", null, response.StatusCode);
            }

            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
