import { registerVisitor } from '../../../src/handlers/omnichannel/registerVisitor';
import type { Customer } from '../../../src/handlers/webhook/Customer';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';

const number = connectedNumber();
const ana = { waId: '5511987654321', name: 'Ana' };

describe('the visitor of a new customer', () => {
  test('is registered with what WhatsApp told, under a token that nobody guesses', async () => {
    const { visitors, read, modify } = livechat();
    const { visitor, isNew } = await registerVisitor(fakeHost({ read, modify }).host, number, ana, ana.waId);
    expect(isNew).toBe(true);
    expect(visitor).toMatchObject({ username: ana.waId, name: 'Ana', phone: [{ phoneNumber: '+5511987654321' }] });
    expect(visitor.token).toMatch(/^[0-9a-f]{40}$/);
    expect(visitors).toHaveLength(1);
  });

  test('is the same one for two who register at once', async () => {
    const { visitors, read, modify } = livechat();
    const { host, store } = fakeHost({ read, modify });
    await host.memory.install.get(host);
    const other = fakeHost({ read, modify, store }).host;
    await Promise.all([host, other].map((each) => registerVisitor(each, number, ana, ana.waId)));
    expect(visitors).toHaveLength(1);
  });

  test.each(['+5511987654321', '5511987654321', '+551187654321'])(
    'is the one that has the phone already, written %s',
    async (phoneNumber) => {
      const known = { id: 'known', token: 'theirs', phone: [{ phoneNumber }] };
      const { visitors, read, modify } = livechat([known]);
      const outcome = await registerVisitor(fakeHost({ read, modify }).host, number, ana, ana.waId);
      expect(outcome).toEqual({ visitor: known, isNew: false });
      expect(visitors).toHaveLength(1);
    },
  );

  test.each<[Customer, object]>([
    [{ waId: '551155550111' }, { username: '551155550111', name: '+551155550111' }],
    [
      { userId: 'BR.1', username: 'ana' },
      { username: 'ana', name: 'ana', phone: [] },
    ],
    [{ userId: 'BR.1' }, { username: 'BR.1', name: 'BR.1', phone: [] }],
  ])('has a name whatever is missing: %j', async (customer, facts) => {
    const { read, modify } = livechat();
    const primary = customer.waId ?? customer.userId ?? '';
    const { visitor } = await registerVisitor(fakeHost({ read, modify }).host, number, customer, primary);
    expect(visitor).toMatchObject(facts);
  });

  test('that Rocket.Chat does not give is an error', async () => {
    const { read } = livechat();
    const creator = { createAndReturnVisitor: async () => undefined, createVisitor: async () => undefined };
    const modify = { getCreator: () => ({ getLivechatCreator: () => creator }) } as never;
    await expect(registerVisitor(fakeHost({ read, modify }).host, number, ana, ana.waId)).rejects.toThrow('no visitor');
  });
});
