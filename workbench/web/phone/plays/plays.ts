import { words } from '../../words';
import type { Play } from './Play';
import { playBurst } from './playBurst';
import { playContact } from './playContact';
import { playLocation } from './playLocation';
import { playLongText } from './playLongText';
import { playNumberChange } from './playNumberChange';
import { playOrder } from './playOrder';
import { playSample } from './playSample';
import { playUnsupported } from './playUnsupported';

/** Everything in the phone's menu, in its order. */
export const plays: readonly Play[] = [
  playSample('image', words.phone.plays.image, 'camera'),
  playSample('video', words.phone.plays.video, 'video'),
  playSample('voice', words.phone.plays.voice, 'mic'),
  playSample('audio', words.phone.plays.audio, 'musical-note'),
  playSample('document', words.phone.plays.document, 'file-pdf'),
  playSample('sticker', words.phone.plays.sticker, 'emoji'),
  playLocation,
  playContact,
  playBurst,
  playLongText,
  playOrder,
  playNumberChange,
  playUnsupported,
];
