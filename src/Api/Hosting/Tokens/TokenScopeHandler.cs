using Microsoft.AspNetCore.Authorization;
using TitanTrakr.Application.Common;

namespace TitanTrakr.Api.Hosting.Tokens;

/// <summary>A personal access token needs the scope that the request's method asks for. Who signed in may do everything.</summary>
internal sealed class TokenScopeRequirement : IAuthorizationRequirement;

internal sealed class TokenScopeHandler : AuthorizationHandler<TokenScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, TokenScopeRequirement requirement)
    {
        var reads = context.Resource is HttpContext http && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
        var wanted = reads ? nameof(TokenScope.Read) : nameof(TokenScope.Write);
        if (context.User.HasClaim(claim => claim.Type == AccessTokens.SessionClaim)
            || context.User.HasClaim(CallerHandler.ScopeClaim, wanted))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
