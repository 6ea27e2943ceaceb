import { storeEntry } from '../../../src/handlers/core/records/entries';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { newsOf } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { customerLock, locksOf } from '../../../src/handlers/inbound/webhook/customerLocks';
import { eventHandlers } from '../../../src/handlers/inbound/webhook/eventHandlers';
import { routeEvent } from '../../../src/handlers/inbound/webhook/handleEvent';
import { unlessRepeated } from '../../../src/handlers/inbound/webhook/Task';
import { findBySecret, isSecretSent, SECRET_HEADER } from '../../../src/handlers/numbers/webhookSecret';
import type { WebhookEvent } from '../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { messageEvent, statusEvent } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber, inboxEntry } from '../../support/records';

describe('checkSecret', () => {
  const numbers = [
    connectedNumber({ digits: '1', webhookSecret: 'first' }),
    connectedNumber({ digits: '2', webhookSecret: 'second' }),
  ];

  test('a webhook belongs to the number whose secret it carries', () => {
    expect(findBySecret({ [SECRET_HEADER]: 'second' }, numbers)?.digits).toBe('2');
  });

  test.each(['', 'third', 'FIRST', 'first ', 'firstsecond', undefined, null, 7, [['first']], [], {}])(
    'with %j it belongs to nobody',
    (given) => {
      expect(findBySecret({ [SECRET_HEADER]: given } as never, numbers)).toBeUndefined();
    },
  );

  test('the name of the header may be spelled in any case, and come with a list of values', () => {
    expect(findBySecret({ [SECRET_HEADER.toUpperCase()]: 'second' }, numbers)?.digits).toBe('2');
    expect(findBySecret({ [SECRET_HEADER]: ['first'] } as never, numbers)?.digits).toBe('1');
  });

  test('without numbers or without the header it belongs to nobody', () => {
    expect(findBySecret({ [SECRET_HEADER]: 'first' }, [])).toBeUndefined();
    expect(findBySecret({}, numbers)).toBeUndefined();
  });

  const number = connectedNumber({ webhookSecret: 'ours' });

  test.each([
    [{ 'x-whatsapp-webhook-secret': 'ours' }, true],
    [{ 'X-WhatsApp-Webhook-Secret': 'ours', Other: '1' }, true],
    [{ 'x-whatsapp-webhook-secret': 'old' }, false],
    [{ Other: 'ours' }, false],
    [{}, false],
  ])('%j', (headers, sent) => {
    expect(isSecretSent(headers, number)).toBe(sent);
  });
});

describe('customerLocks', () => {
  const number = connectedNumber();
  const of = (customer: object) => locksOf(messageEvent({ customer }), number);
  const { timestamp, number: reference } = messageEvent();

  test('what one customer sends to one number has the turns of all ids that are told of them', () => {
    const [phone, userId] = ['5511955550111', 'BR.1'].map((id) => customerLock(number.digits, id));
    expect(of({ waId: '5511955550111' })).toEqual([phone]);
    expect(of({ waId: '5511955550111', userId: 'BR.1' })).toEqual([phone, userId]);
    expect(of({ userId: 'BR.1' })).toEqual([userId]);
  });

  test('other customers and other numbers have their own', () => {
    expect(of({ waId: '1' })).not.toEqual(of({ waId: '2' }));
    expect(locksOf(messageEvent(), connectedNumber({ digits: '4930901820' }))).not.toEqual(
      locksOf(messageEvent(), number),
    );
  });

  const customer = { waId: '1', userId: 'US.1' };
  const base = { customer, timestamp, number: reference };

  test.each<[WebhookEvent, string[]]>([
    [
      { kind: 'number-changed', wamid: 'wamid.1', ...base, waId: '2', userId: 'US.2', previousUserId: 'US.0' },
      ['1', 'US.1', 'US.2', '2', 'US.0'],
    ],
    [{ kind: 'user-id-changed', ...base, userId: 'US.2' }, ['1', 'US.1', 'US.2']],
  ])('who becomes known by another id has the turn of both: %j', (event, ids) => {
    expect(locksOf(event, number)).toEqual(ids.map((id) => customerLock(number.digits, id)));
  });

  test('statuses do not wait for a customer’s messages', () => {
    expect(locksOf(statusEvent('sent'), number)).not.toEqual(of({ waId: '5511955550111' }));
  });

  test('every pair of a number and a customer has its own turn', () => {
    expect(customerLock('1', '2')).toBe(customerLock('1', '2'));
    expect(customerLock('1', '23')).not.toBe(customerLock('12', '3'));
  });

  test.each([
    ['5531987654321', '553187654321'],
    ['5215512345678', '525512345678'],
    ['5491123456789', '541123456789'],
  ])('both spellings of a phone are one: %s and %s', (one, other) => {
    expect(customerLock('1', one)).toBe(customerLock('1', other));
  });
});

