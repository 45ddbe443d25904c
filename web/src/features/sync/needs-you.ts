import Alpine from '@alpinejs/csp';
import { app } from '../../store';
import type { OutboxEntry } from './entry';

const names: Record<string, string> = {
  StartWorkout: 'Start workout', AddExercise: 'Add exercise', LogSet: 'Log set', CorrectSet: 'Correct set', RemoveSet: 'Remove set',
  CompleteWorkout: 'Finish workout', DiscardWorkout: 'Discard workout',
};

const title = (entry: OutboxEntry) => (entry.kind === 'voice' ? `“${entry.transcript}”` : [names[entry.type] ?? entry.type, entry.label].filter(Boolean).join(': '));

/** Refused commands and sentences still waiting stay in sight until they are sent or let go. */
function needsYou() {
  return {
    get items() {
      return app().entries
        .filter((entry) => entry.refusal !== undefined || (entry.kind === 'voice' && entry.id !== app().live))
        .map((entry) => ({ id: entry.id, title: title(entry), why: entry.refusal ?? 'Kept as a note to sort out', letGo: `Let go of ${title(entry)}` }));
    },
    get any() { return this.items.length > 0; },
    letGo(id: string) { void app().gym.dismiss(id); },
  };
}

Alpine.data('needsYou', needsYou);
