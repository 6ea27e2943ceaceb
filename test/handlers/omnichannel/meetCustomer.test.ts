import { meetCustomer } from '../../../src/handlers/omnichannel/meetCustomer';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';

const number = connectedNumber();
const ana = { waId: '5511987654321', name: 'Ana' };

function workspace() {
  const parts = livechat();
  return { ...parts, ...fakeHost({ read: parts.read, modify: parts.modify }) };
}

describe('meeting a customer', () => {
  test('for the first time makes their visitor and their conversation', async () => {
    const { host, store } = workspace();
    const { conversation, isNewVisitor } = await meetCustomer(host, number, ana);
    expect(isNewVisitor).toBe(true);
    expect(conversation).toMatchObject({
      number: number.digits,
      customer: ana.waId,
      waId: ana.waId,
      profileName: 'Ana',
      visitor: { username: ana.waId, name: 'Ana' },
    });
    expect(store.records.filter((record) => Reflect.get(record, 'kind') === 'conversation')).toHaveLength(1);
  });

  test('again costs nothing, and changes nothing', async () => {
    const { host, store } = workspace();
    const first = await meetCustomer(host, number, ana);
    const before = store.roundTrips;
    expect(await meetCustomer(host, number, ana)).toEqual({ ...first, isNewVisitor: false });
    expect(store.roundTrips).toBe(before);
  });

  test('is meeting the same one in the other spelling of their number, by their other id, and in another process', async () => {
    const { host, store, read, modify, visitors } = workspace();
    const first = await meetCustomer(host, number, ana);
    await meetCustomer(host, number, { ...ana, userId: 'BR.1' });
    for (const customer of [{ waId: '551187654321' }, { userId: 'BR.1' }, ana]) {
      const { conversation } = await meetCustomer(fakeHost({ read, modify, store }).host, number, customer);
      expect(conversation.customer).toBe(first.conversation.customer);
    }
    expect(visitors).toHaveLength(1);
  });

  test('answers go where WhatsApp last said that they are', async () => {
    const { host } = workspace();
    await meetCustomer(host, number, { userId: 'BR.1', name: 'Ana' });
    const { conversation } = await meetCustomer(host, number, { ...ana, userId: 'BR.1' });
    expect(conversation).toMatchObject({ customer: 'BR.1', waId: ana.waId, userId: 'BR.1' });
  });

  test('at another number is another conversation with the same visitor', async () => {
    const { host, visitors } = workspace();
    const first = await meetCustomer(host, number, ana);
    const second = await meetCustomer(host, connectedNumber({ digits: '4930901820' }), ana);
    expect(second.conversation.number).toBe('4930901820');
    expect(second.isNewVisitor).toBe(false);
    expect(second.conversation.visitor.token).toBe(first.conversation.visitor.token);
    expect(visitors).toHaveLength(1);
  });

  test('takes their new name over, unless an agent gave them another', async () => {
    const { host, visitors } = workspace();
    await meetCustomer(host, number, ana);
    const renamed = await meetCustomer(host, number, { ...ana, name: 'Ana Maria' });
    expect(renamed.conversation).toMatchObject({ profileName: 'Ana Maria', visitor: { name: 'Ana Maria' } });
    expect(visitors).toMatchObject([{ name: 'Ana Maria' }]);
    Object.assign(visitors[0] ?? {}, { name: 'Ana (VIP)' });
    await meetCustomer(host, number, { ...ana, name: 'Aninha' });
    expect(visitors).toMatchObject([{ name: 'Ana (VIP)' }]);
    await meetCustomer(host, number, { ...ana, name: 'Annie' });
    expect(visitors).toMatchObject([{ name: 'Ana (VIP)' }]);
  });

  test('without any id is an error', async () => {
    await expect(meetCustomer(workspace().host, number, { name: 'Nobody' })).rejects.toThrow('without any id');
  });
});
