#if LAMBDA
using Amazon.Lambda.AspNetCoreServer;
#endif

namespace TitanTrakr.Api.Hosting;

/// <summary>
/// AWS Lambda instead of Kestrel, in a build with <c>-p:LambdaHosting=true</c>; in any other this adds nothing and refers to no package of
/// Lambda. Such a build serves on Kestrel, too, where it doesn't run in Lambda.
/// </summary>
internal static class LambdaHosting
{
    /// <summary>The most that a body of an answer may have: Lambda takes 6 MB with everything around it, and a body of bytes grows by a third.</summary>
    public const int LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Whether this process runs in Lambda.</summary>
    public static bool IsHere => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") is { Length: > 0 };

    /// <summary>Serves the events of a function URL.</summary>
    public static IServiceCollection AddLambdaHosting(this IServiceCollection services)
    {
#if LAMBDA
        services.AddAWSLambdaHosting(LambdaEventSource.HttpApi, options =>
        {
            // A caller that signed for IAM would count as authenticated here.
            options.PostMarshallHttpAuthenticationFeature = (feature, _, _) => feature.User = null;
            foreach (var type in Binary)
            {
                options.RegisterResponseContentEncodingForContentType(type, ResponseContentEncoding.Base64);
            }

            foreach (var encoding in Compressed)
            {
                options.RegisterResponseContentEncodingForContentEncoding(encoding, ResponseContentEncoding.Base64);
            }
        });
#endif
        return services;
    }
#if LAMBDA

    private static readonly string[] Binary =
    [
        "image/webp", "image/avif", "image/png", "image/jpeg", "image/x-icon", "font/woff", "font/woff2", "application/font-woff", "audio/mpeg",
        "audio/webm", "video/webm", "application/gzip", "application/zip", "application/wasm", "application/octet-stream",
    ];

    private static readonly string[] Compressed = ["gzip", "br"];
#endif
}
