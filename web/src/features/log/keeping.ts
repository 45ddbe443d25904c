import type { Component } from '../../component';
import { app } from '../../store';
import type { CommandType, Hint } from '../sync/entry';

/** A sheet in front of the log: why what it says can't be kept, and whether it is being kept just now. */
export interface Keeping {
  wrong: string; keeping: boolean;
  kept(type: CommandType, data: Record<string, unknown>, hint?: Hint): Promise<boolean>;
}

/** Closes no sheet before its command is kept on this phone: what was typed would be gone. */
export function keeping(): Component<Keeping> {
  return {
    wrong: '', keeping: false,
    async kept(type, data, hint) {
      // Tapped twice it is meant once.
      if (this.keeping) return false;
      this.keeping = true;
      const held = await app().gym.run(type, data, hint);
      // What was said of it lies behind the sheet.
      Object.assign(this, { keeping: false, wrong: held ? '' : app().toast });
      return held;
    },
  };
}
