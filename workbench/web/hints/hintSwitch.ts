import { createStore } from 'zustand/vanilla';

const KEY = 'workbench-hints';

/** Whether the hints are shown: on the first visit, and until somebody puts them away. */
export const hintSwitch = createStore<boolean>()(() => localStorage.getItem(KEY) !== 'off');
hintSwitch.subscribe((on) => localStorage.setItem(KEY, on ? 'on' : 'off'));
