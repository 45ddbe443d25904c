import Alpine from '@alpinejs/csp';
import { setText } from '../../format';
import { t, word } from '../../i18n';
import { app } from '../../store';
import type { Load, SetValues } from '../../types';
import type { CommandEntry, OutboxEntry } from './entry';

const names: Record<string, string> = {
  StartWorkout: word('Start workout'), DescribeWorkout: word('Rename workout'), CompleteWorkout: word('Finish workout'), DiscardWorkout: word('Discard workout'),
  RecordWorkout: word('Bring workout along'), DeleteWorkout: word('Delete workout'), RestoreWorkout: word('Restore workout'),
  AddExercise: word('Add exercise'), ReplaceExercise: word('Replace exercise'), DescribeExercise: word('Note'), RemoveExercise: word('Remove exercise'),
  ReorderExercises: word('Reorder'), MakeSuperset: word('Superset'), BreakSuperset: word('Take superset apart'), LogSet: word('Log set'), CorrectSet: word('Correct set'), RemoveSet: word('Remove set'), Undo: word('Undo'), Redo: word('Redo'),
  CreateExercise: word('New exercise'), ChangeExercise: word('Change exercise'), ArchiveExercise: word('Delete exercise'),
  CreateTemplate: word('New template'), ChangeTemplate: word('Change template'), DeleteTemplate: word('Delete template'), ReorderTemplates: word('Reorder'), SaveTemplate: word('Save as template'),
  LogBodyWeight: word('Body weight'), RemoveBodyWeight: word('Remove body weight'), ForgetAlias: word('Forget name'),
};

const quoted = (text: unknown) => (typeof text === 'string' && text ? `“${text}”` : '');

function valuesText(values: SetValues & { weight?: Load }): string {
  const { load = values.weight, reps, durationSeconds, distance } = values;
  return load || reps != null || durationSeconds != null || distance ? setText({ ...values, load }) : '';
}

/** What it was about, and all that was typed for it: nobody should have to remember it. */
export function what({ type, hint, data }: CommandEntry): string {
  const name = hint?.name ?? quoted(data['name']);
  return [t(names[type] ?? type), name, valuesText(data), quoted(data['note'])].filter(Boolean).join(': ');
}

const title = (entry: OutboxEntry) => (entry.kind === 'voice' ? `“${entry.transcript}”` : what(entry));

/** Refused commands and sentences still waiting stay in sight until they are sent or let go. */
function needsYou() {
  return {
    get items() {
      return app().entries
        .filter((entry) => entry.refusal !== undefined || (entry.kind === 'voice' && entry.id !== app().live))
        .map((entry) => ({ id: entry.id, title: title(entry), why: entry.refusal ?? t('Kept as a note to sort out'), again: entry.refusal !== undefined, letGo: t('Let go of {name}', { name: title(entry) }), retryName: t('Try again: {name}', { name: title(entry) }) }));
    },
    get any() { return this.items.length > 0; },
    letGo(id: string) { void app().gym.dismiss(id); },
    retry(id: string) { void app().gym.retry(id); },
  };
}

Alpine.data('needsYou', needsYou);
