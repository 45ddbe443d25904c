using TitanTrakr.Application.Common;
using TitanTrakr.Application.Templates;
using TitanTrakr.Domain.History;
using TitanTrakr.Domain.Templates;

namespace TitanTrakr.Application.Exchange;

/// <summary>Takes templates and body weight that come along with workouts into the account, and back out of it.</summary>
internal sealed class BelongingsIntake(TemplateCatalog templates, IBodyWeights weights, EventRecorder recorder, CommandScope scope)
{
    private const int Page = 100;

    /// <summary>What of it is not here yet, and has room.</summary>
    public async Task<Belongings> New(Belongings along, CancellationToken cancellationToken)
    {
        if (along.IsNone)
        {
            return along;
        }

        var here = (await templates.All(cancellationToken)).Select(template => template.Id).ToHashSet();
        var weighed = await Weighed(cancellationToken);
        return new Belongings(
            [.. along.Templates.Where(template => !here.Contains(template.Id)).Take(Template.Most - here.Count)],
            [.. along.BodyWeights.Where(weight => !weighed.Contains(weight.Id))]);
    }

    /// <summary>Takes it in.</summary>
    public async Task TakeIn(Belongings fresh, CancellationToken cancellationToken)
    {
        foreach (var template in fresh.Templates)
        {
            await recorder.Record(new TemplateEvent.TemplateCreated(template.Id, template.Name, template.Note, template.Exercises), cancellationToken);
        }

        foreach (var weight in fresh.BodyWeights)
        {
            await recorder.Record(new BodyWeightLogged(weight.Id, weight.Weight, weight.MeasuredAt, weight.Note), cancellationToken);
        }
    }

    /// <summary>Takes it out again; a template that was changed since is not the import's any more.</summary>
    public async Task TakeBack(ImportDocument import, CancellationToken cancellationToken)
    {
        var untouched = (await templates.All(cancellationToken)).Where(template => template.Version == 1).Select(template => template.Id).ToHashSet();
        foreach (var id in (import.TemplateIds ?? []).Where(untouched.Contains))
        {
            await recorder.Record(new TemplateEvent.TemplateDeleted(id), cancellationToken);
        }

        foreach (var id in import.BodyWeightIds ?? [])
        {
            if (await weights.Find(scope.AccountId, id, cancellationToken) is not null)
            {
                await recorder.Record(new BodyWeightRemoved(id), cancellationToken);
            }
        }
    }

    private async Task<HashSet<Guid>> Weighed(CancellationToken cancellationToken)
    {
        var ids = new HashSet<Guid>();
        (DateTimeOffset, Guid)? before = null;
        while (await weights.Page(scope.AccountId, before, Page, cancellationToken) is { Count: > 0 } page)
        {
            ids.UnionWith(page.Select(weight => weight.Id));
            before = (page[^1].MeasuredAt, page[^1].Id);
        }

        return ids;
    }
}
