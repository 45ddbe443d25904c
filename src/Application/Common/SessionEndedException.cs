namespace TitanTrakr.Application.Common;

/// <summary>
/// The session behind the caller's token is over, which shows only when the first question reaches the database. An exception, as no query
/// is written to expect it; commands are told by their lock, as <see cref="SessionEnded"/>.
/// </summary>
public sealed class SessionEndedException : Exception
{
    /// <inheritdoc />
    public SessionEndedException()
    {
    }

    /// <inheritdoc />
    public SessionEndedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc />
    public SessionEndedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
