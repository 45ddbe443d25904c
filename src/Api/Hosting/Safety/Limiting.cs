using System.Globalization;
using TitanTrakr.Api.Problems;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Hosting.Safety;

/// <summary>Limits on routes: counted before the work, per address and per account.</summary>
internal static class Limiting
{
    /// <summary>Counts by the address, and by the account where one is signed in.</summary>
    public static RouteHandlerBuilder Limited(this RouteHandlerBuilder route, params Limit[] limits) =>
        route.Limited<object>(_ => null, limits);

    /// <summary>Counts by the address, and by whom the body names.</summary>
    /// <param name="named">The e-mail in the body.</param>
    public static RouteHandlerBuilder Limited<TBody>(this RouteHandlerBuilder route, Func<TBody, string?> named, params Limit[] limits)
        where TBody : class =>
        route.AddEndpointFilter(async (context, next) =>
        {
            var services = context.HttpContext.RequestServices;
            var configuration = services.GetRequiredService<IConfiguration>();
            var accountId = services.GetRequiredService<CommandScope>().AccountId;
            var account = context.Arguments.OfType<TBody>().Select(named).FirstOrDefault()?.Trim().ToUpperInvariant()
                ?? (accountId == Guid.Empty ? null : accountId.ToString());
            var quotas = limits.SelectMany(limit => Quotas(limit.From(configuration), ClientAddress.Of(context.HttpContext), account)).ToList();
            var hit = await services.GetRequiredService<ILimits>().Count(quotas, context.HttpContext.RequestAborted);
            return hit is null ? await next(context) : await Refuse(context.HttpContext, hit, accountId);
        });

    private static IEnumerable<Quota> Quotas(Limit limit, string address, string? account)
    {
        var window = TimeSpan.FromSeconds(limit.Seconds);
        if (limit.PerAddress > 0)
        {
            yield return new Quota(limit.Name, "address " + address, limit.PerAddress, window);
        }

        if (limit.PerAccount > 0 && account is not null)
        {
            yield return new Quota(limit.Name, "account " + account, limit.PerAccount, window);
        }
    }

    private static async Task<IResult> Refuse(HttpContext context, LimitHit hit, Guid accountId)
    {
        if (hit.IsFirst)
        {
            await context.RequestServices.GetRequiredService<IAuditLog>()
                .Record(AuditKind.LimitHit, accountId == Guid.Empty ? null : accountId, null, context.RequestAborted);
        }

        var seconds = (int)Math.Ceiling(hit.RetryAfter.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.From(429, "rate-limited", $"That was tried too often. Try again in {seconds} seconds.");
    }
}
