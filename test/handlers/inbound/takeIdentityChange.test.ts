import { sayInOpenRoom } from '../../../src/handlers/inbound/sayInOpenRoom';
import { takeIdentityChange } from '../../../src/handlers/inbound/takeCustomerChange';
import { conversationTask, ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn(async () => undefined) }));

test('that a customer may be somebody else by now is told to the agents once', async () => {
  const { host } = fakeHost();
  const event = { ...ofCustomer, kind: 'identity-changed', wamid: 'wamid.identity' } as const;
  const task = await conversationTask<'identity-changed'>(host, event);
  await takeIdentityChange(task);
  await takeIdentityChange(task);
  expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
});
