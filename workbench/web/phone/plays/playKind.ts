import type { InboundKind } from '../../simulator/documents/Customer';
import type { Play } from './Play';

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
