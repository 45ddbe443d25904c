using TitanTrakr.Domain.Shared;

namespace TitanTrakr.Domain.Voice;

/// <summary>What a sentence asks for, fully resolved. The simple name of each record is its <c>type</c> in the contract.</summary>
public abstract record VoiceCommand
{
    private VoiceCommand()
    {
    }

    /// <summary>Whether carrying it out changes nothing that is stored: a question to the app, or an answer to its own.</summary>
    public virtual bool IsQuestion => false;

    /// <summary>Starts a workout, free or from a template.</summary>
    public sealed record StartWorkout(string? Name = null, string? TemplateId = null) : VoiceCommand;

    /// <summary>Adds an exercise, or moves the focus to it when it is there.</summary>
    public sealed record AddExercise(string ExerciseId) : VoiceCommand;

    /// <summary>Puts one exercise in another's place.</summary>
    public sealed record ReplaceExercise(string ExerciseId, string WithExerciseId) : VoiceCommand;

    /// <summary>Takes an exercise out of the workout.</summary>
    public sealed record RemoveExercise(string ExerciseId) : VoiceCommand;

    /// <summary>Binds exercises into a superset.</summary>
    public sealed record MakeSuperset(IReadOnlyList<string> ExerciseIds) : VoiceCommand
    {
        /// <summary>Equal when the same exercises stand in the same order.</summary>
        public bool Equals(MakeSuperset? other) => other is not null && ExerciseIds.SequenceEqual(other.ExerciseIds);

        /// <inheritdoc/>
        public override int GetHashCode() => ExerciseIds.Count;
    }

    /// <summary>Logs one set; no <c>Kind</c> is a working set.</summary>
    public sealed record LogSet(
        string ExerciseId,
        Load? Load = null,
        int? Reps = null,
        decimal? Rpe = null,
        SetKind? Kind = null,
        Side? Side = null,
        int? DurationSeconds = null,
        Distance? Distance = null,
        string? Note = null) : VoiceCommand;

    /// <summary>Changes a set that is there; members left out stay as they are.</summary>
    public sealed record CorrectSet(
        string ExerciseId,
        int Set,
        string? WithExerciseId = null,
        Load? Load = null,
        int? Reps = null,
        decimal? Rpe = null,
        SetKind? Kind = null,
        Side? Side = null,
        int? DurationSeconds = null,
        Distance? Distance = null,
        string? Note = null) : VoiceCommand;

    /// <summary>Removes a set, by its number within the exercise before the sentence.</summary>
    public sealed record RemoveSet(string ExerciseId, int Set) : VoiceCommand;

    /// <summary>Takes the last command back.</summary>
    public sealed record Undo : VoiceCommand;

    /// <summary>Does again what was taken back.</summary>
    public sealed record Redo : VoiceCommand;

    /// <summary>Writes a note.</summary>
    public sealed record WriteNote(string Text, NoteTarget On) : VoiceCommand;

    /// <summary>Starts the rest timer.</summary>
    public sealed record StartRest(int Seconds) : VoiceCommand;

    /// <summary>Adds to the rest timer; negative shortens it.</summary>
    public sealed record ExtendRest(int Seconds) : VoiceCommand;

    /// <summary>Stops the rest timer.</summary>
    public sealed record StopRest : VoiceCommand;

    /// <summary>Asks what is left of the rest.</summary>
    public sealed record AskRest : VoiceQuestion;

    /// <summary>Logs the body's weight.</summary>
    public sealed record LogBodyWeight(Load Load) : VoiceCommand;

    /// <summary>Finishes the workout.</summary>
    public sealed record CompleteWorkout : VoiceCommand;

    /// <summary>Throws the workout away; stands only among options.</summary>
    public sealed record DiscardWorkout : VoiceCommand;

    /// <summary>Saves the workout as a template.</summary>
    public sealed record SaveTemplate(string Name) : VoiceCommand;

    /// <summary>Sets the account's unit.</summary>
    public sealed record SetWeightUnit(WeightUnit Unit) : VoiceCommand;

    /// <summary>Switches the spoken answer on or off.</summary>
    public sealed record SetSpeakBack(bool On) : VoiceCommand;

    /// <summary>Asks for the last session.</summary>
    public sealed record AskLast(string? ExerciseId = null, string? Muscle = null) : VoiceQuestion;

    /// <summary>Asks for a record.</summary>
    public sealed record AskRecord(string? ExerciseId = null, int? Reps = null) : VoiceQuestion;

    /// <summary>Asks how far the workout is.</summary>
    public sealed record AskProgress : VoiceQuestion;

    /// <summary>Asks what comes next.</summary>
    public sealed record AskNext : VoiceQuestion;

    /// <summary>Asks for sets done, of one muscle or all.</summary>
    public sealed record AskVolume(string? Muscle = null) : VoiceQuestion;

    /// <summary>Asks what a template holds.</summary>
    public sealed record AskTemplate(string TemplateId) : VoiceQuestion;

    /// <summary>Asks for the body's weight.</summary>
    public sealed record AskBodyWeight : VoiceQuestion;

    /// <summary>Asks which plates make a load.</summary>
    public sealed record AskPlates(Load Load) : VoiceQuestion;

    /// <summary>Asks for a load in the other unit.</summary>
    public sealed record AskConvert(Load Load, WeightUnit Unit) : VoiceQuestion;

    /// <summary>Accepts an open question's option, the first when none is said.</summary>
    public sealed record Confirm(int? Option = null) : VoiceCommand;

    /// <summary>Drops an open question.</summary>
    public sealed record Cancel : VoiceCommand;

    /// <summary>A command that only asks.</summary>
    public abstract record VoiceQuestion : VoiceCommand
    {
        private protected VoiceQuestion()
        {
        }

        /// <inheritdoc/>
        public sealed override bool IsQuestion => true;
    }
}

/// <summary>What a note is written on.</summary>
public enum NoteTarget
{
    /// <summary>The whole workout.</summary>
    Workout,

    /// <summary>The exercise in focus.</summary>
    Exercise,

    /// <summary>The set logged last.</summary>
    Set,
}
