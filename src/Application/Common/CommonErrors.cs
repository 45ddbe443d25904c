using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Common;

/// <summary>The version in <c>If-Match</c> is no longer the stored one.</summary>
public sealed record VersionConflict()
    : Error("version-conflict", "It was changed meanwhile. Fetch it again, look at the difference and repeat the change.");

/// <summary>An <c>If-Match</c> for something that has no version.</summary>
public sealed record NoVersion()
    : Error("version-conflict", "What this writes has no version that If-Match could name. Send it without the header.");

/// <summary>The same command id came with another body, or by another route: the two can't be told apart.</summary>
public sealed record IdempotencyKeyReused()
    : Error(
        "idempotency-key-reused",
        "This Idempotency-Key was used for another request. Make a new key for a new command; one that was sent before by another route is done already.");

/// <summary>The token outlived its account.</summary>
public sealed record AccountGone() : Error("unauthenticated", "This account no longer exists. Sign in again.");

/// <summary>The token's session was ended, here or on another device.</summary>
public sealed record SessionEnded() : Error("unauthenticated", "This session was ended. Sign in again.");
