namespace TitanTrakr.Domain.Templates;

/// <summary>Folds events into an account's templates, in the order they are shown.</summary>
public static class TemplateFold
{
    /// <summary>The templates after one more event.</summary>
    public static IReadOnlyList<Template> Evolve(IReadOnlyList<Template> templates, TemplateEvent @event) => @event switch
    {
        TemplateEvent.TemplateCreated e => [.. templates, new Template(e.TemplateId, 1, e.Name, e.Note, e.Exercises)],
        TemplateEvent.TemplateChanged e => [.. templates.Select(template => template.Id == e.TemplateId ? Changed(template, e) : template)],
        TemplateEvent.TemplateDeleted e => [.. templates.Where(template => template.Id != e.TemplateId)],
        TemplateEvent.TemplatesReordered e => [.. e.TemplateIds.Select(id => templates.First(template => template.Id == id))],
    };

    private static Template Changed(Template template, TemplateEvent.TemplateChanged e) =>
        new(template.Id, template.Version + 1, e.Name, e.Note, e.Exercises);
}
