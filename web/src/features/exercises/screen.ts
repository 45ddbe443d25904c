import Alpine from '@alpinejs/csp';
import { muscleText } from '../../format';
import { t, tn } from '../../i18n';
import { uuidv7 } from '../../ids';
import { problemText } from '../../problems';
import { app } from '../../store';
import type { Exercise } from '../../types';
import { most } from '../log/limits';
import { search } from './search';

const shownAtOnce = 60;

function item(exercise: Exercise) {
  const detail = [muscleText(exercise.primaryMuscle), muscleText(exercise.equipment), exercise.isOwn ? t('Own') : ''].filter(Boolean).join(' · ');
  return { exercise, id: exercise.id, name: exercise.name, detail, href: `#exercise/${exercise.id}`, add: t('Add {name}', { name: exercise.name }) };
}

const choices = (names: (string | null | undefined)[]) =>
  [...new Set(names)].filter((name): name is string => Boolean(name)).sort().map((value) => ({ value, label: muscleText(value) }));

function exercisesScreen() {
  return {
    query: '', muscle: '', equipment: '', most: shownAtOnce,
    making: false, name: '', measure: 'loadReps', wrong: '',
    get all() { return app().exercises; },
    get matches() { return search(this.all, { query: this.query, muscle: this.muscle, equipment: this.equipment }); },
    get found() { return this.matches.slice(0, this.most).map(item); },
    get more() { return this.matches.length > this.most; },
    get none() { return this.all.length > 0 && this.matches.length === 0; },
    get unknown() { return this.all.length === 0; },
    get muscles() { return choices(this.all.map((each) => each.primaryMuscle)); },
    get kinds() { return choices(this.all.map((each) => each.equipment)); },
    get count() { return tn('{n} exercise', '{n} exercises', this.matches.length); },
    get picking() { return app().picking !== null; },
    showMore() { this.most += shownAtOnce; },
    destroy() { app().picking = null; },
    async add(exercise: Exercise) {
      const picked = app().picking;
      app().picking = null;
      if (picked) {
        picked({ ...exercise });
        return app().back();
      }
      if (!app().workout && !(await app().gym.run('StartWorkout', { id: uuidv7() }))) return;
      if (!(await app().gym.run('AddExercise', { id: uuidv7(), exerciseId: exercise.id }, { name: exercise.name, measure: exercise.measure }))) return;
      app().focus = exercise.id;
      app().go('log');
      app().say(t('{name} added', { name: exercise.name }));
    },
    make() {
      this.making = true;
      this.measure = 'loadReps';
      this.name = this.query.trim();
      this.wrong = '';
    },
    async create() {
      const name = this.name.trim();
      const full = this.all.filter((each) => each.isOwn && !each.archived).length >= most.ownExercises;
      this.wrong = !name ? t('An exercise needs a name.') : full ? problemText({ type: 'too-many-exercises' })! : '';
      if (this.wrong) return;
      const data = { id: uuidv7(), name, equipment: this.equipment || 'other', primaryMuscle: this.muscle || 'other', measure: this.measure };
      if (!(await app().gym.run('CreateExercise', data, { name }))) return;
      await app().readExercises();
      this.making = false;
      app().say(t('{name} added', { name }));
      this.query = name;
    },
  };
}

Alpine.data('exercisesScreen', exercisesScreen);
