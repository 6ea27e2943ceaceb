import { BitWriter } from './BitWriter';

const COLUMNS = 60;
const ROWS = 45;
/** Number of codes of each length, and the symbols: the usual table for DC, and one that only knows "end of block". */
const DC_LENGTHS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_CODES = ['00', '010', '011', '100', '101', '110', '1110', '11110', '111110', '1111110', '11111110'];
const AC_LENGTHS = [1, ...Array.from({ length: 15 }, () => 0)];

/** A baseline JPEG of 480 × 360 whose 8 × 8 blocks are flat, so that only their first coefficient is coded. */
export function jpegPhoto(): Buffer {
  const segment = (marker: number, bytes: number[]) => [0xff, marker, 0, bytes.length + 2, ...bytes];
  return Buffer.concat([
    Buffer.from([
      0xff,
      0xd8,
      ...segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
      ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
      ...segment(0xc0, [8, ...size(ROWS * 8), ...size(COLUMNS * 8), 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
      ...segment(0xc4, [0x00, ...DC_LENGTHS, ...DC_CODES.keys(), 11]),
      ...segment(0xc4, [0x10, ...AC_LENGTHS, 0]),
      ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ]),
    scan(),
    Buffer.from([0xff, 0xd9]),
  ]);
}

const size = (pixels: number): [number, number] => [pixels >> 8, pixels & 0xff];

function scan(): Buffer {
  const bits = new BitWriter('msb');
  const last = [0, 0, 0];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const colour = toYCbCr(paintPhoto(column / COLUMNS, row / ROWS));
      for (const [component, value] of colour.entries()) {
        writeDifference(bits, value - (last[component] ?? 0));
        bits.write(0, 1);
        last[component] = value;
      }
    }
  }
  // A byte of ones in the data would be taken for a marker.
  return Buffer.from([...bits.finish(1)].flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
}

function writeDifference(bits: BitWriter, difference: number): void {
  const category = 32 - Math.clz32(Math.abs(difference));
  const code = DC_CODES[category] ?? '';
  bits.write(Number.parseInt(code, 2), code.length);
  bits.write(difference < 0 ? difference + (1 << category) - 1 : difference, category);
}

/** With a quantisation of 8 the first coefficient is the block's value less 128. */
function toYCbCr([red, green, blue]: [number, number, number]): [number, number, number] {
  return [
    Math.round(0.299 * red + 0.587 * green + 0.114 * blue) - 128,
    Math.round(-0.1687 * red - 0.3313 * green + 0.5 * blue),
    Math.round(0.5 * red - 0.4187 * green - 0.0813 * blue),
  ];
}

/** Colour of one block of the sample photo: evening sky, sun and hills. `x` and `y` run from 0 to 1. */
function paintPhoto(x: number, y: number): [number, number, number] {
  const hills = 0.68 + 0.08 * Math.sin(x * 7) + 0.05 * Math.sin(x * 17 + 1);
  if (y > hills) return y > hills + 0.14 ? [32, 74, 58] : [54, 106, 74];
  if ((x - 0.7) ** 2 + ((y - 0.42) * 0.75) ** 2 < 0.009) return [255, 226, 150];
  const warmth = y / 0.75;
  return [Math.round(70 + 180 * warmth), Math.round(110 + 60 * warmth), Math.round(190 - 70 * warmth)];
}
