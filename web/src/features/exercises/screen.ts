import Alpine from '@alpinejs/csp';
import { call } from '../../api';
import { uuidv7 } from '../../ids';
import { keep, kept } from '../../storage';
import { app } from '../../store';
import type { Exercise, Page } from '../../types';

const detail = (exercise: Exercise) => [exercise.primaryMuscle, exercise.equipment].filter(Boolean).join(' · ');

function exercisesScreen() {
  return {
    query: '',
    found: [] as (Exercise & { detail: string; add: string })[],
    loading: true,
    offline: false,
    asked: 0,
    get shown() { return app().tab === 'exercises'; },
    get none() { return !this.loading && this.found.length === 0; },
    init() {
      (this as unknown as { $watch: (name: string, react: (shown: boolean) => void) => void }).$watch('shown', (shown) => shown && void this.search());
      if (this.shown) void this.search();
    },
    async search() {
      const turn = ++this.asked;
      this.loading = true;
      const query = this.query.trim();
      const reply = await call<Page<Exercise>>('GET', `/exercises?limit=100&query=${encodeURIComponent(query)}`);
      if (turn !== this.asked) return;
      this.loading = false;
      this.offline = reply.kind !== 'ok';
      if (reply.kind === 'ok' && !query) void keep('exercises', reply.body.items);
      const local = ((await kept<Exercise[]>('exercises')) ?? []).filter((each) => each.name.toLowerCase().includes(query.toLowerCase()));
      const items = reply.kind === 'ok' ? reply.body.items : local;
      this.found = items.map((each) => ({ ...each, detail: detail(each), add: `Add ${each.name} to the workout` }));
    },
    async add(exercise: Exercise) {
      if (!app().workout) await app().gym.run('StartWorkout', { id: uuidv7() });
      await app().gym.run('AddExercise', { id: uuidv7(), exerciseId: exercise.id }, exercise.name);
      app().focus = exercise.id;
      app().go('log');
      app().say(`${exercise.name} added`);
    },
  };
}

Alpine.data('exercisesScreen', exercisesScreen);
