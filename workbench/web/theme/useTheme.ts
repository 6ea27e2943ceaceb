import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Theme } from './Theme';
import { chosenTheme } from './chosenTheme';

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
