namespace TitanTrakr.Domain.Exercises;

public static partial class ExerciseLibrary
{
    private static Exercise[] Core() =>
    [
        Bodyweight("plank", "Plank", "abs", ["obliques", "shoulders", "glutes"],
            "planks", "front plank", "forearm plank", "elbow plank") with { Measure = Measure.Time },
        Bodyweight("side-plank", "Side Plank", "obliques", ["abs", "glutes"],
            "side planks", "side bridge") with { Measure = Measure.Time },
        Bodyweight("crunch", "Crunch", "abs", ["obliques"],
            "crunches", "ab crunch", "ab crunches", "floor crunch", "bodyweight crunch"),
        Machine("machine-crunch", "Machine Crunch", "abs", ["obliques"],
            "ab machine", "machine crunches", "ab crunch machine", "crunch machine", "machine ab crunch"),
        Cable("cable-crunch", "Cable Crunch", "abs", ["obliques"],
            "rope crunch", "kneeling crunch", "cable crunches", "rope crunches", "kneeling cable crunch", "kneeling crunches"),
        Bodyweight("sit-up", "Sit-Up", "abs", ["obliques"],
            "situps", "sit ups", "situp", "decline sit up"),
        Bodyweight("hanging-leg-raise", "Hanging Leg Raise", "abs", ["obliques", "grip", "forearms"],
            "leg raises", "HLR", "toes to bar", "leg raise", "hanging leg raises", "toe to bar", "T2B", "TTB"),
        Bodyweight("hanging-knee-raise", "Hanging Knee Raise", "abs", ["obliques", "grip"],
            "knee raises", "captain's chair", "knee raise", "hanging knee raises", "captains chair", "knee ups"),
        Bodyweight("lying-leg-raise", "Lying Leg Raise", "abs", ["obliques"],
            "floor leg raise", "lying leg raises", "floor leg raises", "leg lift", "leg lifts"),
        AbWheel("ab-wheel", "Ab Wheel", "abs", ["obliques", "lats", "shoulders"],
            "rollout", "rollouts", "roll out", "ab roller", "ab wheel rollout", "wheel rollout", "ab rollout"),
        Bodyweight("russian-twist", "Russian Twist", "obliques", ["abs"],
            "twists", "russian twists", "russians", "twist"),
        Cable("cable-woodchop", "Cable Woodchop", "obliques", ["abs", "shoulders"],
            "woodchoppers", "pallof", "woodchop", "woodchops", "woodchopper", "wood chop", "cable wood chop", "pallof press", "cable woodchopper"),
        Dumbbell("side-bend", "Side Bend", "obliques", ["abs", "lower back"],
            "DB side bend", "side bends", "dumbbell side bend", "dumbbell side bends", "DB side bends"),
        Bodyweight("dead-hang", "Dead Hang", "grip", ["forearms", "lats"],
            "hang", "dead hangs", "hangs", "bar hang", "hanging") with { Measure = Measure.Time },
        Dumbbell("farmers-carry", "Farmer's Carry", "grip", ["forearms", "traps", "abs"],
            "farmers walk", "suitcase carry", "farmers", "farmer carry", "farmer walk", "farmer's walk", "farmers carries", "suitcase carries", "loaded carry") with { Measure = Measure.LoadDistance },
    ];
}
