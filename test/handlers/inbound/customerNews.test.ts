import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { file, findByWamid } from '../../../src/handlers/core/records/entries';
import { findHeld, storeHeld } from '../../../src/handlers/inbound/held/hold';
import { takeCall, takeChange, takeEcho } from '../../../src/handlers/inbound/webhook/eventHandlers';
import { takePreference } from '../../../src/handlers/inbound/messages/takePreference';
import { findPendingNotices, storePendingNotice } from '../../../src/handlers/inbound/notices/pendingNotices';
import { postPendingNotices } from '../../../src/handlers/inbound/notices/postPendingNotices';
import { sayOrKeep } from '../../../src/handlers/inbound/notices/sayOrKeep';
import {
  takeIdentityChange,
  takeNumberChange,
  takeUserIdChange,
} from '../../../src/handlers/inbound/notices/takeCustomerChange';
import { findConversation, saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import type { UserPreferenceEvent } from '../../../src/handlers/whatsapp/webhook/AccountEvent';
import type { CallEvent } from '../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { conversationTask, messageEvent, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { conversation } from '../../support/records';
import { livechat, postings, whatsappRoom } from '../../support/workspace';

const ana = conversation();

/** A workspace in which no conversation is open, and what is kept to be told in the next one. */
function closed() {
  const { read, modify, visitors } = livechat([{ id: 'v', token: 't', phone: [{ phoneNumber: '+5511955550111' }] }]);
  const fake = fakeHost({ read, modify });
  const kept = async () => (await findPendingNotices(fake.host, ana)).map(({ text }) => text);
  return { ...fake, visitors, kept };
}

describe('news of a customer without an open conversation', () => {
  test('is kept', async () => {
    const { host, kept } = closed();
    await sayOrKeep(host, ana, { text: 'News', wamid: 'w', at: 1 });
    expect(await kept()).toEqual(['News']);
  });

  test('is kept by its beginning, without leaving a block of code open', async () => {
    const { host, kept } = closed();
    const text = ['```', ...Array.from({ length: 300 }, (_, n) => `line ${n}`)].join('\n');
    await sayOrKeep(host, ana, { text, wamid: 'w', at: 1 });
    const [beginning = ''] = await kept();
    expect(beginning.length).toBeLessThan(520);
    expect(beginning).toMatch(/^```\nline 0\n[^]*\n``` …$/);
  });
});

describe('what somebody of the business sent from the phone', () => {
  const echo = { ...ofCustomer, kind: 'echo', wamid: 'wamid.echo' } as const;
  const content = { type: 'text', body: 'From the phone' } as const;

  test('is told once, and goes to the customer no second time', async () => {
    const { host, requests, kept } = closed();
    const task = await conversationTask<'echo'>(host, { ...echo, act: { type: 'message', content } });
    await takeEcho(task);
    await takeEcho(task);
    expect(await kept()).toEqual([expect.stringContaining('From the phone')]);
    expect(requests).toEqual([]);
    expect(await findByWamid(host, 'wamid.echo')).toMatchObject([{ kind: 'link', direction: 'out' }]);
  });

  test.each([
    ['deleted', { type: 'revoke', target: 'wamid.x' }],
    ['removed', { type: 'reaction', target: 'wamid.x', emoji: null }],
  ] as const)('and was then %s there is told too', async (word, act) => {
    const { host, kept } = closed();
    await takeEcho(await conversationTask<'echo'>(host, { ...echo, act }));
    expect(await kept()).toEqual([expect.stringContaining(word)]);
    expect(await findByWamid(host, 'wamid.echo')).toMatchObject([{ kind: 'link' }]);
  });
});

describe('a customer whose security code changed', () => {
  const event = { ...ofCustomer, kind: 'identity-changed', wamid: 'wamid.identity' } as const;

  test('may be somebody else by now, which is told once', async () => {
    const { host, kept } = closed();
    const task = await conversationTask<'identity-changed'>(host, event);
    await takeIdentityChange(task);
    await takeIdentityChange(task);
    expect(await kept()).toEqual([expect.stringContaining('security code')]);
  });

  test('is not told where nobody knows them', async () => {
    const { host, kept } = closed();
    await takeIdentityChange(
      await conversationTask<'identity-changed'>(host, { ...event, customer: { waId: '4930555502' } }),
    );
    expect(await kept()).toEqual([]);
  });
});

describe('a customer with a new number', () => {
  const event = { ...ofCustomer, kind: 'number-changed', wamid: 'wamid.change', waId: '5511955550222' } as const;

  test('stays the same person, is answered at the new number, and the agents are told once', async () => {
    const { host, store, visitors, kept } = closed();
    const task = await conversationTask<'number-changed'>(host, event);
    await takeNumberChange(task);
    await takeNumberChange(task);
    // An earlier version took this visitor over: it may be somebody else's as well.
    expect(visitors).toMatchObject([{ id: 'v', phone: [{ phoneNumber: '+5511955550111' }] }]);
    for (const id of ['5511955550111', '5511955550222']) {
      expect(await findConversation(fakeHost({ store }).host, '551155550100', [id])).toMatchObject({
        customer: '5511955550111',
        waId: '5511955550222',
      });
    }
    expect(await kept()).toHaveLength(1);
  });

  test('who has begun another conversation from there by now goes on in it', async () => {
    const { host, kept } = closed();
    const task = await conversationTask<'number-changed'>(host, event);
    const begun = conversation({ customer: event.waId, ids: [event.waId], waId: event.waId });
    await saveConversation(host, begun);
    await takeNumberChange(task);
    expect(await findConversation(host, begun.number, [event.waId])).toEqual(begun);
    expect(await kept()).toHaveLength(1);
  });

  test('whom nobody knows is no news', async () => {
    const { host, store, kept } = closed();
    const stranger = { ...event, customer: { waId: '4930555502' } };
    await takeNumberChange(await conversationTask<'number-changed'>(host, stranger));
    expect(await kept()).toEqual([]);
    expect(store.records.some((record) => Reflect.get(record, 'kind') === 'inbox')).toBe(false);
  });
});

describe('a customer with another business-scoped id', () => {
  const event = { ...ofCustomer, kind: 'user-id-changed', userId: 'BR.2' } as const;

  test('stays the same person, also when it is told twice', async () => {
    const { host, store } = closed();
    const task = await conversationTask<'user-id-changed'>(host, event);
    await takeUserIdChange(task);
    await takeUserIdChange(task);
    expect(await findConversation(fakeHost({ store }).host, '551155550100', ['BR.2'])).toMatchObject({
      customer: '5511955550111',
      userId: 'BR.2',
      ids: ['5511955550111', 'BR.2'],
    });
  });

  test('told by a message leaves nothing to be processed', async () => {
    const { host, store } = closed();
    const told = { ...event, wamid: 'wamid.change' } as const;
    await takeUserIdChange(await conversationTask<'user-id-changed'>(host, told));
    expect(await findConversation(host, '551155550100', ['BR.2'])).toMatchObject({ customer: '5511955550111' });
    expect(store.records.map((record) => Reflect.get(record, 'kind') as unknown)).not.toContain('inbox');
  });

  test('who has begun another conversation under it by now goes on in it', async () => {
    const { host } = closed();
    const task = await conversationTask<'user-id-changed'>(host, event);
    const begun = conversation({ customer: 'BR.2', ids: ['BR.2'], waId: undefined, userId: 'BR.2' });
    await saveConversation(host, begun);
    await takeUserIdChange(task);
    expect(await findConversation(host, begun.number, ['BR.2'])).toEqual(begun);
  });

  test('whom nobody knows is no news', async () => {
    const { host } = closed();
    await takeUserIdChange(await conversationTask<'user-id-changed'>(host, { ...event, customer: { userId: 'BR.9' } }));
    expect(await findConversation(host, '551155550100', ['BR.2'])).toBeUndefined();
  });
});

describe('a call', () => {
  const call = {
    ...ofCustomer,
    kind: 'call',
    wamid: 'wacid.1 terminate',
    event: 'terminate',
    direction: 'in',
  } as const;

  async function taken(facts: Partial<CallEvent>) {
    const { host, kept } = closed();
    const task = await conversationTask<'call'>(host, { ...call, ...facts });
    await takeCall(task);
    return { kept: await kept(), known: (await findByWamid(host, task.event.wamid)).map(({ kind }) => kind) };
  }

  test.each([
    ['that was taken', { duration: 150 }, 'Call ended'],
    ['of ours that they did not take', { direction: 'out' }, 'did not take'],
  ] as const)('%s is told in the next conversation', async (_what, facts, words) => {
    expect(await taken(facts)).toEqual({ kept: [expect.stringContaining(words)], known: ['link'] });
  });

  test.each([{ event: 'connect' }, { event: 'RINGING', direction: undefined }, { customer: {} }])(
    '%j is not worth telling later, and is done with',
    async (facts) => {
      expect(await taken(facts)).toEqual({ kept: [], known: ['link'] });
    },
  );
});

describe('what a customer chose about marketing messages', () => {
  const stopped: UserPreferenceEvent = {
    ...ofCustomer,
    kind: 'account',
    topic: 'user-preference',
    category: 'marketing_messages',
    value: 'stop',
  };

  /** The customer chooses these, one after the other. */
  async function choose(...events: UserPreferenceEvent[]) {
    const { host, kept } = closed();
    for (const event of events) await takePreference({ ...(await conversationTask<'account'>(host, event)), event });
    return kept();
  }

  test('is told once for each choice', async () => {
    const wanted = { ...stopped, value: 'resume', timestamp: 1_700_000_100_000 };
    expect(await choose(stopped, stopped, wanted)).toEqual([
      '🔕 The customer does not want marketing messages any more. Nothing is sent to them until they write.',
      '🔔 The customer agreed to receive marketing messages.',
    ]);
  });

  test.each<[string, Partial<UserPreferenceEvent>]>([
    ['a choice that is new', { value: 'later' }],
    ['another kind of messages', { category: 'service_messages' }],
    ['somebody who never wrote', { customer: { waId: '4930555502' } }],
  ])('is not told of %s', async (_what, more) => {
    expect(await choose({ ...stopped, ...more })).toEqual([]);
  });
});

describe('a message that its customer changed', () => {
  const content = { type: 'text', body: 'at nine' } as const;
  const edit = { ...ofCustomer, kind: 'edit', wamid: 'wamid.edit', target: 'wamid.target', content } as const;
  const revoke = { ...ofCustomer, kind: 'revoke', wamid: 'wamid.revoke', target: 'wamid.target' } as const;

  test('and that is not known here: its deletion is told in a line', async () => {
    const { host, kept } = closed();
    await takeChange(await conversationTask<'revoke'>(host, revoke));
    expect(await kept()).toEqual([expect.stringContaining('deleted')]);
  });

  test('and that waits for somebody to be available: the change waits with it, and is known', async () => {
    const { host, kept } = closed();
    const task = await conversationTask<'edit'>(host, edit);
    const { digits: number } = task.number;
    const [wamid, customer, at] = ['wamid.target', '5511955550111', 1_000];
    const event = messageEvent({ wamid });
    await storeHeld(host, { ...file(at, wamid), kind: 'held', wamid, number, customer, at, event });
    await takeChange(task);
    expect(await findHeld(host, { number, customer })).toMatchObject([{ wamid }, { wamid: 'wamid.edit', event: edit }]);
    expect(await findByWamid(host, 'wamid.edit')).toMatchObject([{ kind: 'held' }]);
    expect(await kept()).toEqual([]);
  });
});

describe('what could not be told before', () => {
  const room = whatsappRoom() as ILivechatRoom;
  const opening = { room, at: 1_000 };

  /** A workspace in which these pieces of news wait, and what stands in the room already. */
  async function waiting(wamids: string[], stands: object[] = [], onPost: () => Promise<void> = async () => undefined) {
    const { posted, modify, read } = postings([room]);
    const creator = modify.getCreator?.();
    const finish = async (...message: unknown[]) => {
      await onPost();
      return (creator?.finish as (...all: unknown[]) => Promise<string>)(...message);
    };
    const rooms = { ...read.getRoomReader?.(), getMessages: async () => stands };
    const fake = fakeHost({
      modify: { getCreator: () => ({ ...creator, finish }) } as never,
      read: { ...read, getRoomReader: () => rooms } as unknown as Partial<IRead>,
    });
    for (const [index, wamid] of wamids.entries()) {
      await storePendingNotice(fake.host, ana, { wamid, at: index, text: `news ${wamid}` });
    }
    return { ...fake, texts: () => posted.map(({ text }) => text) };
  }

  test('is told in one message, in order, and then forgotten', async () => {
    const { host, texts } = await waiting(['a', 'b']);
    await postPendingNotices(host, ana, opening);
    expect(texts()).toEqual([expect.stringMatching(/news a\n.*news b$/)]);
    expect(await findPendingNotices(host, ana)).toEqual([]);
  });

  test('says nothing where there is nothing, for one round trip', async () => {
    const { host, store, texts } = await waiting([]);
    await postPendingNotices(host, ana, opening);
    expect([texts(), store.roundTrips]).toEqual([[], 1]);
  });

  test('is kept, and the customer’s message goes on, when it cannot be told', async () => {
    const { host, log } = await waiting(['a'], [], () => Promise.reject(new Error('no')));
    await postPendingNotices(host, ana, opening);
    expect(await findPendingNotices(host, ana)).toHaveLength(1);
    expect(log.join()).toContain('could not be posted');
  });

  test('that comes in the moment between is told as well', async () => {
    let isFirst = true;
    const { host, texts } = await waiting(['a'], [], async () => {
      if (isFirst) await storePendingNotice(host, ana, { wamid: 'late', at: 9, text: 'news late' });
      isFirst = false;
    });
    await postPendingNotices(host, ana, opening);
    expect(texts()).toEqual([expect.stringContaining('news a'), expect.stringContaining('news late')]);
  });

  test('may stand there already after a crash: only what came meanwhile is told', async () => {
    const first = await waiting(['a']);
    await postPendingNotices(first.host, ana, opening);
    const stands = [{ id: 'm', sender: { _id: 'bot-id' }, text: first.texts()[0], createdAt: new Date(5) }];
    const { host, texts } = await waiting(['a', 'b'], stands);
    await postPendingNotices(host, ana, { ...opening, begunAt: 5 });
    expect(texts()).toEqual([expect.stringContaining('news b')]);
    expect(texts()[0]).not.toContain('news a');
    expect(await findPendingNotices(host, ana)).toEqual([]);
  });
});
