import { createStore } from 'zustand/vanilla';

const KEY = 'workbench-ghosts';

/** Whether blocks that the client would drop are outlined. On, unless somebody switched it off in this browser. */
export const ghostSwitch = createStore<boolean>()(() => localStorage.getItem(KEY) !== 'off');
ghostSwitch.subscribe((on) => localStorage.setItem(KEY, on ? 'on' : 'off'));
