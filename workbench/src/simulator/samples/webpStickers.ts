import { BitWriter } from './BitWriter';

const SIDE = 512;

/** A sticker of 512 × 512 as WhatsApp has them: one picture, under 100 kB. */
export function webpSticker(): Buffer {
  const picture = webpFrame(SIDE, [255, 196, 61], (x, y) => smiley(x, y, false));
  return riffChunk('RIFF', Buffer.from('WEBP'), riffChunk('VP8L', picture));
}

const FRAME_MS = 400;

/** An animated sticker of 512 × 512 that winks. */
export function webpAnimation(): Buffer {
  const frames = [false, true].map((wink) => webpFrame(SIDE, [255, 140, 90], (x, y) => smiley(x, y, wink)));
  return riffChunk(
    'RIFF',
    Buffer.from('WEBP'),
    // Alpha and animation; the canvas.
    riffChunk('VP8X', Buffer.from([0x12, 0, 0, 0]), uint24(SIDE - 1), uint24(SIDE - 1)),
    // Transparent ground, repeated for ever.
    riffChunk('ANIM', Buffer.alloc(6)),
    ...frames.map((frame) =>
      riffChunk(
        'ANMF',
        uint24(0),
        uint24(0),
        uint24(SIDE - 1),
        uint24(SIDE - 1),
        uint24(FRAME_MS),
        // Each frame replaces the one before.
        Buffer.from([0x03]),
        riffChunk('VP8L', frame),
      ),
    ),
  );
}

function uint24(value: number): Buffer {
  return Buffer.from([value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff]);
}

/**
 * A lossless WebP bitstream (VP8L) of one colour on a transparent ground: red, green and blue need no bits, because their
 * codes have one symbol each; alpha takes one bit a pixel.
 */
function webpFrame(
  side: number,
  [red, green, blue]: [number, number, number],
  isInside: (x: number, y: number) => boolean,
): Buffer {
  const bits = new BitWriter('lsb');
  bits
    .write(0x2f, 8)
    .write(side - 1, 14)
    .write(side - 1, 14)
    .write(1, 1)
    .write(0, 3);
  // No transform, no colour cache, one set of codes for the whole picture.
  bits.write(0, 1).write(0, 1).write(0, 1);
  const oneSymbol = (symbol: number) => bits.write(1, 1).write(0, 1).write(1, 1).write(symbol, 8);
  oneSymbol(green);
  oneSymbol(red);
  oneSymbol(blue);
  bits.write(1, 1).write(1, 1).write(1, 1).write(0, 8).write(255, 8);
  oneSymbol(0);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) bits.write(isInside(x / side, y / side) ? 1 : 0, 1);
  }
  return bits.finish();
}

/** A chunk of a RIFF file: name, length, bytes, padded to an even length. */
function riffChunk(name: string, ...parts: Buffer[]): Buffer {
  const bytes = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), length, bytes, Buffer.alloc(bytes.length % 2)]);
}

/** True inside a smiling face; `wink` closes its left eye. `x` and `y` run from 0 to 1. */
function smiley(x: number, y: number, wink: boolean): boolean {
  const distance = Math.hypot(x - 0.5, y - 0.5);
  if (distance > 0.46) return false;
  const isLeftEye = wink
    ? Math.abs(y - 0.38) < 0.02 && Math.abs(x - 0.35) < 0.07
    : Math.hypot(x - 0.35, y - 0.38) < 0.055;
  const isRightEye = Math.hypot(x - 0.65, y - 0.38) < 0.055;
  const isMouth = y > 0.56 && Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.28) < 0.03;
  return !isLeftEye && !isRightEye && !isMouth;
}
