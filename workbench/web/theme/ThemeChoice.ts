import type { Theme } from './Theme';

/** What a person chose: a theme, or the system's. */
export type ThemeChoice = Theme | 'auto';
