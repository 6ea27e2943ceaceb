import { takeUserIdChange } from '../../../src/handlers/inbound/takeCustomerChange';
import { findConversation, saveConversation } from '../../../src/handlers/records/conversations';
import { conversation } from '../../support/conversation';
import { conversationTask, ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';

const event = { ...ofCustomer, kind: 'user-id-changed', userId: 'BR.2' } as const;

test('a customer with another business-scoped id stays the same person, also when it is told twice', async () => {
  const { host, store } = fakeHost();
  const task = await conversationTask<'user-id-changed'>(host, event);
  await takeUserIdChange(task);
  await takeUserIdChange(task);
  expect(await findConversation(fakeHost({ store }).host, '551155550100', ['BR.2'])).toMatchObject({
    customer: '5511955550111',
    userId: 'BR.2',
    ids: ['5511955550111', 'BR.2'],
  });
});

test('told by a message, it leaves nothing to be worked off', async () => {
  const { host, store } = fakeHost();
  const told = { ...event, wamid: 'wamid.change' } as const;
  await takeUserIdChange(await conversationTask<'user-id-changed'>(host, told));
  expect(await findConversation(host, '551155550100', ['BR.2'])).toMatchObject({ customer: '5511955550111' });
  expect(store.records.map((record) => Reflect.get(record, 'kind') as unknown)).not.toContain('inbox');
});

test('who has begun another conversation under it by now goes on in it', async () => {
  const { host } = fakeHost();
  const task = await conversationTask<'user-id-changed'>(host, event);
  const begun = conversation({ customer: 'BR.2', ids: ['BR.2'], waId: undefined, userId: 'BR.2' });
  await saveConversation(host, begun);
  await takeUserIdChange(task);
  expect(await findConversation(host, begun.number, ['BR.2'])).toEqual(begun);
});

test('one whom nobody knows is no news', async () => {
  const { host, store } = fakeHost();
  const task = await conversationTask<'user-id-changed'>(host, { ...event, customer: { userId: 'BR.9' } });
  const before = store.records.length;
  await takeUserIdChange(task);
  expect(store.records).toHaveLength(before);
});
