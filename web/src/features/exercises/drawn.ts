import type { WeightUnit } from '../../types';

export const inUnit = (kilos: number, unit: WeightUnit): number => Math.round((unit === 'lb' ? kilos / 0.45359237 : kilos) * 10) / 10;

/** A chart that is drawn anew with its screen's choices; its code comes with the first one. */
export interface Drawn {
  plot: { destroy(): void } | null;
  redraw(box: HTMLElement | undefined, times: number[], values: number[], label: string, kind: 'line' | 'bars'): Promise<void>;
  destroy(): void;
}

const leastPoints = 3;

export function drawn(): Drawn {
  return {
    plot: null,
    async redraw(box, times, values, label, kind) {
      if (times.length < leastPoints) return this.destroy();
      const { chart } = await import('./chart');
      // In one step: nobody sees the place empty.
      this.destroy();
      if (box?.isConnected) this.plot = chart(box, times.map((time) => time / 1000), values, label, kind);
    },
    destroy() {
      this.plot?.destroy();
      this.plot = null;
    },
  };
}
