import { dayText, setText, setsText, volumeText } from '../../format';
import { t } from '../../i18n';
import type { Workout } from '../../types';

/** A workout in plain lines, as one would send it to a friend. */
export function shareText(workout: Workout): string {
  const { sets, volumeKg } = workout.totals;
  const head = `${workout.name ?? t('Workout')}, ${dayText(workout.startedAt)}`;
  const lines = workout.exercises.filter((entry) => entry.sets.length).map((entry) => `${entry.name}: ${entry.sets.map(setText).join(', ')}`);
  return [head, ...lines, `${setsText(sets)}, ${volumeText(volumeKg)}`].join('\n');
}
