import Alpine from '@alpinejs/csp';
import { call } from '../../api';
import { clock, dayText, setText, volumeText } from '../../format';
import { app } from '../../store';
import type { Page, Workout } from '../../types';

function session(workout: Workout) {
  const { sets, volumeKg, durationSeconds } = workout.totals;
  return {
    id: workout.id,
    name: workout.name ?? 'Workout',
    day: dayText(workout.startedAt),
    summary: `${sets} sets · ${volumeText(volumeKg)} · ${clock(durationSeconds)}`,
    exercises: (workout.exercises ?? []).map((entry) => ({ id: entry.id, name: entry.name, sets: entry.sets.map(setText).join(', ') })),
  };
}

function historyScreen() {
  return {
    sessions: [] as ReturnType<typeof session>[],
    cursor: null as string | null,
    loading: true,
    failed: false,
    get shown() { return app().tab === 'history'; },
    get none() { return !this.loading && !this.failed && this.sessions.length === 0; },
    get more() { return this.cursor !== null && !this.loading; },
    get size() { return this.sessions.length; },
    init() {
      (this as unknown as { $watch: (name: string, react: (shown: boolean) => void) => void }).$watch('shown', (shown) => shown && this.first());
      if (this.shown) this.first();
    },
    first() {
      this.cursor = null;
      void this.load();
    },
    async load() {
      this.loading = true;
      const from = this.cursor;
      const reply = await call<Page<Workout>>('GET', from ? `/history?cursor=${encodeURIComponent(from)}` : '/history');
      this.loading = false;
      this.failed = reply.kind !== 'ok';
      if (reply.kind !== 'ok') return;
      this.sessions = [...(from ? this.sessions : []), ...reply.body.items.map(session)];
      this.cursor = reply.body.nextCursor;
    },
  };
}

Alpine.data('historyScreen', historyScreen);
