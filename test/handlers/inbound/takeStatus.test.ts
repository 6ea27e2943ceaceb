import { applyStatus } from '../../../src/handlers/inbound/applyStatus';
import { takeStatus } from '../../../src/handlers/inbound/takeStatus';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { statusEvent } from '../../support/statusEvent';

jest.mock('../../../src/handlers/inbound/applyStatus', () => ({ applyStatus: jest.fn(async () => undefined) }));

test('a status that came with messages is applied as one that came alone', async () => {
  const { host } = fakeHost();
  const event = statusEvent('read');
  await takeStatus({ host, event, inbox: inboxEntry(), number: connectedNumber() });
  expect(applyStatus).toHaveBeenCalledWith(host, event);
});
