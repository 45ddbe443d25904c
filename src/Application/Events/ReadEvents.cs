using FluentValidation;
using MediatR;
using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Application.Events;

/// <summary>The account's events after a sequence number, in order and without gaps.</summary>
/// <param name="Limit">1 to 500, 100 when left out. Long events come fewer at a time.</param>
public sealed record ReadEvents(long? After, int? Limit) : IQuery<EventFeed>;

/// <summary>A stretch of the feed; ask again after <paramref name="Cursor"/>, until there are no items.</summary>
public sealed record EventFeed(IReadOnlyList<RecordedEvent> Items, long Cursor);

internal sealed class ReadEventsValidator : AbstractValidator<ReadEvents>
{
    public ReadEventsValidator()
    {
        RuleFor(query => query.After).GreaterThanOrEqualTo(0).WithMessage("after is a sequence number, 0 or above.");
        RuleFor(query => query.Limit).InclusiveBetween(1, 500).WithMessage("A limit is a whole number from 1 to 500.");
    }
}

internal sealed class ReadEventsHandler(IEventStore events, CommandScope scope) : IRequestHandler<ReadEvents, Result<EventFeed>>
{
    private const int LongestPage = 1024 * 1024;

    public async Task<Result<EventFeed>> Handle(ReadEvents query, CancellationToken cancellationToken)
    {
        var items = Short(await events.Read(scope.AccountId, query.After ?? 0, query.Limit ?? 100, cancellationToken));
        return new EventFeed(items, items.Count == 0 ? query.After ?? 0 : items[^1].Sequence);
    }

    // Whole workouts that were imported are long events. Some hosts limit an answer, and a feed that can't be read can't be passed.
    private static IReadOnlyList<RecordedEvent> Short(IReadOnlyList<RecordedEvent> events)
    {
        var (count, length) = (0, 0);
        while (count < events.Count && (count == 0 || length + events[count].Payload.Length <= LongestPage))
        {
            length += events[count++].Payload.Length;
        }

        return count == events.Count ? events : [.. events.Take(count)];
    }
}
