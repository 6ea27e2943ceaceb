import { createStore } from 'zustand/vanilla';

const KEY = 'workbench-tool';

/** The tool that is open, by its id; an empty text when none is. Kept in this browser. */
export const openTab = createStore<string>()(() => localStorage.getItem(KEY) ?? 'phone');
openTab.subscribe((id) => localStorage.setItem(KEY, id));
