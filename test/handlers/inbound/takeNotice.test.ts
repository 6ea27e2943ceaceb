import { sayInOpenRoom } from '../../../src/handlers/inbound/sayInOpenRoom';
import { takeNotice } from '../../../src/handlers/inbound/takeNotice';
import { conversationTask, ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn(async () => undefined) }));

const call = { ...ofCustomer, kind: 'call', callId: 'c', direction: 'in' } as const;

describe('news of a customer that is no message', () => {
  beforeEach(() => jest.mocked(sayInOpenRoom).mockClear());

  test('is told in their conversation', async () => {
    const { host } = fakeHost();
    await takeNotice(await conversationTask<'call'>(host, { ...call, event: 'terminate', duration: 150 }));
    expect(sayInOpenRoom).toHaveBeenCalledWith(
      host,
      expect.objectContaining({ customer: '5511955550111' }),
      expect.stringContaining('3'),
    );
  });

  test('is not told where there is nothing to tell, or nobody to tell it of', async () => {
    const { host } = fakeHost();
    await takeNotice(await conversationTask<'call'>(host, { ...call, event: 'ringing' }));
    await takeNotice(
      await conversationTask<'call'>(host, { ...call, event: 'terminate', customer: { waId: '4930555502' } }),
    );
    expect(sayInOpenRoom).not.toHaveBeenCalled();
  });
});
