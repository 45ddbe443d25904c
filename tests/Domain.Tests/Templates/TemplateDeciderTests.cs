using FsCheck;
using FsCheck.Fluent;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Templates;
using TitanTrakr.Domain.Workouts;

namespace TitanTrakr.Domain.Tests.Templates;

internal sealed class TemplateDeciderTests
{
    private static readonly Arbitrary<int[]> Commands = Gen.Choose(0, 1_000_000).ArrayOf(150).ToArbitrary();

    [Test]
    public void Whatever_is_done_ids_stay_unique_versions_count_changes_and_an_order_loses_none() => Prop.ForAll(Commands, numbers =>
    {
        IReadOnlyList<Template> templates = [];
        foreach (var number in numbers)
        {
            var before = templates;
            var decision = Decide(templates, number);
            templates = (decision.Value ?? []).Aggregate(templates, TemplateFold.Evolve);
            templates.Select(template => template.Id).ShouldBeUnique();
            templates.Count.ShouldBeLessThanOrEqualTo(Template.Most);
            if (decision.Value is [TemplateEvent.TemplatesReordered])
            {
                templates.ShouldBe(before, ignoreOrder: true);
            }

            if (decision.Value is [TemplateEvent.TemplateChanged changed])
            {
                Version(templates, changed.TemplateId).ShouldBe(Version(before, changed.TemplateId) + 1);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_superset_of_one_is_none_and_sets_planned_one_by_one_say_how_many_they_are()
    {
        var (alone, together) = (Guid.NewGuid(), Guid.NewGuid());
        var sets = new PlannedSet(null, new(5, 5), null, null, null);
        var decision = TemplateDecider.Create([], Guid.NewGuid(), "Push", null,
        [
            new("squat", alone, null, SetTarget.Open with { PerSet = [sets, sets] }, null),
            new("plank", together, null, SetTarget.Open with { PerSet = [] }, null),
            new("squat", together, null, null, null),
        ]);
        var created = decision.Value![0].ShouldBeOfType<TemplateEvent.TemplateCreated>();
        created.Exercises.Select(exercise => exercise.SupersetId).ShouldBe([null, together, together]);
        created.Exercises[0].Target!.Sets.ShouldBe(2);
        created.Exercises[1].Target!.PerSet.ShouldBeNull();
    }

    [Test]
    public void A_hundred_templates_are_kept_and_no_more()
    {
        IReadOnlyList<Template> full = [.. Enumerable.Range(0, Template.Most).Select(i => new Template(Guid.NewGuid(), 1, $"Day {i}", null, []))];
        TemplateDecider.Create(full, Guid.NewGuid(), "One more", null, []).Error.ShouldBeOfType<TooManyTemplates>();
        TemplateDecider.Create(full, full[0].Id, "Again", null, []).Error.ShouldBeOfType<TemplateIdTaken>();
        TemplateDecider.Delete(full, Guid.NewGuid()).Error.ShouldBeOfType<NotFoundError>();
        TemplateDecider.Change(full, Guid.NewGuid(), "Nobody", null, []).Error.ShouldBeOfType<NotFoundError>();
    }

    private static Result<IReadOnlyList<TemplateEvent>> Decide(IReadOnlyList<Template> templates, int number)
    {
        var id = new Guid(number / 8 % 120, 0, 0, new byte[8]);
        return (number % 8) switch
        {
            < 5 => TemplateDecider.Create(templates, id, "Day", null, []),
            5 => TemplateDecider.Change(templates, id, "Other day", null, []),
            6 => TemplateDecider.Delete(templates, id),
            _ => TemplateDecider.Reorder(templates, [.. templates.Select(template => template.Id).OrderBy(other => HashCode.Combine(other, number))]),
        };
    }

    private static int Version(IReadOnlyList<Template> templates, Guid id) => templates.First(template => template.Id == id).Version;
}
