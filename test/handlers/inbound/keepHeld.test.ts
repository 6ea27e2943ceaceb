import { keepHeld } from '../../../src/handlers/inbound/hold';
import { findEntry } from '../../../src/handlers/records/entries';
import { findHeld } from '../../../src/handlers/records/held';
import { conversation } from '../../support/conversation';
import { conversationTask } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { messageEvent } from '../../support/messageEvent';

test('what waits takes the place of its webhook', async () => {
  const { host } = fakeHost();
  const task = await conversationTask<'message'>(host, messageEvent());
  await keepHeld(task, conversation());
  expect(await findHeld(host)).toMatchObject([{ at: task.event.timestamp, event: task.event }]);
  expect(await findEntry(host, task.inbox.entry)).toBeUndefined();
});

test('a webhook with others in it stays until all of it is done, and a message without a time has that of its webhook', async () => {
  const { host } = fakeHost();
  const task = await conversationTask<'message'>(host, messageEvent({ timestamp: null }));
  await keepHeld({ ...task, inbox: inboxEntry({ ...task.inbox, wamid: undefined }) }, conversation());
  expect(await findHeld(host)).toMatchObject([{ at: task.inbox.receivedAt }]);
  expect(await findEntry(host, task.inbox.entry)).toMatchObject({ kind: 'inbox' });
});
