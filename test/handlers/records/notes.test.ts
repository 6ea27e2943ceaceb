import { advanceDelivery } from '../../../src/handlers/outbound/statuses/advanceDelivery';
import type { LinkEntry, NoteEntry } from '../../../src/handlers/core/records/Entry';
import { furthest, readTogether } from '../../../src/handlers/core/records/notes';
import { permutations } from '../../support/permutations';

const STATES = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'];
const link: LinkEntry = {
  entry: 'link',
  minute: '2026-11-30T10:00',
  wamid: 'wamid.1',
  kind: 'link',
  direction: 'out',
  number: '1',
  customer: '2',
  roomId: 'bare',
  messageId: 'first',
  delivery: 'accepted',
  reached: { accepted: 10 },
};
const note = (at: number, changes: NoteEntry['changes'], wamid = 'wamid.1'): NoteEntry => ({
  entry: `note ${at}`,
  minute: '2026-11-30T10:01',
  wamid,
  kind: 'note',
  at,
  changes,
});

test('of two states the one counts to which the delivery machine moves, whichever was told first', () => {
  for (const one of STATES) {
    for (const other of STATES) {
      const moved = [advanceDelivery(one, other).state, advanceDelivery(other, one).state];
      expect([one, other, moved.includes(furthest([one, other]) ?? '')]).toEqual([one, other, true]);
      expect(furthest([one, other])).toBe(furthest([other, one]));
    }
  }
});

test('what was noted is read into the link, in whatever order the store gives it', () => {
  const notes = [
    note(1, { delivery: 'read', reached: { read: 30 } }),
    note(2, { reaction: 'heart' }),
    note(3, { roomId: 'room', messageId: 'second', delivery: 'sent', reached: { sent: 20 } }),
    note(4, { reaction: '', reactionTold: '🫩' }),
    note(5, { messageId: 'of another one' }, 'wamid.2'),
  ];
  for (const order of permutations([link, ...notes])) {
    const [read, ...others] = readTogether(order);
    expect(others).toEqual([]);
    expect(read).toEqual({
      ...link,
      roomId: 'room',
      messageId: 'second',
      delivery: 'read',
      reached: { accepted: 10, sent: 20, read: 30 },
      reaction: undefined,
      reactionTold: '🫩',
    });
  }
});

test('a note of a message that has no link yet is nothing by itself', () => {
  expect(readTogether([note(1, { reactionTold: '🫩' })])).toEqual([]);
});
