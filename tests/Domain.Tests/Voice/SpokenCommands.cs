using System.Globalization;
using TitanTrakr.Domain.Shared;
using TitanTrakr.Domain.Voice;

namespace TitanTrakr.Domain.Tests.Voice;

/// <summary>Commands and one way of saying each, chosen by numbers; said while benching 80 kg.</summary>
internal static class SpokenCommands
{
    private static readonly (string Id, string Name)[] Exercises =
    [
        ("squat", "squat"), ("deadlift", "deadlift"), ("leg-press", "leg press"), ("overhead-press", "overhead press"), ("barbell-row", "barbell row"), ("lat-pulldown", "lat pulldown"), ("hip-thrust", "hip thrust"),
    ];

    public static (string Said, VoiceCommand Meant) Any(int[] choices) => (choices[0] % 12) switch
    {
        0 or 1 or 2 => LogSet(choices),
        3 => ($"make that {1 + (choices[1] % 20)} reps", new VoiceCommand.CorrectSet("bench-press", 2, Reps: 1 + (choices[1] % 20))),
        4 => ($"delete set {1 + (choices[1] % 2)}", new VoiceCommand.RemoveSet("bench-press", 1 + (choices[1] % 2))),
        5 => ($"rest {1 + (choices[1] % 600)} seconds", new VoiceCommand.StartRest(1 + (choices[1] % 600))),
        6 => ($"add {1 + (choices[1] % 120)} seconds", new VoiceCommand.ExtendRest(1 + (choices[1] % 120))),
        7 => ($"next up {Exercise(choices).Name}", new VoiceCommand.AddExercise(Exercise(choices).Id)),
        8 => ($"i weigh {Half(choices[1], 40, 120)} kilos", new VoiceCommand.LogBodyWeight(new Load(Number(choices[1], 40, 120), WeightUnit.Kg))),
        9 => ($"plates for {Half(choices[1], 20, 300)} kilos", new VoiceCommand.AskPlates(new Load(Number(choices[1], 20, 300), WeightUnit.Kg))),
        10 => ($"superset {Exercise(choices).Name} with face pull", new VoiceCommand.MakeSuperset([Exercise(choices).Id, "face-pull"])),
        _ => ($"what's {Half(choices[1], 1, 300)} pounds in kilos", new VoiceCommand.AskConvert(new Load(Number(choices[1], 1, 300), WeightUnit.Lb), WeightUnit.Kg)),
    };

    private static (string Said, VoiceCommand Meant) LogSet(int[] choices)
    {
        var (id, name) = Exercise(choices);
        var (load, reps) = (Number(choices[1], 20, 300), 1 + (choices[2] % 20));
        var rpe = choices[3] % 2 == 0 ? (decimal?)(6 + (choices[4] % 9 / 2m)) : null;
        var warmup = choices[5] % 3 == 0;
        var said = $"{(warmup ? "warm-up " : "")}{name} {Half(choices[1], 20, 300)} kilos for {reps} reps" + (rpe is { } effort ? string.Create(CultureInfo.InvariantCulture, $" RPE {effort:0.#}") : "");
        return (said, new VoiceCommand.LogSet(id, new Load(load, WeightUnit.Kg), reps, rpe, warmup ? SetKind.Warmup : null));
    }

    private static (string Id, string Name) Exercise(int[] choices) => Exercises[choices[6] % Exercises.Length];

    private static decimal Number(int choice, int least, int most) => least + (choice % ((most - least) * 2) / 2m);

    private static string Half(int choice, int least, int most) => Number(choice, least, most).ToString("0.#", CultureInfo.InvariantCulture);
}
