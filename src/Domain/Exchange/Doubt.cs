namespace TitanTrakr.Domain.Exchange;

/// <summary>What was not taken over as it stands.</summary>
/// <param name="Line">The row's line, from 1.</param>
/// <param name="What">What is odd, and what becomes of it.</param>
/// <param name="LeftOut">Whether the row makes no set. Its text is kept with the workout all the same.</param>
public sealed record Doubt(int Line, string What, bool LeftOut);
