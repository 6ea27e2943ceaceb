import { BitWriter } from './BitWriter';

/** Picture size in macroblocks of 16 × 16. */
export const COLUMNS = 10;
export const ROWS = 8;

/** Sequence parameters: baseline profile, level 1.1, one reference, no cropping. Without the emulation guard. */
export function sequenceParameters(): Buffer {
  const bits = new BitWriter('msb').write(0x67, 8).write(66, 8).write(0xc0, 8).write(11, 8);
  bits.golomb(0).golomb(0).golomb(2).golomb(0).write(0, 1);
  bits.golomb(COLUMNS - 1).golomb(ROWS - 1);
  bits.write(1, 1).write(1, 1).write(0, 1).write(0, 1);
  return bits.write(1, 1).finish();
}

/** Picture parameters: CAVLC, one slice group, no deblocking control. */
export function pictureParameters(): Buffer {
  const bits = new BitWriter('msb').write(0x68, 8);
  bits.golomb(0).golomb(0).write(0, 1).write(0, 1).golomb(0).golomb(0).golomb(0);
  bits.write(0, 1).write(0, 2).golomb(0).golomb(0).golomb(0).write(0, 1).write(0, 1).write(0, 1);
  return bits.write(1, 1).finish();
}

/** A picture that needs no other, each macroblock written out as plain samples (I_PCM) of one colour. */
export function keyFrame(number: number, colourAt: (x: number, y: number) => [number, number, number]): Buffer {
  const bits = new BitWriter('msb').write(0x65, 8);
  // Slice: first macroblock 0, type I, parameters 0, frame 0 (always so in a key frame), which key frame.
  bits
    .golomb(0)
    .golomb(7)
    .golomb(0)
    .write(0, 4)
    .golomb(number % 2);
  bits.write(0, 1).write(0, 1).golomb(0);
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      bits.golomb(25);
      while (!bits.isAligned) bits.write(0, 1);
      const [y, cb, cr] = colourAt(column / COLUMNS, row / ROWS);
      for (let sample = 0; sample < 256; sample += 1) bits.write(y, 8);
      for (let sample = 0; sample < 64; sample += 1) bits.write(cb, 8);
      for (let sample = 0; sample < 64; sample += 1) bits.write(cr, 8);
    }
  }
  return guard(bits.write(1, 1).finish());
}

/** Two zero bytes followed by 0 to 3 would be read as a start code: a 3 is put between. */
function guard(bytes: Buffer): Buffer {
  const guarded: number[] = [];
  let zeros = 0;
  for (const byte of bytes) {
    if (zeros === 2 && byte <= 3) {
      guarded.push(3);
      zeros = 0;
    }
    guarded.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(guarded);
}
