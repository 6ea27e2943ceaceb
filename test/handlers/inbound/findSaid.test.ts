import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { findSaid, findUnsaid } from '../../../src/handlers/inbound/findSaid';
import { fakeHost } from '../../support/fakeHost';
import { postings } from '../../support/postings';
import { whatsappRoom } from '../../support/whatsappRoom';

const since = Date.UTC(2026, 10, 22, 12);

test.each([
  ['the same words of the app', { sender: 'bot-id', text: 'News ', later: 5_000 }, 'm'],
  [
    'the same words in a line with its time',
    { sender: 'bot-id', text: 'Before:\n*1 PM UTC* News\n*2 PM UTC* x', later: 0 },
    'm',
  ],
  ['a line that goes on', { sender: 'bot-id', text: '*1 PM UTC* News of others', later: 0 }, undefined],
  ['the same words in the customer’s name', { sender: 'visitor', text: 'News', later: 0 }, 'm'],
  ['other words', { sender: 'bot-id', text: 'Other news', later: 5_000 }, undefined],
  ['words of somebody else', { sender: 'agent', text: 'News', later: 5_000 }, undefined],
  ['words of long before', { sender: 'bot-id', text: 'News', later: -600_000 }, undefined],
])('what a crash left in the room is told by %s', async (_by, { sender, text, later }, expected) => {
  const message = { id: 'm', sender: { _id: sender }, text, createdAt: new Date(since + later) };
  const { read } = postings([]);
  const getRoomReader = () => ({ getMessages: async () => [message] });
  const { host } = fakeHost({ read: { ...read, getRoomReader } as unknown as Partial<IRead> });
  expect(await findSaid(host, whatsappRoom(), { visitor: { id: 'visitor' }, since })('News', [])).toBe(expected);
  expect(await findSaid(host, whatsappRoom(), { visitor: { id: 'visitor' }, since })('News', ['m'])).toBeUndefined();
});

test('a line of a list is the same with its time before it as without, and what is in no list is told', async () => {
  const text = 'Before:\n*1 PM UTC* Bread\n*2 PM UTC* Cake\nwith cream';
  const message = { id: 'm', sender: { _id: 'bot-id' }, text, createdAt: new Date(since) };
  const getRoomReader = () => ({ getMessages: async () => [message] });
  const { host } = fakeHost({ read: { ...postings([]).read, getRoomReader } as unknown as Partial<IRead> });
  const span = { visitor: { id: 'visitor' }, since };
  expect(await findSaid(host, whatsappRoom(), span)('*1 PM UTC* Bread', [])).toBe('m');
  const news = ['*1 PM UTC* Bread', '*2 PM UTC* Cake', '*2 PM UTC* Cake\nwith cream', '*3 PM UTC* Bread'];
  const unsaid = await findUnsaid(host, whatsappRoom(), span, { news, lineOf: (line) => line });
  // A shorter one may be the beginning of a longer one: it counts as told.
  expect(unsaid).toEqual(['*3 PM UTC* Bread']);
});
