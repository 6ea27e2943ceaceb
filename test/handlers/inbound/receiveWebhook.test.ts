import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { randomUUID } from 'crypto';
import { findByWamid } from '../../../src/handlers/core/records/entries';
import { customersOf } from '../../../src/handlers/inbound/webhook/processWebhook';
import {
  learnNumber,
  noteForeign,
  noteRejected,
  receiveWebhook,
} from '../../../src/handlers/inbound/webhook/receiveWebhook';
import { readNumbers, removeNumber, saveNumber } from '../../../src/handlers/numbers/numbers';
import { SECRET_HEADER } from '../../../src/handlers/numbers/webhookSecret';
import { listCustomers } from '../../../src/handlers/whatsapp/phoneNumbers';
import { messageEvent } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber } from '../../support/records';
import { setupChannel } from '../../support/workspace';

describe('receiveWebhook', () => {
  describe('receiveWebhook', () => {
    const text = (wamid: string) => ({
      from: '5511955550111',
      id: wamid,
      timestamp: '1700000000',
      type: 'text',
      text: { body: 'Hi' },
    });
    const status = (wamid: string) => ({
      id: wamid,
      status: 'read',
      timestamp: '1700000000',
      recipient_id: '5511955550111',
    });

    /** A webhook body with messages and statuses of one number. */
    const body = (messages: object[], statuses: object[] = [], number = '551155550100') => ({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: 'waba',
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: number, phone_number_id: `id-of-${number}` },
                ...(messages.length > 0
                  ? { contacts: [{ profile: { name: 'Ana' }, wa_id: '5511955550111' }], messages }
                  : {}),
                ...(statuses.length > 0 ? { statuses } : {}),
              },
            },
          ],
        },
      ],
    });

    const request = (content: unknown, secret: unknown = 'secret-of-the-number') =>
      ({
        method: 'post',
        headers: { [SECRET_HEADER]: secret },
        query: {},
        params: {},
        content,
      }) as unknown as IApiRequest;

    async function workspace() {
      const fake = fakeHost();
      await saveNumber(fake.host, connectedNumber({ phoneNumberId: 'id-of-551155550100' }));
      await fake.host.memory.numbers.get(fake.host);
      // What a crash left is looked for before the first work of a process.
      fake.host.memory.recovered = Promise.resolve();
      fake.store.roundTrips = 0;
      return fake;
    }

    describe('a webhook of 360dialog', () => {
      test('is stored by one write before it is answered', async () => {
        const { host, store } = await workspace();
        expect(await receiveWebhook(host, request(body([text('wamid.1')])))).toEqual({ status: 200 });
        expect(store.records.at(-1)).toMatchObject({
          kind: 'inbox',
          wamid: 'wamid.1',
          attempts: 0,
          body: body([text('wamid.1')]),
        });
      });

      test('is not filed under one message when it holds several', async () => {
        const { host, store } = await workspace();
        await receiveWebhook(host, request(body([text('wamid.1'), text('wamid.2')])));
        expect(Object.keys(store.records.at(-1) ?? {})).not.toContain('wamid');
      });

      test('is answered 401 without a right secret, and nothing else happens', async () => {
        for (const secret of [null, '', 'wrong', randomUUID(), ['wrong']]) {
          const { host, store } = await workspace();
          expect(await receiveWebhook(host, request(body([text('wamid.1')]), secret))).toEqual({ status: 401 });
          expect(store.records).toHaveLength(1);
        }
      });

      test('does not make the store read for every wrong secret', async () => {
        const { host, store } = await workspace();
        for (let tries = 0; tries < 20; tries += 1) await receiveWebhook(host, request({}, 'wrong'));
        expect(store.roundTrips).toBeLessThanOrEqual(1);
      });

      test('is not answered 200 when it could not be stored', async () => {
        const { host, store } = await workspace();
        store.failure = new Error('no database');
        await expect(receiveWebhook(host, request(body([text('wamid.1')])))).rejects.toThrow('no database');
      });

      test('costs nothing when this process has put its message into a room before', async () => {
        const { host, store } = await workspace();
        host.memory.seen.set('wamid.1', true);
        expect(await receiveWebhook(host, request(body([text('wamid.1')])))).toEqual({ status: 200 });
        expect(store.roundTrips).toBe(0);
      });

      test('with statuses alone is applied at once, each by itself, and repeated by 360dialog when one failed', async () => {
        const { host, store } = await workspace();
        jest.spyOn(store, 'createWithAssociations').mockRejectedValueOnce(new Error('no database'));
        const statuses = request(body([], [status('wamid.1'), status('wamid.2')]));
        await expect(receiveWebhook(host, statuses)).rejects.toThrow('no database');
        const known = async () =>
          (await Promise.all(['wamid.1', 'wamid.2'].map((wamid) => findByWamid(host, wamid)))).flat();
        expect(await known()).toHaveLength(1);
        expect(await receiveWebhook(host, statuses)).toEqual({ status: 200 });
        expect(await known()).toMatchObject([
          { kind: 'early', delivery: 'read' },
          { kind: 'early', delivery: 'read' },
        ]);
      });

      test('of another number is answered and kept out', async () => {
        const { host, store, log } = await workspace();
        expect(await receiveWebhook(host, request(body([text('wamid.1')], [], '4930901820')))).toEqual({ status: 200 });
        expect(store.records).toHaveLength(1);
        expect(host.memory.foreignEvents.get('551155550100')).toBe(1);
        expect(log).toEqual([]);
      });

      test('tells Meta’s id of a number that was not known', async () => {
        const { host } = fakeHost();
        await saveNumber(host, connectedNumber());
        await receiveWebhook(host, request(body([text('wamid.1')])));
        expect(await readNumbers(host)).toMatchObject([{ phoneNumberId: 'id-of-551155550100' }]);
      });

      test.each([undefined, null, '', 'text', 7, [], {}, { entry: 'x' }])(
        'that is no webhook is answered and leaves nothing: %j',
        async (content) => {
          const { host, store } = await workspace();
          expect(await receiveWebhook(host, request(content))).toEqual({ status: 200 });
          expect(store.records).toHaveLength(1);
        },
      );
    });
  });

  describe('learnNumber', () => {
    const digits = '551155550100';
    const event = messageEvent({ number: { phoneNumberId: '100', displayNumber: digits } });

    async function known(facts: Parameters<typeof connectedNumber>[0] = {}) {
      const fake = fakeHost();
      await saveNumber(fake.host, connectedNumber({ digits, ...facts }));
      return { ...fake, numbers: await fake.host.memory.numbers.get(fake.host) };
    }

    describe('Meta’s id of a number', () => {
      test('is taken over from its first webhook, once', async () => {
        const { host, store, numbers } = await known();
        await learnNumber(host, [event, event], numbers, digits);
        expect(await readNumbers(host)).toMatchObject([{ phoneNumberId: '100' }]);
        const before = store.roundTrips;
        await learnNumber(host, [event], await host.memory.numbers.get(host), digits);
        expect(store.roundTrips).toBeLessThanOrEqual(before + 1);
      });

      test('that is known is not changed', async () => {
        const { host, store, numbers } = await known({ phoneNumberId: '100' });
        const before = store.roundTrips;
        await learnNumber(host, [event], numbers, digits);
        expect(store.roundTrips).toBe(before);
      });

      test('undoes nothing that was changed since the numbers were read', async () => {
        const { host, numbers } = await known();
        await saveNumber(host, connectedNumber({ digits, apiKey: 'NEW' }));
        await learnNumber(host, [event], numbers, digits);
        expect(await readNumbers(host)).toMatchObject([{ apiKey: 'NEW', phoneNumberId: '100' }]);
      });

      test('does not bring a number back that was disconnected since', async () => {
        const { host, numbers } = await known();
        await removeNumber(host, digits);
        await learnNumber(host, [event], numbers, digits);
        expect(await readNumbers(host)).toEqual([]);
      });
    });
  });

  describe('noteRejected', () => {
    const sender = connectedNumber({ phoneNumberId: '100' });
    const known = { numbers: [sender], sender };

    test('what cannot be read of a webhook is said in the log, in one short entry', async () => {
      const { host, log } = fakeHost();
      const rejected = Array.from(
        { length: 900 },
        (_, index) => ({ reason: 'missing-id', at: `statuses.${index}`, list: 'statuses' }) as const,
      );
      await noteRejected(host, known, rejected);
      expect(log).toEqual([
        expect.stringMatching(
          /\(900\): \{"reason":"missing-id","at":"statuses\.0".*"statuses\.4","list":"statuses"\}$/,
        ),
      ]);
    });

    test('a webhook that is read whole is no entry, and a status of a payment is one that alarms nobody', async () => {
      const { host, log, posted } = await setupChannel();
      await noteRejected(host, known, []);
      await noteRejected(host, known, [
        { reason: 'unknown-status', at: 'statuses.0', type: 'captured', list: 'statuses' },
      ]);
      expect(log).toEqual([expect.stringContaining('Statuses of a webhook are not known (1)')]);
      expect(posted).toEqual([]);
    });

    test.each([
      ['a message', { reason: 'missing-sender', at: 'messages.0', list: 'messages' } as const, 1],
      [
        'a call of a number whose id is not learned',
        { reason: 'missing-id', at: 'calls.0', list: 'calls' } as const,
        1,
      ],
      ['a whole change', { reason: 'not-an-object', at: 'entry.0.changes.0' } as const, 1],
      ['a body that is no webhook', { reason: 'unknown-body', at: '' } as const, 0],
      ['a status', { reason: 'missing-id', at: 'statuses.0', list: 'statuses' } as const, 0],
      [
        'a message of a number that is not connected',
        { reason: 'missing-sender', at: 'messages.0', list: 'messages', phoneNumberId: '300' } as const,
        0,
      ],
    ])(
      '%s that cannot be read is told to the admins once a day, if somebody may miss it',
      async (_what, item, times) => {
        const { host, posted } = await setupChannel();
        await noteRejected(host, known, [item]);
        await noteRejected(host, known, [item, item]);
        expect(posted).toHaveLength(times);
      },
    );
  });
});

