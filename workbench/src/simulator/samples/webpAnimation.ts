import { riffChunk } from './riffChunk';
import { smiley } from './smiley';
import { webpFrame } from './webpFrame';

const SIDE = 512;
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
