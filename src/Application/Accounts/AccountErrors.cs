using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Accounts;

/// <summary>Somebody has an account under this address.</summary>
public sealed record EmailTaken() : ConflictError("email-taken", "There is an account with this e-mail. Sign in, or use another address.");

/// <summary>Only a guest can be made a full account.</summary>
public sealed record AlreadyRegistered() : ConflictError("already-registered", "This account is registered. Change its e-mail or password instead.");

/// <summary>Unknown address or wrong password: the words are the same.</summary>
public sealed record WrongCredentials() : Error("unauthenticated", "E-mail or password is wrong.");

/// <summary>The passkey, or what came with it, proves nothing.</summary>
public sealed record WrongPasskey() : Error("unauthenticated", "This passkey was not accepted. Begin again.");

/// <summary>The refresh token is unknown, too old, or was used before.</summary>
public sealed record RefreshRefused() : Error("unauthenticated", "This session is over. Sign in again.");

/// <summary>The owner has to prove again to be the owner.</summary>
public sealed record ReauthenticationRequired()
    : Error("reauthentication-required", "Confirm with your password or passkey first, then try again within 10 minutes.");

/// <summary>The link was followed already, or is too old.</summary>
public sealed record LinkExpired() : Error("link-expired", "This link was used already or is too old. Ask for a new one.");

/// <summary>A guest has no address to change.</summary>
public sealed record RegisterFirst() : ConflictError("register-first", "A guest has no e-mail yet. Register first.");

/// <summary>Without this passkey nobody could sign in any more.</summary>
public sealed record LastWayIn() : ConflictError("last-way-in", "This passkey is the only way to sign in. Add another one or set a password first.");

/// <summary>So many tokens and no more.</summary>
public sealed record TooManyTokens(int Limit) : ConflictError("too-many-tokens", $"An account has at most {Limit} tokens. Delete one that is not in use.");
