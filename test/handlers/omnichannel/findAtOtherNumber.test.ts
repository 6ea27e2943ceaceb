import { findAtOtherNumber } from '../../../src/handlers/omnichannel/findAtOtherNumber';
import { saveConversation } from '../../../src/handlers/records/conversations';
import { saveNumber } from '../../../src/handlers/records/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';

const second = connectedNumber({ digits: '4930901820' });

/** A workspace whose customer has written to the first of two numbers. */
async function workspace(lacks: boolean) {
  const { read, modify } = livechat([{ id: 'v', token: 't' }]);
  const { host, store } = fakeHost({ read, modify });
  await saveNumber(host, connectedNumber());
  await saveNumber(host, second);
  await saveConversation(host, conversation({ ids: ['5511955550111', 'BR.1'], userId: 'BR.1' }));
  if (lacks) host.memory.lacks.set('resolveVisitor', true);
  return { host, store };
}

test('who wrote to another number under the same id is the same visitor', async () => {
  const { host } = await workspace(true);
  expect(await findAtOtherNumber(host, second, { userId: 'BR.1' })).toMatchObject({ id: 'v' });
  expect(await findAtOtherNumber(host, second, { userId: 'BR.2' })).toBeUndefined();
});

test('nobody is looked for without an id, or where the server keeps such ids itself', async () => {
  const { host, store } = await workspace(false);
  const before = store.roundTrips;
  expect(await findAtOtherNumber(host, second, { userId: 'BR.1' })).toBeUndefined();
  expect(await findAtOtherNumber(host, second, { waId: '5511955550111' })).toBeUndefined();
  expect(store.roundTrips).toBe(before);
});
