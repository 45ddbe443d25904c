using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Voice;

/// <summary>Understood, but there is nothing it could be done to.</summary>
public sealed record NothingThere(string Message) : ConflictError("not-there", Message);
