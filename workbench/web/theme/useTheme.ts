import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

const followSystem = (listener: () => void) => {
  darkSystem.addEventListener('change', listener);
  return () => darkSystem.removeEventListener('change', listener);
};

/** The theme to draw in. */
export function useTheme(): Theme {
  const choice = useStore(chosenTheme);
  const isDark = useSyncExternalStore(followSystem, () => darkSystem.matches);
  return choice === 'auto' ? (isDark ? 'dark' : 'light') : choice;
}

const KEY = 'workbench-theme';

const remembered = (): ThemeChoice => {
  const stored = localStorage.getItem(KEY);
  return isTheme(stored) ? stored : 'auto';
};

/** The chosen theme, kept in this browser. */
export const chosenTheme = createStore<ThemeChoice>()(remembered);
chosenTheme.subscribe((choice) => localStorage.setItem(KEY, choice));

/** The looks that Rocket.Chat offers. */
type Theme = 'light' | 'dark' | 'high-contrast';

/** What a person chose: a theme, or the system's. */
type ThemeChoice = Theme | 'auto';

/** Whether a word from outside names a theme. */
export function isTheme(value: unknown): value is Theme {
  return value === 'light' || value === 'dark' || value === 'high-contrast';
}

/** Whether a word names a choice of theme. */
export function isThemeChoice(value: unknown): value is ThemeChoice {
  return value === 'auto' || isTheme(value);
}
