import { takeUserIdChange } from '../../../src/handlers/inbound/takeUserIdChange';
import { findConversation } from '../../../src/handlers/records/conversations';
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

test('one whom nobody knows is no news', async () => {
  const { host, store } = fakeHost();
  const task = await conversationTask<'user-id-changed'>(host, { ...event, customer: { userId: 'BR.9' } });
  const before = store.records.length;
  await takeUserIdChange(task);
  expect(store.records).toHaveLength(before);
});
