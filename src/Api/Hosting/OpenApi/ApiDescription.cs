using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace TitanTrakr.Api.Hosting.OpenApi;

/// <summary>The contract for machines (OpenAPI 3.1 and 3.0) and for people (/docs).</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options => Describe(options, OpenApiSpecVersion.OpenApi3_1));
        services.AddOpenApi("v1-3.0", options => Describe(options, OpenApiSpecVersion.OpenApi3_0));
    }

    /// <summary>Serves them, by routes that are made when somebody first asks: code is compiled for each, which no start has to wait for.</summary>
    public static void UseApiDescription(this IApplicationBuilder app)
    {
        var routes = new Lazy<RequestDelegate>(() =>
        {
            var branch = app.New();
            branch.UseRouting().UseEndpoints(Map);
            return branch.Build();
        });
        app.Use(next => context => IsAsked(context.Request.Path) ? routes.Value(context) : next(context));
    }

    private static bool IsAsked(PathString path) => path.StartsWithSegments("/openapi") || path.StartsWithSegments("/docs");

    private static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json");
        endpoints.MapScalarApiReference("/docs", options => options
            .WithTitle("Titan Trakr API").WithOpenApiRoutePattern("/openapi/v1.json").WithNonce().DisableDefaultFonts().DisableTelemetry());
    }

    private static void Describe(OpenApiOptions options, OpenApiSpecVersion version)
    {
        options.OpenApiVersion = version;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Servers = Public(context.ApplicationServices.GetRequiredService<IConfiguration>()["PublicUrl"]) ?? document.Servers;
            document.Info = new OpenApiInfo { Title = "Titan Trakr", Version = "1", Description = "Say a set, it is logged." };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "The accessToken of a sign-in; 15 minutes.",
            };
            document.Components.SecuritySchemes["personalAccessToken"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "tt_pat_",
                Description = "A token made under /api/account/tokens, with scope read or write. Account matters need a sign-in.",
            };
            document.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("personalAccessToken", document)] = [] },
            ];
            SchemaShapes.NameNoNull(document.Components);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(OperationShapes.Describe);
        options.AddSchemaTransformer(SchemaShapes.Describe);
    }

    // Behind a proxy the host is asked under a name that nobody else may use.
    private static List<OpenApiServer>? Public(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && !url.IsLoopback ? [new() { Url = url.GetLeftPart(UriPartial.Authority) }] : null;
}
