/** Colour of one block of the sample photo: evening sky, sun and hills. `x` and `y` run from 0 to 1. */
export function paintPhoto(x: number, y: number): [number, number, number] {
  const hills = 0.68 + 0.08 * Math.sin(x * 7) + 0.05 * Math.sin(x * 17 + 1);
  if (y > hills) return y > hills + 0.14 ? [32, 74, 58] : [54, 106, 74];
  if ((x - 0.7) ** 2 + ((y - 0.42) * 0.75) ** 2 < 0.009) return [255, 226, 150];
  const warmth = y / 0.75;
  return [Math.round(70 + 180 * warmth), Math.round(110 + 60 * warmth), Math.round(190 - 70 * warmth)];
}
