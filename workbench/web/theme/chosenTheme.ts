import { createStore } from 'zustand/vanilla';
import { isTheme } from './isTheme';
import type { ThemeChoice } from './ThemeChoice';

const KEY = 'workbench-theme';

const remembered = (): ThemeChoice => {
  const stored = localStorage.getItem(KEY);
  return isTheme(stored) ? stored : 'auto';
};

/** The chosen theme, kept in this browser. */
export const chosenTheme = createStore<ThemeChoice>()(remembered);
chosenTheme.subscribe((choice) => localStorage.setItem(KEY, choice));
