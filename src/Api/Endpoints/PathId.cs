using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Api.Endpoints;

/// <summary>
/// An id that a command has as a member and its route as a part of the path. The path's counts; a body that names another one is refused, as
/// nobody could tell which was meant.
/// </summary>
internal static class PathId
{
    private const string OfThePath = "The path says which one: leave it out here.";

    /// <summary>What is wrong with the body's id, if anything. Without one in the path, the route is the running workout's.</summary>
    public static Error? Fault(string member, Guid? body, Guid? path) => body is null || body == path ? null
        : ValidationError.Of(member, path is null ? "This route is the running workout's: leave it out." : OfThePath);

    /// <summary>The same where the command can't do without one: left out it is all zeros.</summary>
    public static Error? Fault(string member, Guid body, Guid path) => Fault(member, body == Guid.Empty ? null : (Guid?)body, (Guid?)path);

    /// <summary>The same of an exercise.</summary>
    public static Error? Fault(string member, string? body, string path) => body is null || body == path ? null : ValidationError.Of(member, OfThePath);
}
