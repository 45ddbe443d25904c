using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Templates;

/// <summary>The id that the client made is taken.</summary>
public sealed record TemplateIdTaken() : ConflictError("id-taken", "This template id is in use already. Make a new one.");

/// <summary>An account keeps so many and no more.</summary>
public sealed record TooManyTemplates()
    : ConflictError("too-many-templates", $"An account keeps at most {Template.Most} templates. Delete one you no longer train from.");
