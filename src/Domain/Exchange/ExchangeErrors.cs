using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Exchange;

/// <summary>A file that can't be taken as a training log; nothing of it is written.</summary>
/// <param name="Line">Where reading stopped, from 1.</param>
/// <param name="Expected">What would have been right there.</param>
public sealed record ImportUnreadable(int Line, string Expected) : Error("import-unreadable", $"Line {Line}: {Expected}");

/// <summary>A file with more rows than one request takes.</summary>
/// <param name="Line">Where the first row too many stands.</param>
/// <param name="Most">How many rows are taken at once.</param>
public sealed record ImportTooLong(int Line, int Most)
    : Error("payload-too-large", $"Line {Line}: at most {Most} rows are taken at once. Split the file between two workouts and send the parts one after the other.");
