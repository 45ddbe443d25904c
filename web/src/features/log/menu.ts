import Alpine from '@alpinejs/csp';
import { clock, volumeText } from '../../format';
import { app } from '../../store';

interface Menu {
  confirming: boolean;
  readonly open: boolean;
  init(): void; dialog(): HTMLDialogElement; closed(): void; ask(): void;
  finish(): Promise<void>; discard(): Promise<void>;
  $watch: (name: string, react: (value: boolean) => void) => void;
  $refs: Record<string, HTMLElement>;
}

function workoutMenu() {
  return {
    confirming: false,
    get open() { return app().menu; },
    init() {
      this.$watch('open', (open) => (open ? this.dialog().showModal() : this.dialog().close()));
    },
    dialog() { return this.$refs['menu'] as HTMLDialogElement; },
    closed() {
      app().menu = false;
      this.confirming = false;
    },
    ask() { this.confirming = true; },
    async finish() {
      const workout = app().workout;
      app().menu = false;
      if (!workout) return;
      const { sets, volumeKg } = workout.totals;
      const time = clock((Date.now() - Date.parse(workout.startedAt)) / 1000);
      app().setRest(null);
      await app().gym.run('CompleteWorkout', {});
      app().say(`Finished: ${sets} sets, ${volumeText(volumeKg)} in ${time}`);
    },
    async discard() {
      app().menu = false;
      app().setRest(null);
      await app().gym.run('DiscardWorkout', {});
      app().say('Workout discarded');
    },
  } as Menu;
}

Alpine.data('workoutMenu', workoutMenu);
