import { clock, fullDayText, setText, setsText, volumeText } from '../../format';
import { t, tn } from '../../i18n';
import type { Entry, Workout, WeightUnit } from '../../types';

const [width, height, edge] = [1080, 1350, 72];
const mostLines = 9;

/** "3 × 100 kg × 8" where sets in a row are the same. */
export function setsLine(entry: Entry): string {
  const runs: { text: string; n: number }[] = [];
  for (const text of entry.sets.map(setText)) {
    const last = runs.at(-1);
    if (last?.text === text) last.n += 1;
    else runs.push({ text, n: 1 });
  }
  return runs.map(({ text, n }) => (n > 1 ? `${n} × ${text}` : text)).join(', ');
}

/** What the picture says, from top to bottom. */
export function captions(workout: Workout, unit: WeightUnit): { title: string; day: string; sums: string[]; lines: { name: string; sets: string; record: boolean }[]; rest: string } {
  const { sets, volumeKg, durationSeconds } = workout.totals;
  const done = workout.exercises.filter((entry) => entry.sets.length > 0);
  const shown = done.length > mostLines ? mostLines - 1 : mostLines;
  const more = done.length - shown;
  return {
    title: workout.name ?? t('Workout'), day: fullDayText(workout.startedAt),
    sums: [setsText(sets), volumeText(volumeKg, unit), clock(durationSeconds)],
    lines: done.slice(0, shown).map((entry) => ({ name: entry.name, sets: setsLine(entry), record: entry.sets.some((set) => Boolean(set.records?.length)) })),
    rest: more > 0 ? tn('and {n} more exercise', 'and {n} more exercises', more) : '',
  };
}

/** Cuts a text to a width, with an ellipsis where it was longer. */
function fitted(pen: CanvasRenderingContext2D, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 1 && pen.measureText(`${text.slice(0, end)}…`).width > room) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** A finished workout as a picture in the app's own colours, of the shape that feeds show whole. */
export async function picture(workout: Workout, unit: WeightUnit): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d')!;
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const { title, day, sums, lines, rest } = captions(workout, unit);
  const write = (text: string, y: number, size: number, weight: number, tone: string, x = edge, room = width - edge - x) => {
    pen.font = `${weight} ${size}px ${style.fontFamily}`;
    pen.fillStyle = colour(tone);
    pen.fillText(fitted(pen, text, room), x, y);
  };
  pen.fillStyle = colour('ground');
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = colour('accent');
  pen.fillRect(0, 0, width, 16);
  write(title, 150, 76, 600, 'text');
  write(day, 212, 38, 400, 'muted');
  sums.forEach((sum, place) => write(sum, 320, 56, 600, 'accent', edge + place * 320, 300));
  lines.forEach(({ name, sets, record }, place) => {
    const y = 425 + place * 92;
    write(record ? `${name} · ${t('Record')}` : name, y, 36, 600, record ? 'accent' : 'text');
    write(sets, y + 42, 32, 400, 'muted');
  });
  if (rest) write(rest, 425 + lines.length * 92, 36, 400, 'muted');
  write('Titan Trakr', height - 48, 32, 600, 'muted');
  return new Promise((made) => canvas.toBlob(made, 'image/png'));
}
