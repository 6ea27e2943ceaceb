import type { IconProps } from '@rocket.chat/fuselage';
import type { InboundKind } from '../simulator/documents/Customer';
import { words } from '../words';
import type { Phone } from './usePhone';

/** Kinds that answer or change a message: the phone sends them from the message itself, or from its text field. */
const ELSEWHERE = new Set(['text', 'reply', 'reaction', 'edit', 'revoke', 'button', 'interactive']);

/** Whether a kind can be sent from the menu as it is. */
export function isPlayable({ id }: InboundKind): boolean {
  return !ELSEWHERE.has(id);
}

const ICONS: Readonly<Record<string, Play['icon']>> = {
  image: 'camera',
  video: 'video',
  audio: 'musical-note',
  voice: 'mic',
  document: 'file-pdf',
  sticker: 'emoji',
  location: 'map-pin',
  contacts: 'contact',
  order: 'bag',
  flow: 'list-alt',
  referral: 'globe',
  'number-change': 'mobile',
  unsupported: 'ban',
  'media-error': 'error-circle',
  call: 'phone',
  group: 'team',
};

/** One of the simulator's kinds, sent as its own example shows. */
export function playKind({ id, title, description, example }: InboundKind): Play {
  return { id, label: title, description, icon: ICONS[id] ?? 'balloon', play: ({ send }) => send(example) };
}

const MESSAGES = 20;

/** Many messages at once, as impatient customers send them; the simulator numbers them. */
const playBurst: Play = {
  id: 'own-burst',
  label: words.phone.plays.burst(MESSAGES),
  description: '',
  icon: 'lightning',
  play: ({ send }) => send({ type: 'text', text: { body: 'Hello? ({n})' } }, MESSAGES),
};

const LONGEST = 4096;

/** The longest text that WhatsApp takes. */
const playLongText: Play = {
  id: 'own-long-text',
  label: words.phone.plays.longText(LONGEST),
  description: '',
  icon: 'multiline',
  play: ({ send }) =>
    send({ type: 'text', text: { body: 'All work and no play makes a long message. '.repeat(100).slice(0, LONGEST) } }),
};

/** What the page plays besides what the simulator offers. */
export const ownPlays: readonly Play[] = [playBurst, playLongText];

/** Something that a customer can do besides writing. */
type Play = {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: IconProps['name'];
  readonly play: (phone: Phone) => Promise<boolean>;
};
