import type { Plot } from './Proof';

const WIDTH = 820;
const HEIGHT = 320;
const LEFT = 76;
const RIGHT = 16;
const TOP = 56;
const BOTTOM = 48;

/** Colours that people with colour-blindness tell apart (Okabe and Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'];

/** Draws a line chart as an SVG document, which GitHub and browsers show without anything else. */
export function drawPlot(plot: Plot): string {
  const isShown = (value: number) => !plot.isLogarithmic || value > 0;
  const points = plot.series.flatMap((each) => each.points).filter(([, y]) => isShown(y));
  const xs = [...points.map(([x]) => x), ...(plot.marks?.at ?? [])];
  const x = scaleOf(Math.min(0, ...xs), Math.max(1, ...xs), LEFT, WIDTH - RIGHT);
  const y = plot.isLogarithmic
    ? logarithmic(points.map(([, value]) => value))
    : scaleOf(0, highest(points), HEIGHT - BOTTOM, TOP);
  const lines = plot.series.map(({ points: own }, at) => {
    const path = own.filter(([, value]) => isShown(value)).map(([a, b]) => `${round(x.place(a))},${round(y.place(b))}`);
    return `<polyline fill="none" stroke="${colour(at)}" stroke-width="1.5" points="${path.join(' ')}"/>`;
  });
  const marks = (plot.marks?.at ?? []).map((at) => {
    const place = round(x.place(at));
    return `<line x1="${place}" x2="${place}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" stroke="#999" stroke-dasharray="2 3"/>`;
  });
  const names = [...plot.series.map(({ name }, at) => ({ name, stroke: colour(at) }))];
  if (plot.marks) names.push({ name: plot.marks.name, stroke: '#999' });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(plot.title)}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="20" font-size="14" font-weight="bold">${escape(plot.title)}</text>`,
    ...legend(names),
    ...x.ticks.map((tick) => text(x.place(tick), HEIGHT - BOTTOM + 16, label(tick), 'middle')),
    ...y.ticks.flatMap((tick) => [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y.place(tick))}" y2="${round(y.place(tick))}" stroke="#e5e5e5"/>`,
      text(LEFT - 6, y.place(tick) + 4, label(tick), 'end'),
    ]),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, plot.x, 'middle'),
    `<text transform="translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escape(plot.y)}</text>`,
    ...marks,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

/** Of every few points the highest, so that no peak is left out. */
export function thinOut(points: readonly [number, number][]): [number, number][] {
  const size = Math.max(1, Math.ceil(points.length / 300));
  return points.filter((point, at) => {
    const group = points.slice(at - (at % size), at - (at % size) + size);
    return group.every(([, other], place) => point[1] > other || (point[1] === other && at % size <= place));
  });
}

interface Scale {
  place(value: number): number;
  ticks: number[];
}

/** An even scale whose ticks are round numbers. */
function scaleOf(low: number, high: number, from: number, to: number): Scale {
  const rough = (high - low || 1) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => (first + at) * step);
  return { place: (value) => from + ((value - low) / (high - low || 1)) * (to - from), ticks };
}

/** A scale of powers of ten, from the one below the lowest value to the one above the highest. */
function logarithmic(values: readonly number[]): Scale {
  const low = Math.floor(Math.log10(Math.min(1e9, ...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(1e-9, ...values))));
  const even = scaleOf(low, high, HEIGHT - BOTTOM, TOP);
  const ticks = Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at));
  return { place: (value) => even.place(Math.log10(value)), ticks };
}

/** A little more than the highest value, so that the line does not touch the frame. */
function highest(points: readonly [number, number][]): number {
  return Math.max(1e-9, ...points.map(([, value]) => value)) * 1.05;
}

function legend(names: readonly { name: string; stroke: string }[]): string[] {
  let left = LEFT;
  return names.flatMap(({ name, stroke }) => {
    const at = left;
    left += 40 + name.length * 6.5;
    return [
      `<line x1="${at}" x2="${at + 18}" y1="38" y2="38" stroke="${stroke}" stroke-width="3"/>`,
      text(at + 24, 42, name, 'start'),
    ];
  });
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escape(words)}</text>`;
}

function label(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

function colour(at: number): string {
  return COLOURS[at % COLOURS.length] ?? '#000';
}

function round(value: number): string {
  return value.toFixed(1);
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
