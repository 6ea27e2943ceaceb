import type { Theme } from './Theme';

/** Whether a word from outside names a theme. */
export function isTheme(value: unknown): value is Theme {
  return value === 'light' || value === 'dark' || value === 'high-contrast';
}
