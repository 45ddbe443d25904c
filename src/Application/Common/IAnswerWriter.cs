namespace TitanTrakr.Application.Common;

/// <summary>How an answer is written down: the text that is kept for a replay is the one that is sent, made once.</summary>
public interface IAnswerWriter
{
    /// <summary>The answer as JSON.</summary>
    string Write<T>(T answer);
}

/// <summary>An answer and its JSON.</summary>
public sealed record WrittenAnswer(object? Answer, string Json);
