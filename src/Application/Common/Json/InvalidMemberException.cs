using System.Text.Json;

namespace TitanTrakr.Application.Common.Json;

/// <summary>A member's value breaks its type's rule. The serializer adds the path; the message is the rule, fit to be shown.</summary>
public sealed class InvalidMemberException : JsonException
{
    /// <summary>Without a rule.</summary>
    public InvalidMemberException()
    {
    }

    /// <summary>With the rule that was broken.</summary>
    public InvalidMemberException(string message)
        : base(message)
    {
    }

    /// <summary>With the rule that was broken and what led to it.</summary>
    public InvalidMemberException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
