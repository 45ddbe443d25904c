import Alpine from '@alpinejs/csp';
import { clock } from '../../format';
import { t } from '../../i18n';
import { app } from '../../store';
import { beep } from './beep';
import { extended, followed, remaining } from './rest';

function restBar() {
  return {
    now: Date.now(),
    get left() { return app().rest ? remaining(app().rest!, this.now) : 0; },
    get running() { return app().rest !== null; },
    get text() { return clock(Math.ceil(this.left)); },
    get share() { return { transform: `scaleX(${app().rest ? this.left / app().rest!.total : 0})` }; },
    init() {
      setInterval(() => this.tick(), 500);
      document.addEventListener('visibilitychange', () => this.tick());
    },
    tick() {
      const now = Date.now();
      if (app().rest && now < this.now) app().setRest(followed(app().rest!, this.now, now));
      this.now = now;
      if (!app().rest || this.left > 0) return;
      app().setRest(null);
      beep();
      app().say(t('Rest is over'));
    },
    longer() { app().setRest(extended(app().rest, 30, Date.now())); },
    skip() { app().setRest(null); },
  };
}

Alpine.data('restBar', restBar);
