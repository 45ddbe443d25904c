namespace TitanTrakr.Api.Hosting;

/// <summary>Marks routes that write what has a version, and compare it with <c>If-Match</c>.</summary>
internal sealed class HasVersion;
