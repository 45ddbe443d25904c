namespace TitanTrakr.Application.Common;

/// <summary>An answer and its JSON: the text that is kept for a replay is the one that is sent, made once.</summary>
public sealed record WrittenAnswer(object? Answer, string Json);
