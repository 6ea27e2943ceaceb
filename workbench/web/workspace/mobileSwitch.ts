import { createStore } from 'zustand/vanilla';

const KEY = 'workbench-mobile';

/**
 * Whether the page does as Rocket.Chat's mobile client, which draws modals but neither contextual bars nor buttons of apps in
 * its menus (Rocket.Chat.ReactNative 4.72, `triggerActions.ts`). Off, unless somebody switched it on in this browser.
 */
export const mobileSwitch = createStore<boolean>()(() => localStorage.getItem(KEY) === 'on');
mobileSwitch.subscribe((on) => localStorage.setItem(KEY, on ? 'on' : 'off'));
