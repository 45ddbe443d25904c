import uPlot from 'uplot';
import { formatLocale } from '../../i18n';
import './chart.css';

const number = new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(formatLocale(), { day: 'numeric', month: 'short' });

/** A line over time, at a fixed height, in the page's own colours; drawn again when its box changes width. */
export function chart(box: HTMLElement, times: number[], values: number[], unit: string): { destroy(): void } {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const font = `12px ${style.fontFamily}`;
  const axis = { stroke: colour('muted'), font, grid: { stroke: colour('raised'), width: 1 }, ticks: { show: false } };
  const plot = new uPlot({
    width: box.clientWidth, height: 220, legend: { show: false }, cursor: { show: false },
    series: [{}, { stroke: colour('accent'), width: 2, points: { show: true, size: 7, fill: colour('accent') } }],
    axes: [
      { ...axis, space: 72, values: (_plot, splits) => splits.map((at) => day.format(at * 1000)) },
      { ...axis, size: 56, values: (_plot, splits) => splits.map((value) => number.format(value)), label: unit, labelSize: 16, labelFont: font },
    ],
  }, [times, values], box);
  const watch = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: 220 }));
  watch.observe(box);
  return {
    destroy() {
      watch.disconnect();
      plot.destroy();
    },
  };
}
