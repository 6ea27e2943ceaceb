import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { findCustomerLink } from '../../../../src/handlers/outbound/agent/findCustomerLink';
import { file, storeEntry } from '../../../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../../../src/handlers/core/records/Entry';
import { fakeHost } from '../../../support/fakeHost';

const MINUTE = 60_000;
const WROTE = Date.parse('2026-11-26T09:30:59Z');

const link = (at: number, facts: Partial<LinkEntry> = {}): LinkEntry => ({
  ...file(at, 'wamid.1'),
  kind: 'link',
  direction: 'in',
  number: '551155550100',
  customer: '5511955550111',
  messageId: 'm1',
  ...facts,
});
const message = (facts: object = {}) =>
  ({ id: 'm1', createdAt: new Date(WROTE), updatedAt: new Date(WROTE), ...facts }) as IMessage;

test.each([
  ['in its own minute', 0, 0],
  ['in the next one, when its webhook came', 1, 0],
  ['in the one in which it was stored, hours after it was written', 180, 180],
  ['in one before, when it was tried again', 178, 180],
])('a message of another instance is found %s', async (_case, filed, stored) => {
  const { host } = fakeHost();
  const kept = link(WROTE + filed * MINUTE);
  await storeEntry(host, kept);
  const updatedAt = new Date(WROTE + stored * MINUTE);
  expect(await findCustomerLink(host, message({ updatedAt }))).toEqual(kept);
});

test('the caption of a file is found too, and what goes out is not', async () => {
  const { host } = fakeHost();
  await storeEntry(host, link(WROTE, { direction: 'out', ...file(WROTE, 'wamid.2') }));
  expect(await findCustomerLink(host, message())).toBeUndefined();
  const kept = link(WROTE, { messageId: 'file', captionId: 'm1' });
  await storeEntry(host, kept);
  expect(await findCustomerLink(host, message())).toEqual(kept);
});

test('a message that this process posted is found at once, a later piece of a long one as well', async () => {
  const { host } = fakeHost();
  const kept = link(WROTE + 500 * MINUTE);
  await storeEntry(host, kept);
  host.memory.posted.set('m1', 'wamid.1').set('m1 piece 2', 'wamid.1');
  expect(await findCustomerLink(host, message())).toEqual(kept);
  expect(await findCustomerLink(host, message({ id: 'm1 piece 2' }))).toEqual(kept);
  expect(await findCustomerLink(host, message({ id: 'm9' }))).toBeUndefined();
});
