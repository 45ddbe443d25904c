namespace TitanTrakr.Api.Hosting;

/// <summary>Marks a route that isn't a command by itself, so that an <c>Idempotency-Key</c> has nothing to be kept with.</summary>
internal sealed class NoKey;
