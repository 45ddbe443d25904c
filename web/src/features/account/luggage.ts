import Alpine from '@alpinejs/csp';
import { call } from '../../api';
import type { Component } from '../../component';
import { setsText } from '../../format';
import { t, tn } from '../../i18n';
import { app } from '../../store';
import { bring, counted, type Offer } from './merge';
import { luggage, unpacked, type Luggage } from './luggage-kept';
import { setCount, takeBack, unpack } from './move';
import { trouble } from './words';

interface Card {
  packed: Luggage | null; offer: Offer | null; busy: boolean; wrong: string; brought: string; importId: string | null; workoutIds: string[];
  readonly waiting: boolean; readonly text: string; readonly already: string;
  init(): void; load(): Promise<void>; take(): Promise<void>; unpackHere(): Promise<boolean>; done(text: string): Promise<void>; leave(): Promise<void>; undo(): Promise<void>;
}

const counts = (workouts: number, sets: number) => `${tn('{n} workout', '{n} workouts', workouts)}, ${setsText(sets)}`;

/** Offers to bring along what this phone logged as a guest; one tap takes it back out. */
function luggageCard(): Component<Card> {
  return {
    packed: null, offer: null, busy: false, wrong: '', brought: '', importId: null, workoutIds: [],
    get waiting() { return this.packed !== null; },
    get text() {
      if (this.offer) return counts(this.offer.workouts, this.offer.sets);
      return this.packed ? counts(takeBack(this.packed).length, setCount(this.packed)) : '';
    },
    get already() { return this.offer?.alreadyHere ? t('Already in your account: {n}', { n: this.offer.alreadyHere }) : ''; },
    init() {
      this.$watch('$store.app.luggage', () => void this.load());
      void this.load();
    },
    async load() {
      const packed = (await luggage()) ?? null;
      this.offer = packed ? await counted() : null;
      // Everything is there already, or nothing was ever logged: no question.
      if (packed && (this.offer ? this.offer.workouts : takeBack(packed).length) === 0) return this.leave();
      this.packed = packed;
    },
    async take() {
      this.busy = true;
      const text = this.text;
      const reply = await bring();
      // What is not all kept stays packed: it is nowhere else.
      const held = reply === null && (await this.unpackHere());
      this.busy = false;
      this.wrong = reply ? trouble(reply) : '';
      if (reply?.kind === 'ok') this.importId = reply.body.importId;
      if (held || reply?.kind === 'ok') await this.done(text);
    },
    /** The guest's session is lost: what this phone still has goes in as commands, under the ids it had; false where the phone could not keep all of them. */
    async unpackHere() {
      const packed = JSON.parse(JSON.stringify(this.packed)) as Luggage;
      this.workoutIds = takeBack(packed);
      for (const { type, data, name } of unpack(packed)) if (!(await app().gym.run(type, data, { name }))) return false;
      return true;
    },
    async done(text) {
      await this.leave();
      this.brought = text;
      app().tell(t('Brought along'));
      await app().gym.sync();
    },
    async leave() {
      await unpacked();
      this.packed = null;
      app().luggage = false;
    },
    async undo() {
      const reply = this.importId ? await call('DELETE', `/imports/${this.importId}`) : null;
      this.wrong = reply ? trouble(reply) : '';
      if (this.wrong) return;
      for (const workoutId of this.workoutIds) if (!(await app().gym.run('DeleteWorkout', { workoutId }))) return;
      Object.assign(this, { brought: '', importId: null, workoutIds: [] });
      app().tell(t('Taken back'));
      await app().gym.sync();
    },
  };
}

Alpine.data('luggageCard', luggageCard);
