using TitanTrakr.Application.Common;
using TitanTrakr.Domain.Exercises;
using TitanTrakr.Domain.Voice;
using TitanTrakr.Domain.Voice.Free;
using TitanTrakr.Domain.Voice.Spoken;

namespace TitanTrakr.Application.Voice;

/// <summary>
/// The names a model is given for what could be meant, and the way back: the library's ids are everybody's, one's own exercises and
/// templates go by a number that means nothing outside this sentence.
/// </summary>
internal sealed class ModelNames
{
    private const int MostExercises = 24, MostTemplates = 12, MostSets = 6;
    private readonly Dictionary<string, string> _exercises = [];
    private readonly Dictionary<string, string> _templates = [];
    private readonly VoiceContext _context;

    public ModelNames(VoiceContext context, string transcript)
    {
        _context = context;
        var running = context.Workout?.Entries.Select(entry => entry.ExerciseId) ?? [];
        foreach (var id in running.Concat(Guesses.Exercises(transcript, context)).Distinct().Take(MostExercises))
        {
            _exercises[Key(id)] = id;
        }

        foreach (var template in context.Templates.Take(MostTemplates))
        {
            _templates[$"template-{_templates.Count + 1}"] = template.Id;
        }
    }

    /// <summary>What is sent.</summary>
    public FreeSpeech Speech(Utterance said) => new(
        said.Transcript, said.Alternatives, _context.Unit,
        _context.Workout is { } workout ? [.. workout.Entries.Select(Line)] : null,
        _context.FocusExerciseId is { } focus ? KeyOf(focus) : null,
        _exercises.ToDictionary(pair => pair.Key, pair => _context.Exercises.NameOf(pair.Value)),
        _templates.ToDictionary(pair => pair.Key, pair => _context.Templates.First(template => template.Id == pair.Value).Name));

    /// <summary>The commands with our own ids; null when one names what nobody knows.</summary>
    public IReadOnlyList<VoiceCommand>? Resolve(IReadOnlyList<VoiceCommand> proposed)
    {
        var resolved = new List<VoiceCommand>();
        foreach (var command in proposed)
        {
            if (Resolved(command) is not { } known || !known.ExercisesOf().All(id => _context.Exercises.Find(id) is not null))
            {
                return null;
            }

            resolved.Add(known);
        }

        return resolved;
    }

    private VoiceCommand? Resolved(VoiceCommand command) => command switch
    {
        VoiceCommand.LogSet c => c with { ExerciseId = Exercise(c.ExerciseId) },
        VoiceCommand.CorrectSet c => c with { ExerciseId = Exercise(c.ExerciseId), WithExerciseId = c.WithExerciseId is { } moved ? Exercise(moved) : null },
        VoiceCommand.RemoveSet c => c with { ExerciseId = Exercise(c.ExerciseId) },
        VoiceCommand.AddExercise c => c with { ExerciseId = Exercise(c.ExerciseId) },
        VoiceCommand.RemoveExercise c => c with { ExerciseId = Exercise(c.ExerciseId) },
        VoiceCommand.ReplaceExercise c => new VoiceCommand.ReplaceExercise(Exercise(c.ExerciseId), Exercise(c.WithExerciseId)),
        VoiceCommand.MakeSuperset c => new VoiceCommand.MakeSuperset([.. c.ExerciseIds.Select(Exercise)]),
        VoiceCommand.AskLast { ExerciseId: { } id } c => c with { ExerciseId = Exercise(id) },
        VoiceCommand.AskRecord { ExerciseId: { } id } c => c with { ExerciseId = Exercise(id) },
        VoiceCommand.StartWorkout { TemplateId: { } id } c => _templates.TryGetValue(id, out var known) ? c with { TemplateId = known } : null,
        VoiceCommand.AskTemplate c => _templates.TryGetValue(c.TemplateId, out var known) ? new VoiceCommand.AskTemplate(known) : null,
        _ => command,
    };

    private string Exercise(string key) => _exercises.GetValueOrDefault(key) ?? (ExerciseLibrary.Find(key) is null ? "" : key);

    private string Key(string id) => ExerciseLibrary.Find(id) is null ? $"own-{_exercises.Count + 1}" : id;

    private string? KeyOf(string id) => _exercises.FirstOrDefault(pair => pair.Value == id).Key;

    private string Line(VoiceEntry entry)
    {
        var sets = entry.Sets.Skip(Math.Max(0, entry.Sets.Count - MostSets)).Select(set => Amounts.Read(set.Load, set.Reps, set.DurationSeconds, set.Distance));
        return $"{KeyOf(entry.ExerciseId)}: {entry.Sets.Count} sets{(entry.Sets.Count == 0 ? "" : ": " + string.Join(", ", sets))}";
    }
}
