namespace TitanTrakr.Domain.Exercises;

public static partial class ExerciseLibrary
{
    private static Exercise[] Chest() =>
    [
        Barbell("bench-press", "Bench Press", "chest", ["triceps", "front delts"],
            "bench", "flat bench", "barbell bench", "BP", "benchpress", "bench presses", "flat bench press", "barbell bench press", "flat barbell bench", "BB bench"),
        Barbell("incline-bench-press", "Incline Bench Press", "upper chest", ["chest", "front delts", "triceps"],
            "incline", "incline barbell", "incline bench", "incline press", "incline barbell bench", "incline barbell press", "incline benchpress"),
        Barbell("decline-bench-press", "Decline Bench Press", "chest", ["triceps", "front delts"],
            "decline bench", "decline", "decline press", "decline barbell bench press"),
        Barbell("close-grip-bench-press", "Close-Grip Bench Press", "triceps", ["chest", "front delts"],
            "close grip", "CGBP", "close grip bench", "close grip press", "narrow grip bench", "narrow grip bench press"),
        Dumbbell("dumbbell-bench-press", "Dumbbell Bench Press", "chest", ["triceps", "front delts"],
            "DB bench", "dumbbell press", "DB press", "DB bench press", "dumbbell bench", "flat dumbbell press", "flat dumbbell bench", "dumbbell chest press"),
        Dumbbell("incline-dumbbell-press", "Incline Dumbbell Press", "upper chest", ["chest", "front delts", "triceps"],
            "incline DB", "incline dumbbells", "incline DB press", "incline dumbbell bench", "incline dumbbell bench press", "incline DB bench"),
        SmithMachine("smith-machine-bench-press", "Smith Machine Bench Press", "chest", ["triceps", "front delts"],
            "smith bench", "smith bench press", "smith machine bench"),
        SmithMachine("smith-machine-incline-press", "Smith Machine Incline Press", "upper chest", ["chest", "front delts", "triceps"],
            "smith incline", "smith incline press", "smith machine incline", "smith machine incline bench press", "incline smith press"),
        Machine("machine-chest-press", "Machine Chest Press", "chest", ["triceps", "front delts"],
            "chest press", "hammer strength press", "chest press machine", "seated chest press", "machine press", "hammer strength chest press"),
        Machine("incline-machine-press", "Incline Machine Press", "upper chest", ["chest", "front delts", "triceps"],
            "incline chest press machine", "incline chest press", "machine incline press", "incline hammer strength press"),
        Machine("pec-deck", "Pec Deck", "chest", ["front delts"],
            "machine fly", "butterfly", "pec dec", "peck deck", "pec fly", "pec fly machine", "chest fly machine", "machine chest fly"),
        Cable("cable-fly", "Cable Fly", "chest", ["front delts"],
            "cable crossover", "crossovers", "cable flies", "cable flyes", "cable crossovers", "cable chest fly", "standing cable fly"),
        Cable("low-to-high-cable-fly", "Low-to-High Cable Fly", "upper chest", ["chest", "front delts"],
            "low cable fly", "low to high fly", "low to high", "incline cable fly", "low cable crossover"),
        Dumbbell("dumbbell-fly", "Dumbbell Fly", "chest", ["front delts"],
            "flyes", "flies", "DB fly", "dumbbell flies", "dumbbell flyes", "chest fly", "chest flies", "flat fly"),
        Bodyweight("push-up", "Push-Up", "chest", ["triceps", "front delts", "abs"],
            "pushups", "press-up", "push ups", "press-ups", "press up", "pressups"),
        Bodyweight("chest-dip", "Chest Dip", "chest", ["triceps", "front delts"],
            "dips", "chest dips", "dip", "parallel bar dips", "weighted dips", "weighted dip"),
        Machine("assisted-dip", "Assisted Dip", "chest", ["triceps", "front delts"],
            "dip machine assisted", "assisted dips", "assisted dip machine", "dip assist") with { Measure = Measure.AssistedReps },
        Barbell("floor-press", "Floor Press", "chest", ["triceps", "front delts"],
            "barbell floor press", "floor presses", "floor bench press"),
    ];
}
