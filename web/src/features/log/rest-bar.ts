import Alpine from '@alpinejs/csp';
import { clock } from '../../format';
import { app } from '../../store';
import { extended, remaining } from './rest';

function restBar() {
  return {
    now: Date.now(),
    get left() { return app().rest ? remaining(app().rest!, this.now) : 0; },
    get running() { return app().rest !== null; },
    get text() { return clock(Math.ceil(this.left)); },
    get share() { return { transform: `scaleX(${app().rest ? this.left / app().rest!.total : 0})` }; },
    init() {
      setInterval(() => this.tick(), 500);
    },
    tick() {
      this.now = Date.now();
      if (!app().rest || this.left > 0) return;
      app().setRest(null);
      if ('vibrate' in navigator) navigator.vibrate([200, 100, 200]);
      app().say('Rest is over');
    },
    longer() { app().setRest(extended(app().rest, 30, Date.now())); },
    skip() { app().setRest(null); },
  };
}

Alpine.data('restBar', restBar);
