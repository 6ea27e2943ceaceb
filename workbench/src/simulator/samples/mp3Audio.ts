const FRAMES = 115;
/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz, mono: 417 bytes a frame. */
const HEADER = [0xff, 0xfb, 0x90, 0xc4];
const FRAME_BYTES = 417;

/** Three seconds of silence as an MP3 file. */
export function mp3Audio(): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.set(HEADER);
  return Buffer.concat(Array.from({ length: FRAMES }, () => frame));
}