describe('noteForeign', () => {
  const foreign = messageEvent({ number: { phoneNumberId: '300', displayNumber: '4930901820' } });

  describe('events of a number that is not connected', () => {
    test('are counted for the doctor', async () => {
      const { host, posted } = await setupChannel();
      const sender = connectedNumber({ phoneNumberId: '100' });
      await noteForeign(host, sender, [foreign, foreign]);
      await noteForeign(host, sender, [foreign]);
      expect(host.memory.foreignEvents.get(sender.digits)).toBe(3);
      expect(posted).toEqual([]);
    });

    test('are told to the admins when the key seems to be the other number’s', async () => {
      const { host, posted } = await setupChannel();
      await noteForeign(host, connectedNumber(), [messageEvent({ number: {} }), foreign]);
      expect(posted).toMatchObject([
        { text: expect.stringMatching(/\+55 11 5555 0100.*\+49 30 901820|\+49 30 901820.*\+55 11 5555 0100/s) },
      ]);
    });

    test('that name no number are no reason to warn', async () => {
      const { host, posted } = await setupChannel();
      await noteForeign(host, connectedNumber(), [messageEvent({ number: { phoneNumberId: '300' } })]);
      expect(posted).toEqual([]);
    });
  });
});

describe('deadLetters', () => {
  test.each([
    [[], '–'],
    [['a', 'b', 'a'], 'a, b'],
    [[...'abcdefghijkl'], 'a, b, c, d, e, f, g, h, i, j, …'],
  ])('%j is listed in one line', (customers, expected) => {
    expect(listCustomers(customers)).toBe(expected);
  });

  test('customers are named once, by phone or, without one, by their id', () => {
    const events = [
      messageEvent(),
      messageEvent({ customer: { waId: '5511955550111' } }),
      messageEvent({ customer: { userId: 'BR.1' } }),
      { kind: 'group', what: 'message', number: {}, timestamp: null } as const,
    ];
    expect(customersOf(events)).toEqual(['+55 11 95555 0111', 'BR.1']);
  });
});
