import Alpine from '@alpinejs/csp';
import { setText } from '../../format';
import { t } from '../../i18n';
import { app } from '../../store';
import type { SetValues } from '../../types';
import type { CommandEntry, OutboxEntry } from './entry';

const names: Record<string, string> = {
  StartWorkout: 'Start workout', DescribeWorkout: 'Rename workout', CompleteWorkout: 'Finish workout', DiscardWorkout: 'Discard workout',
  AddExercise: 'Add exercise', ReplaceExercise: 'Replace exercise', DescribeExercise: 'Note', RemoveExercise: 'Remove exercise',
  ReorderExercises: 'Reorder', LogSet: 'Log set', CorrectSet: 'Correct set', RemoveSet: 'Remove set', Undo: 'Undo', Redo: 'Redo',
  CreateExercise: 'New exercise', ChangeExercise: 'Change exercise', ArchiveExercise: 'Delete exercise',
  CreateTemplate: 'New template', ChangeTemplate: 'Change template', DeleteTemplate: 'Delete template', ReorderTemplates: 'Reorder', SaveTemplate: 'Save as template',
};

const what = (entry: CommandEntry) => {
  const values = entry.data as SetValues;
  return [t(names[entry.type] ?? entry.type), entry.hint?.name, entry.type === 'LogSet' ? setText(values) : ''].filter(Boolean).join(': ');
};

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
