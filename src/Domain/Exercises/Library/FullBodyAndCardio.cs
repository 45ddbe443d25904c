namespace TitanTrakr.Domain.Exercises;

public static partial class ExerciseLibrary
{
    private static Exercise[] FullBodyAndCardio() =>
    [
        Barbell("power-clean", "Power Clean", "full body", ["traps", "glutes", "hamstrings", "quads"],
            "power cleans", "powerclean", "PC", "barbell power clean"),
        Barbell("clean", "Clean", "full body", ["traps", "glutes", "hamstrings", "quads"],
            "squat clean", "hang clean", "cleans", "hang cleans", "squat cleans", "full clean", "barbell clean"),
        Barbell("clean-and-jerk", "Clean and Jerk", "full body", ["shoulders", "traps", "glutes", "quads", "triceps"],
            "C and J", "clean and jerks", "clean & jerk", "C&J", "clean jerk", "CJ"),
        Barbell("snatch", "Snatch", "full body", ["shoulders", "traps", "glutes", "hamstrings", "quads"],
            "power snatch", "hang snatch", "snatches", "power snatches", "full snatch", "squat snatch", "barbell snatch"),
        Barbell("thruster", "Thruster", "full body", ["quads", "glutes", "shoulders", "triceps"],
            "thrusters", "barbell thruster", "barbell thrusters", "squat to press"),
        Bodyweight("box-jump", "Box Jump", "legs", ["quads", "glutes", "calves"],
            "jumps", "box jumps", "jump", "boxjump", "plyo box jump"),
        Bodyweight("burpee", "Burpee", "full body", ["chest", "quads", "shoulders", "cardio"],
            "burpees", "burpie", "burpies", "squat thrust"),
        Sled("sled-push", "Sled Push", "legs", ["quads", "glutes", "calves", "cardio"],
            "prowler", "sled", "sled pushes", "prowler push", "sledge push"),
        CardioMachine("treadmill-run", "Treadmill Run", "cardio", ["quads", "hamstrings", "calves"],
            "running", "treadmill", "run", "treadmill runs", "jog", "jogging", "treadmill jog"),
        CardioMachine("walking", "Walking", "cardio", ["glutes", "calves"],
            "incline walk", "hike", "walk", "walks", "treadmill walk", "incline treadmill", "hiking", "incline walking"),
        CardioMachine("stationary-bike", "Stationary Bike", "cardio", ["quads", "glutes", "calves"],
            "bike", "cycling", "spin", "exercise bike", "spinning", "spin bike", "cycle", "bicycle", "biking", "air bike", "assault bike"),
        CardioMachine("rowing-machine", "Rowing Machine", "cardio", ["lats", "upper back", "quads", "hamstrings"],
            "rower", "erg", "rowing", "row erg", "ergometer", "indoor rower", "concept two", "concept 2"),
        CardioMachine("elliptical", "Elliptical", "cardio", ["quads", "glutes", "hamstrings"],
            "cross trainer", "ellipticals", "elliptical trainer", "elliptical machine", "crosstrainer"),
        CardioMachine("stair-climber", "Stair Climber", "cardio", ["quads", "glutes", "calves"],
            "stairmaster", "stairs", "stair master", "stair machine", "step machine", "stepper", "stair climb", "stairclimber"),
        CardioMachine("jump-rope", "Jump Rope", "cardio", ["calves", "shoulders", "forearms"],
            "skipping", "jumping rope", "skipping rope", "skip rope", "rope jump", "rope skipping", "double unders") with { Measure = Measure.Time },
    ];
}
