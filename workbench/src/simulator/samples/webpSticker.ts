import { riffChunk } from './riffChunk';
import { smiley } from './smiley';
import { webpFrame } from './webpFrame';

const SIDE = 512;

/** A sticker of 512 × 512 as WhatsApp has them: one picture, under 100 kB. */
export function webpSticker(): Buffer {
  const picture = webpFrame(SIDE, [255, 196, 61], (x, y) => smiley(x, y, false));
  return riffChunk('RIFF', Buffer.from('WEBP'), riffChunk('VP8L', picture));
}
