import type { Host } from '../../../src/handlers/core/Host';
import { meetCustomer as meet, withPhone } from '../../../src/handlers/omnichannel/meetCustomer';
import { findByKey } from '../../../src/handlers/omnichannel/conversations/conversations';
import type { ConnectedNumber } from '../../../src/handlers/numbers/numbers';
import type { Customer } from '../../../src/handlers/whatsapp/webhook/EventBase';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';

const number = connectedNumber();
const ana = { waId: '5511987654321', name: 'Ana' };
const NOW = 1_700_000_000_000;
const meetCustomer = (host: Host, at: ConnectedNumber, customer: Customer, when = NOW) =>
  meet(host, at, customer, when);

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
      visitor: { username: `whatsapp:${ana.waId}`, name: 'Ana' },
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

  test('answers go to the spelling that WhatsApp told last', async () => {
    const { host, visitors } = workspace();
    await meetCustomer(host, number, ana);
    const { conversation } = await meetCustomer(host, number, { waId: '551187654321' });
    expect(conversation).toMatchObject({ customer: ana.waId, waId: '551187654321' });
    expect(visitors).toMatchObject([{ phone: [] }]);
  });

  test('by their user id with another phone, they have changed it: what comes late from the old one changes nothing', async () => {
    const { host, visitors } = workspace();
    await meetCustomer(host, number, { ...ana, userId: 'BR.1' });
    const moved = await meetCustomer(host, number, { waId: '15550001', userId: 'BR.1' }, NOW + 1);
    expect(moved.conversation).toMatchObject({ customer: ana.waId, waId: '15550001' });
    const marked: unknown = expect.stringMatching(/^\+15550001 \(WhatsApp [0-9a-f]+\)$/);
    expect(visitors).toMatchObject([{ phone: [{ phoneNumber: marked }] }]);
    const late = await meetCustomer(host, number, ana, NOW);
    expect(late.conversation).toMatchObject({ customer: ana.waId, waId: '15550001' });
  });

  test('whoever has a phone that was another customer’s is somebody else', async () => {
    const { host, store, read, modify, visitors } = workspace();
    await meetCustomer(host, number, { ...ana, userId: 'BR.1' });
    await meetCustomer(host, number, { waId: '15550001', userId: 'BR.1' }, NOW);
    const theirs = { waId: ana.waId, userId: 'BR.2', name: 'Theo' };
    const first = await meetCustomer(host, number, theirs, NOW + 1);
    expect(first).toMatchObject({ isNewVisitor: true, conversation: { waId: ana.waId, profileName: 'Theo' } });
    for (const each of [host, fakeHost({ read, modify, store }).host]) {
      const again = await meetCustomer(each, number, { waId: ana.waId }, NOW + 2);
      expect(again.conversation.customer).toBe(first.conversation.customer);
      expect((await meetCustomer(each, number, { waId: '15550001' }, NOW + 2)).conversation.customer).toBe(ana.waId);
      expect(await findByKey(each, number.digits, ana.waId)).toMatchObject({ waId: '15550001' });
    }
    expect(visitors.map(({ name }) => name)).toEqual(['Ana', 'Theo']);
  });

  test('whose name was not told at first gets it, unless an agent gave them one meanwhile', async () => {
    const { host, visitors } = workspace();
    await meetCustomer(host, number, { waId: '15550001' });
    await meetCustomer(host, number, { waId: '15550002' });
    Object.assign(visitors[1] ?? {}, { name: 'Ben (VIP)' });
    await meetCustomer(host, number, { waId: '15550001', name: 'Ana' });
    await meetCustomer(host, number, { waId: '15550002', name: 'Ben' });
    expect(visitors.map(({ name }) => name)).toEqual(['Ana', 'Ben (VIP)']);
  });

  test('at another number is another conversation with another visitor', async () => {
    const { host, visitors } = workspace();
    const first = await meetCustomer(host, number, ana);
    const second = await meetCustomer(host, connectedNumber({ digits: '4930901820' }), ana);
    expect(second.conversation.number).toBe('4930901820');
    expect(second.isNewVisitor).toBe(true);
    expect(second.conversation.visitor.token).not.toBe(first.conversation.visitor.token);
    expect(visitors).toHaveLength(2);
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

describe('withPhone', () => {
  const known = conversation({ waId: '5511987654321', ids: ['5511987654321', '551187654321', 'BR.1'] });

  test('another spelling is no other phone', () => {
    expect(withPhone(known, '551187654321', 5)).toEqual({ ...known, waId: '551187654321' });
  });

  test('a phone that was not known is no change of one', () => {
    const bare = conversation({ waId: undefined, ids: ['BR.1'] });
    expect(withPhone(bare, '15550001', 5)).toEqual({ ...bare, waId: '15550001', ids: ['BR.1', '15550001'] });
  });

  test('the phone before may be somebody else’s from then on, until they have it again', () => {
    const moved = withPhone(known, '15550001', 5);
    expect(moved).toMatchObject({
      waId: '15550001',
      ids: [...known.ids, '15550001'],
      former: [{ waId: '5511987654321', until: 5 }],
    });
    expect(withPhone(moved, '551187654321', 9)).toMatchObject({
      waId: '551187654321',
      former: [{ waId: '15550001', until: 9 }],
    });
  });
});
