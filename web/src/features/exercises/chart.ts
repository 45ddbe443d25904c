import uPlot from 'uplot';
import { formatLocale } from '../../i18n';
import './chart.css';

const number = new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(formatLocale(), { day: 'numeric', month: 'short' });

/** A line or bars over time, at a fixed height, in the page's own colours; drawn again when its box changes width. */
export function chart(box: HTMLElement, times: number[], values: number[], unit: string, kind: 'line' | 'bars'): { destroy(): void } {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const font = `12px ${style.fontFamily}`;
  const axis = { stroke: () => colour('muted'), font, grid: { stroke: () => colour('raised'), width: 1 }, ticks: { show: false } };
  const bars = kind === 'bars';
  // Half a bar of room on either side.
  const half = times.length > 1 ? (times.at(-1)! - times[0]!) / (times.length - 1) / 2 : 0;
  const series: uPlot.Series = bars
    ? { fill: () => colour('accent'), stroke: () => colour('accent'), paths: uPlot.paths.bars!({ size: [0.7, 32] }), points: { show: false } }
    : { stroke: () => colour('accent'), width: 2, points: { show: true, size: 7, fill: () => colour('accent') } };
  const plot = new uPlot({
    width: box.clientWidth, height: 220, legend: { show: false }, cursor: { show: false },
    series: [{}, series],
    scales: bars ? { x: { range: (_plot, from, to) => [from - half, to + half] }, y: { range: (_plot, _least, most) => [0, Math.max(1, most * 1.1)] } } : {},
    axes: [
      { ...axis, space: 72, values: (_plot, splits) => splits.map((at) => day.format(at * 1000)) },
      { ...axis, size: 56, values: (_plot, splits) => splits.map((value) => number.format(value)), label: unit, labelSize: 16, labelFont: font },
    ],
  }, [times, values], box);
  const watch = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: 220 }));
  watch.observe(box);
  const night = matchMedia('(prefers-color-scheme: dark)');
  const recolour = () => plot.redraw(false, true);
  night.addEventListener('change', recolour);
  return {
    destroy() {
      watch.disconnect();
      night.removeEventListener('change', recolour);
      plot.destroy();
    },
  };
}
