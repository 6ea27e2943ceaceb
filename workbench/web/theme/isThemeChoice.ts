import { isTheme } from './isTheme';
import type { ThemeChoice } from './ThemeChoice';

/** Whether a word names a choice of theme. */
export function isThemeChoice(value: unknown): value is ThemeChoice {
  return value === 'auto' || isTheme(value);
}
