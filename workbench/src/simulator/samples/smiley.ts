/** True inside a smiling face; `wink` closes its left eye. `x` and `y` run from 0 to 1. */
export function smiley(x: number, y: number, wink: boolean): boolean {
  const distance = Math.hypot(x - 0.5, y - 0.5);
  if (distance > 0.46) return false;
  const isLeftEye = wink
    ? Math.abs(y - 0.38) < 0.02 && Math.abs(x - 0.35) < 0.07
    : Math.hypot(x - 0.35, y - 0.38) < 0.055;
  const isRightEye = Math.hypot(x - 0.65, y - 0.38) < 0.055;
  const isMouth = y > 0.56 && Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.28) < 0.03;
  return !isLeftEye && !isRightEye && !isMouth;
}
