import { BitWriter } from './BitWriter';

/**
 * A lossless WebP bitstream (VP8L) of one colour on a transparent ground: red, green and blue need no bits, because their
 * codes have one symbol each; alpha takes one bit a pixel.
 */
export function webpFrame(
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
