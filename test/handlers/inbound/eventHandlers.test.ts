import { eventHandlers } from '../../../src/handlers/inbound/eventHandlers';
import { refuseGroup } from '../../../src/handlers/inbound/refuseGroup';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { messageEvent } from '../../support/messageEvent';

jest.mock('../../../src/handlers/inbound/refuseGroup', () => ({ refuseGroup: jest.fn(async () => undefined) }));

const task = { host: fakeHost().host, inbox: inboxEntry(), number: connectedNumber() };

test('an event reaches the handler of its kind, and no handler gets another kind', async () => {
  const group = { kind: 'group', what: 'message', number: {}, timestamp: null } as const;
  await eventHandlers.group?.({ ...task, event: group });
  expect(refuseGroup).toHaveBeenCalledWith({ ...task, event: group });
  await eventHandlers.group?.({ ...task, event: messageEvent() });
  expect(refuseGroup).toHaveBeenCalledTimes(1);
});

test('the history of before a number was connected is not taken over', () => {
  expect(eventHandlers.history).toBeUndefined();
});
