import { clock, loadText, numberText, repsText } from '../../format';
import { kindText } from '../log/cards';
import type { SpokenCommand, VoiceAnswer } from './answer';

function nameOf(id: string, answer: VoiceAnswer): string {
  const entry = answer.workout?.exercises.find((each) => each.exerciseId === id);
  return entry?.name ?? id.replaceAll('-', ' ').replace(/^\w/, (letter) => letter.toUpperCase());
}

function parts(command: SpokenCommand, answer: VoiceAnswer): string[] {
  return [
    command.exerciseId ? nameOf(command.exerciseId, answer) : '',
    loadText(command.load),
    command.reps != null ? repsText(command.reps) : '',
    command.rpe != null ? `RPE ${numberText(command.rpe)}` : '',
    command.durationSeconds != null ? clock(command.durationSeconds) : '',
    command.distance ? `${numberText(command.distance.value)} ${command.distance.unit}` : '',
    kindText(command.kind),
  ].filter(Boolean);
}

/** What was understood, in pieces; several sets say their exercise once. */
export function chips(answer: VoiceAnswer): string[] {
  return [...new Set((answer.commands ?? []).flatMap((command) => parts(command, answer)))].slice(0, 6);
}
