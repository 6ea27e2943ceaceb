import { sayOrKeep } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { takeNotice } from '../../../src/handlers/inbound/notices/takeCustomerChange';
import { conversationTask, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/notices/sayOrKeep', () => ({ sayOrKeep: jest.fn(async () => undefined) }));

const change = { ...ofCustomer, kind: 'identity-changed', wamid: 'wamid.system' } as const;

describe('news of a customer that is no message', () => {
  beforeEach(() => jest.mocked(sayOrKeep).mockClear());

  test('is told in their conversation', async () => {
    const { host } = fakeHost();
    await takeNotice(await conversationTask<'identity-changed'>(host, change));
    expect(sayOrKeep).toHaveBeenCalledWith(
      host,
      expect.objectContaining({ customer: '5511955550111' }),
      expect.objectContaining({ wamid: 'wamid.system', text: expect.stringContaining('security code') }),
    );
  });

  test('is not told where nobody knows them', async () => {
    const { host } = fakeHost();
    await takeNotice(await conversationTask<'identity-changed'>(host, { ...change, customer: { waId: '4930555502' } }));
    expect(sayOrKeep).not.toHaveBeenCalled();
  });
});