describe('routeEvent', () => {
  describe('routeEvent', () => {
    const first = connectedNumber({ digits: '551155550100', phoneNumberId: '100' });
    const second = connectedNumber({ digits: '4930901820' });
    const route = (number: object) => routeEvent(messageEvent({ number }), [first, second], second.digits)?.digits;

    describe('an event belongs to the number', () => {
      test.each([
        ['whose id at Meta it names', { phoneNumberId: '100', displayNumber: '551155550100' }, first.digits],
        [
          'whose id at Meta it names, whatever its digits look like',
          { phoneNumberId: '100', displayNumber: '4930901820' },
          first.digits,
        ],
        [
          'whose digits it names, where the id is not known yet',
          { phoneNumberId: '200', displayNumber: '4930901820' },
          second.digits,
        ],
        ['whose secret came along, where it names none', {}, second.digits],
        [
          'of nobody, where it names one that is not connected',
          { phoneNumberId: '300', displayNumber: '34910000000' },
          undefined,
        ],
        ['of nobody, where it names an id alone that is not known', { phoneNumberId: '300' }, undefined],
      ])('%s', (_what, named, digits) => {
        expect(route(named)).toBe(digits);
      });

      test('in either spelling of a Brazilian mobile number', () => {
        const mobile = connectedNumber({ digits: '5511987654321' });
        const event = messageEvent({ number: { phoneNumberId: '400', displayNumber: '551187654321' } });
        expect(routeEvent(event, [mobile], '')?.digits).toBe(mobile.digits);
      });
    });
  });

  describe('eventHandlers', () => {
    const number = connectedNumber();
    const group = { kind: 'group', what: 'message', number: {}, timestamp: null } as const;

    test('a group’s message is refused with a line in the log that tells nobody’s number', async () => {
      const { host, store, log } = fakeHost();
      await eventHandlers.group?.({ host, event: group, number, inbox: inboxEntry() });
      expect(log).toEqual([expect.stringContaining('…0100')]);
      expect(log.join()).not.toContain(number.digits);
      expect(store.roundTrips).toBe(0);
    });

    test('no handler gets an event of another kind', async () => {
      const { host, log } = fakeHost();
      await eventHandlers.group?.({ host, event: messageEvent(), number, inbox: inboxEntry() });
      expect(log).toEqual([]);
    });

    test('the history of before a number was connected is not taken over', () => {
      expect(eventHandlers.history).toBeUndefined();
    });
  });

  describe('Task', () => {
    const link = { direction: 'in', number: '1', customer: '2' } as const;
    const event = { wamid: 'wamid.1' };

    /** A message that was put into its room, and the repeated webhook of it. */
    async function repeated(facts: Parameters<typeof inboxEntry>[0]) {
      const fake = fakeHost();
      const first = inboxEntry({ wamid: 'wamid.1' });
      await storeEntry(fake.host, first);
      await linkMessage(fake.host, first, 'wamid.1', link);
      const inbox = inboxEntry(facts);
      await storeEntry(fake.host, inbox);
      return { ...fake, inbox, work: jest.fn(async () => undefined) };
    }

    describe('what is done unless a message is repeated', () => {
      test('is done for a new one', async () => {
        const { host } = fakeHost();
        const inbox = inboxEntry({ wamid: 'wamid.1' });
        const work = jest.fn(async () => undefined);
        await unlessRepeated({ host, inbox, event }, work);
        expect(work).toHaveBeenCalledTimes(1);
      });

      test('is not done again, and costs nothing where this process remembers', async () => {
        const { host, store, inbox, work } = await repeated({ wamid: 'wamid.1' });
        const before = store.roundTrips;
        await unlessRepeated({ host, inbox, event }, work);
        expect(work).not.toHaveBeenCalled();
        expect(store.roundTrips).toBe(before);
      });

      test('the sweep takes the repeated webhook away', async () => {
        const { host, store, inbox, work } = await repeated({ wamid: 'wamid.1', resumed: true });
        await unlessRepeated({ host, inbox, event }, work);
        expect(store.records).toMatchObject([{ kind: 'link' }]);
      });

      test('but not when another message, which is not done yet, came with it', async () => {
        const { host, store, inbox, work } = await repeated({ wamid: 'wamid.2', resumed: true });
        await unlessRepeated({ host, inbox, event }, work);
        expect(store.records).toMatchObject([{ kind: 'link' }, { kind: 'inbox', wamid: 'wamid.2' }]);
      });
    });
  });
});

describe('newsOf', () => {
  test.each([
    ['has WhatsApp’s time', { timestamp: 5 }, {}, { at: 5, begunAt: undefined }],
    ['without one that of its webhook', { timestamp: null }, {}, { at: 9, begunAt: undefined }],
    ['may have been told since its webhook came', { timestamp: 5 }, { resumed: true }, { at: 5, begunAt: 9 }],
  ])('news %s', (_what, event, facts, expected) => {
    const inbox = inboxEntry({ receivedAt: 9, ...facts });
    expect(newsOf({ event: { wamid: 'w', ...event }, inbox }, 'News')).toEqual({
      text: 'News',
      wamid: 'w',
      ...expected,
    });
  });
});
