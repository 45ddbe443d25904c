namespace TitanTrakr.Domain.Shared;

/// <summary>An expected refusal: bad input or a precondition that does not hold. Bugs and outages are exceptions instead.</summary>
/// <param name="Slug">The problem's public name, see the HTTP contract; decides the status code.</param>
/// <param name="Detail">What to do next, in words; never shows internals or another account's data.</param>
public abstract record Error(string Slug, string Detail);

/// <summary>Input of the wrong shape, by member.</summary>
/// <param name="Members">The request's own member names and what is wrong with each.</param>
public sealed record ValidationError(IReadOnlyDictionary<string, string[]> Members)
    : Error("validation", "Some values can't be taken. See errors, mend them and send again.")
{
    /// <summary>One member with one fault.</summary>
    public static ValidationError Of(string member, string fault) => new(new Dictionary<string, string[]> { [member] = [fault] });
}

/// <summary>What was asked for isn't there, or belongs to somebody else: the two look the same.</summary>
public sealed record NotFoundError(string What) : Error("not-found", $"There is no such {What} in this account.");

/// <summary>A precondition does not hold.</summary>
public abstract record ConflictError(string Slug, string Detail) : Error(Slug, Detail);
