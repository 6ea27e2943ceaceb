import { sayInOpenRoom } from '../../../src/handlers/inbound/sayInOpenRoom';
import { takeNumberChange } from '../../../src/handlers/inbound/takeNumberChange';
import { findConversation } from '../../../src/handlers/records/conversations';
import { conversationTask, ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn(async () => undefined) }));

const event = { ...ofCustomer, kind: 'number-changed', wamid: 'wamid.change', waId: '5511955550222' } as const;

describe('a customer with a new number', () => {
  beforeEach(() => jest.mocked(sayInOpenRoom).mockClear());

  test('stays the same person, is answered at the new number, and the agents are told', async () => {
    const { host, store } = fakeHost();
    await takeNumberChange(await conversationTask<'number-changed'>(host, event));
    for (const id of ['5511955550111', '5511955550222']) {
      expect(await findConversation(fakeHost({ store }).host, '551155550100', [id])).toMatchObject({
        customer: '5511955550111',
        waId: '5511955550222',
      });
    }
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
  });

  test('is told of once, however often the news comes', async () => {
    const { host } = fakeHost();
    const task = await conversationTask<'number-changed'>(host, event);
    await takeNumberChange(task);
    await takeNumberChange(task);
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
  });

  test('whom nobody knows is no news', async () => {
    const { host, store } = fakeHost();
    const stranger = { ...event, customer: { waId: '4930555502' } };
    await takeNumberChange(await conversationTask<'number-changed'>(host, stranger));
    expect(sayInOpenRoom).not.toHaveBeenCalled();
    expect(store.records.some((record) => Reflect.get(record, 'kind') === 'inbox')).toBe(false);
  });
});
