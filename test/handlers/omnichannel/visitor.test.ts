import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { createVisitor, visitorIn, visitorOf } from '../../../src/handlers/omnichannel/visitor';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';

describe('createVisitor', () => {
  const facts: IVisitor = { token: 't1', username: '5511955550111', name: 'Ana' };
  const known = { ...facts, id: 'v1' };

  /** A workspace with the newer call or without it, which registers by the older one. */
  function workspace(createAndReturnVisitor: () => Promise<unknown>) {
    const registered: IVisitor[] = [];
    const creator = {
      createAndReturnVisitor,
      createVisitor: async (visitor: IVisitor) => void registered.push(visitor),
    };
    const reader = { getLivechatVisitorByToken: async (token: string) => (token === 't1' ? known : undefined) };
    const { host } = fakeHost({
      read: { getLivechatReader: () => reader } as unknown as Partial<IRead>,
      modify: { getCreator: () => ({ getLivechatCreator: () => creator }) } as unknown as Partial<IModify>,
    });
    return { host, registered };
  }

  test('the visitor is the one that Rocket.Chat answers with', async () => {
    const { host, registered } = workspace(async () => ({ ...known, token: 'of the phone' }));
    expect(await createVisitor(host, facts)).toMatchObject({ token: 'of the phone' });
    expect(registered).toEqual([]);
  });

  test.each([
    ['answers nothing', async () => undefined],
    ['does not know the call', async () => Promise.reject(new Error('this.createAndReturnVisitor is not a function'))],
  ])('a server that %s registers by the older call', async (_what, createAndReturnVisitor) => {
    const { host, registered } = workspace(createAndReturnVisitor);
    expect(await createVisitor(host, facts)).toEqual(known);
    expect(registered).toEqual([facts]);
  });

  test('a failure is thrown and registers nobody twice', async () => {
    const { host, registered } = workspace(async () => Promise.reject(new Error('no database')));
    await expect(createVisitor(host, facts)).rejects.toThrow('no database');
    expect(registered).toEqual([]);
  });
});

describe('visitorOf', () => {
  test('the visitor has the phone', () => {
    expect(visitorOf(conversation())).toEqual({
      ...conversation().visitor,
      phone: [{ phoneNumber: '+5511955550111' }],
    });
  });

  test('a customer without a phone has none', () => {
    expect(visitorOf(conversation({ waId: undefined })).phone).toEqual([]);
  });
});

describe('visitorIn', () => {
  test('a visitor has the name that an agent gave them', () => {
    const visitor = { id: 'v', token: 't', username: '5511955550111', name: 'Ana (VIP)', department: 'sales' };
    expect(visitorIn({ visitor }, conversation())).toEqual({
      id: 'v',
      token: 't',
      username: '5511955550111',
      name: 'Ana (VIP)',
      phone: [{ phoneNumber: '+5511955550111' }],
    });
  });

  test.each([undefined, {}, { id: 'v', name: 'Ana (VIP)' }])(
    'a room that does not tell them whole tells nothing: %j',
    (visitor) => {
      expect(visitorIn({ visitor }, conversation())).toMatchObject({ token: 't', name: 'Ana' });
    },
  );
});
