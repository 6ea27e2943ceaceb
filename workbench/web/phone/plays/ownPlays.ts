import { playBurst } from './playBurst';
import type { Play } from './Play';
import { playLongText } from './playLongText';

/** What the page plays besides what the simulator offers. */
export const ownPlays: readonly Play[] = [playBurst, playLongText];
