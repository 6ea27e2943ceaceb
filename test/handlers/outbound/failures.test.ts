import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { AppError } from '../../../src/handlers/core/errors/AppError';
import { errorCodes } from '../../../src/handlers/core/errors/errorCodes';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import { readFailure, readStatusError } from '../../../src/handlers/dialog360/readFailure';
import { nextStep } from '../../../src/handlers/outbound/delivery/nextStep';
import { findMissedMessages } from '../../../src/handlers/outbound/failures/missedMessages';
import { reportFailure } from '../../../src/handlers/outbound/failures/reportFailure';
import { findPieces, takeUpAgain, withdrawCard } from '../../../src/handlers/outbound/failures/resend';
import { fakeHost } from '../../support/fakeHost';
import { outboxEntry } from '../../support/records';
import { expectWellDrawn, nodesOf } from '../../support/screens';
import { person, postings, whatsappRoom } from '../../support/workspace';

describe('failures', () => {
  describe('failureTable', () => {
    // What becomes of a message by each code and each shape of an answer: whether the app tries again by itself, and what the card
    // offers. The codes and their advice are those of Meta's and 360dialog's pages.

    type Then = 'tries again' | 'told';
    type Button = 'send-again' | 'keep-message' | 'open-templates' | 'refresh-list' | 'none';

    /**
     * Of several codes together: what the app does, and which button the card has in the end; another one of a template, where it
     * is not **Send WhatsApp template** in the place of **Send again**.
     */
    const codes: [codes: number[], then: Then, button: Button, ofTemplate?: Button][] = [
      [[0, 190], 'told', 'send-again'],
      [[3, 10, 200, 250, 299, 131005], 'told', 'send-again'],
      [[368, 131031], 'told', 'send-again'],
      [[1, 2, 131000, 131016, 131057, 133004], 'tries again', 'send-again'],
      [[4, 17, 613, 80007], 'tries again', 'send-again'],
      [[130429, 131056], 'tries again', 'send-again'],
      [[33, 100, 131008, 131009, 131053], 'told', 'send-again'],
      [[130472], 'told', 'open-templates'],
      [[131049, 131050], 'told', 'none'],
      [[130497, 131021, 131062], 'told', 'none'],
      [[131026, 131030, 131037, 131042, 131044, 131045, 131048], 'told', 'send-again'],
      [[131047], 'told', 'keep-message', 'open-templates'],
      [[131051, 131052], 'told', 'none'],
      [[131063, 131064], 'told', 'send-again'],
      [[132000, 132001, 132008, 132012, 132015, 132016, 132018], 'told', 'refresh-list'],
      [[132005, 132007], 'told', 'open-templates'],
      [[132068], 'told', 'send-again'],
      // An hour is too long to wait for without a word.
      [[132069, 133016], 'told', 'send-again'],
      [[133000, 133005, 133006, 133008, 133009, 133010, 133015], 'told', 'send-again'],
      [[134011, 135000, 137000], 'told', 'send-again'],
      [[131020, 131041, 131059, 131201], 'told', 'none'],
      [[138000, 138018], 'told', 'none'],
      [[139000, 139004, 139100, 139101, 139103], 'told', 'send-again'],
      [[987654], 'told', 'send-again'],
    ];

    const instead = (button: Button): Button => (button === 'send-again' ? 'open-templates' : button);
    const rows = codes.flatMap(([each, then, button, ofTemplate = instead(button)]) =>
      each.map((code) => [code, then, button, ofTemplate] as const),
    );

    function then(error: AppError): Then {
      return nextStep(error, {}).do === 'tell' ? 'told' : 'tries again';
    }

    async function cardOf(error: AppError, template?: string) {
      const { posted, modify, read } = postings([whatsappRoom()], [{ id: 'message-id', text: 'Hello' }]);
      const where = { number: '551155550100', customer: '5511955550111', roomId: 'room-id', messageId: 'message-id' };
      await reportFailure(fakeHost({ modify, read }).host, { ...where, template }, error);
      const [card] = posted;
      expectWellDrawn(card?.blocks ?? []);
      const values = nodesOf(card?.blocks).map(({ value }) => value);
      const buttons: Button[] = ['send-again', 'keep-message', 'open-templates', 'refresh-list'];
      const button = buttons.find((each) => values.includes(each)) ?? 'none';
      return { text: card?.text ?? '', button };
    }

    test('every code of the table of errors that concerns sending stands here', () => {
      const elsewhere = ['32', '341', '803', '80008', '139102'];
      const missing = Object.keys(errorCodes).filter((code) => !rows.some(([each]) => String(each) === code));
      expect(missing).toEqual(elsewhere);
    });

    test.each(rows)('code %i, at once and by a status: %s, with the button %s, of a template %s', async (...row) => {
      const [code, expected, button, ofTemplate] = row;
      const details = 'See *this*: [link](https://evil.example), @all';
      const answer = { error: { code, message: 'm', error_data: { details } } };
      const atOnce = readFailure(
        { statusCode: code === 0 ? 401 : 400, data: answer, content: JSON.stringify(answer) },
        'KEY',
      );
      const byStatus = readStatusError([{ code, title: 't', error_data: { details } }]);
      expect([atOnce.key, byStatus.key]).toEqual([atOnce.key, atOnce.key]);
      expect([then(atOnce), then(byStatus)]).toEqual([expected, expected]);
      const card = await cardOf(byStatus);
      expect({ button: card.button, namesCode: card.text.includes(`(WhatsApp code ${code})`) }).toEqual({
        button,
        namesCode: true,
      });
      expect((await cardOf(byStatus, 'order_update')).button).toBe(ofTemplate);
      expect(card.text).not.toMatch(/\]\(https|@all\b|\*this\*/);
    });

    /** Answers without a code that is known, as 360dialog, proxies and old versions send them. */
    const shapes: [what: string, status: number, body: string, then: Then | 'asks', words: RegExp][] = [
      ['its own JSON, refusing', 400, '{"error":"Something is wrong"}', 'told', /Something is wrong/],
      [
        'its own JSON, the limiter',
        400,
        '{"error":"You have exceeded the endpoint rate limit."}',
        'tries again',
        /too many/,
      ],
      [
        'the limiter as a text',
        400,
        'You have exceeded the limit of 1 request every 2 seconds',
        'tries again',
        /too many/,
      ],
      ['the old envelope', 400, '{"meta":{"success":false,"developer_message":"Bad thing"}}', 'told', /Bad thing/],
      [
        'the old envelope, other spelling',
        401,
        '{"meta":{"httpCode":404,"developerMessage":"Invalid api_key"}}',
        'told',
        /API key/,
      ],
      ['on-premise errors', 400, '{"errors":[{"code":1008,"title":"Required","details":"no to"}]}', 'told', /no to/],
      ['nothing, refused', 401, '', 'told', /API key/],
      ['no payment', 402, '{"error":"x"}', 'told', /payment/],
      ['a text that forbids', 403, '{"error":"The endpoint is blocked"}', 'told', /does not allow this request/],
      ['too many', 429, '', 'tries again', /too many/],
      ['nobody there to hand it to', 503, '<html>Service Unavailable</html>', 'tries again', /360dialog has a problem/],
      [
        'WhatsApp not there',
        502,
        '{"error":"WhatsApp for Business API not available"}',
        'tries again',
        /WhatsApp has a problem/,
      ],
    ];

    test.each(shapes)('%s (HTTP %i): the app does what it can', async (_what, statusCode, content, expected, words) => {
      const error = readFailure({ statusCode, content }, 'KEY');
      expect(then(error)).toBe(expected);
      expect((await cardOf(error)).text).toMatch(words);
    });

    test('a status without any reason is told', async () => {
      expect((await cardOf(readStatusError(undefined))).text).toMatch(/gave no reason/);
    });
  });

  describe('resend', () => {
    test('of a message’s pieces those count that WhatsApp has or that are on their way, each as often as it was', async () => {
      const { host } = fakeHost();
      const about = 'message-id';
      const link = (piece: string, delivery: string) =>
        storeEntry(host, {
          ...file(Date.now(), `wamid.${piece}.${delivery}`),
          kind: 'link',
          direction: 'out',
          number: '1',
          customer: '2',
          about,
          piece,
          delivery,
        });
      await link('a', 'failed');
      await link('b', 'accepted');
      await link('b', 'read');
      await storeEntry(host, outboxEntry({ about, piece: 'c' }));
      await storeEntry(host, outboxEntry({ about, piece: 'uncertain', told: true }));
      await storeEntry(host, outboxEntry({ about }));
      await storeEntry(host, outboxEntry({ about: 'another', piece: 'd' }));
      expect(await findPieces(host, about)).toEqual(['b', 'b', 'c']);
      // Of those that were taken before, records decide as long as they are there.
      expect(await findPieces(host, about, ['a', 'b', 'b', 'e', 'e'])).toEqual(['b', 'b', 'c', 'e', 'e']);
    });

    const whose = { number: '551155550100', customer: '5511955550111' };
    const message: { id: string; room: IRoom } = { id: 'm', room: whatsappRoom() };

    describe('who sends a message again', () => {
      test('is the first of two instances that ask at once, in every try', async () => {
        for (let tries = 0; tries < 20; tries += 1) {
          const { host, store } = fakeHost();
          const ends = await Promise.all(
            [host, fakeHost({ store }).host].map((each) => takeUpAgain(each, whose, message)),
          );
          expect(ends.filter(Boolean)).toHaveLength(1);
          await ends.find(Boolean)?.();
          expect(store.records).toEqual([]);
        }
      });

      test('is nobody else until the first one has ended', async () => {
        const { host } = fakeHost();
        const end = await takeUpAgain(host, whose, message);
        expect(await takeUpAgain(host, whose, message)).toBeUndefined();
        expect(await takeUpAgain(host, whose, { ...message, id: 'another' })).toBeDefined();
        await end?.();
        expect(await takeUpAgain(host, whose, message)).toBeDefined();
      });

      test('is free again when the sweep has told of one that a crash left', async () => {
        const { host } = fakeHost();
        await storeEntry(host, outboxEntry({ about: 'm', told: true }));
        await storeEntry(host, outboxEntry({ about: 'm', piece: 'text 1' }));
        expect(await takeUpAgain(host, whose, message)).toBeDefined();
      });
    });

    function workspace(refusal?: Error) {
      const deleted: unknown[] = [];
      const deleteMessage = async ({ id }: { id: string }) => {
        if (refusal) throw refusal;
        deleted.push(id);
      };
      const { read } = postings([], [{ id: 'card' }]);
      const modify = { getDeleter: () => ({ deleteMessage }) } as unknown as Partial<IModify>;
      return { deleted, ...fakeHost({ read: read, modify }) };
    }

    describe('a card that is not true any more', () => {
      test('goes', async () => {
        const { host, deleted } = workspace();
        await withdrawCard(host, 'card');
        await withdrawCard(host, 'gone');
        expect(deleted).toEqual(['card']);
      });

      test('stays where Rocket.Chat does not delete it, which is logged', async () => {
        const { host, log } = workspace(new Error('not allowed'));
        await withdrawCard(host, 'card');
        expect(log.join()).toContain('not allowed');
      });
    });
  });
});

describe('reportFailure', () => {
  const closed = new AppError({ kind: 'refused', retry: 'no', key: 'errors:windowClosed' });
  const message = { id: 'message-id', text: 'Hello   there' };
  const whose = { number: '551155550100', customer: '5511955550111' };
  const where = { ...whose, roomId: 'room-id', messageId: 'message-id' };

  describe('a message that failed', () => {
    test('is told in its room, with the reason, the advice and a button', async () => {
      const { posted, modify, read } = postings([whatsappRoom()], [message]);
      await reportFailure(fakeHost({ modify, read }).host, where, closed);
      expect(posted).toHaveLength(1);
      expect(posted[0]).toMatchObject({
        room: 'room-id',
        sender: 'bot-id',
        text: expect.stringContaining('“Hello there”'),
      });
      expectWellDrawn(posted[0]?.blocks ?? []);
      expect(nodesOf(posted[0]?.blocks).some(({ value }) => value === 'keep-message')).toBe(true);
    });

    test('has no button when there is no message to send again', async () => {
      const { posted, modify, read } = postings([whatsappRoom()]);
      await reportFailure(fakeHost({ modify, read }).host, { ...whose, roomId: 'room-id', text: 'Welcome' }, closed);
      expect(posted[0]?.text).toContain('“Welcome”');
      expect(nodesOf(posted[0]?.blocks).some(({ value }) => value === 'send-again')).toBe(false);
    });

    test('is repeated only so far that it is known again, and never cut within a character', async () => {
      const { posted, modify, read } = postings([whatsappRoom()], [{ ...message, text: '😀'.repeat(200) }]);
      await reportFailure(fakeHost({ modify, read }).host, where, closed);
      expect(posted[0]?.text).toContain(`“${'😀'.repeat(59)}…”`);
    });

    test('of a bug of ours is told without its inner words', async () => {
      const { posted, modify, read } = postings([whatsappRoom()], [message]);
      const { host, log } = fakeHost({ modify, read });
      await reportFailure(host, where, new TypeError('x is not a function'));
      expect(posted).toHaveLength(1);
      expect(posted[0]?.text).not.toContain('x is not a function');
      expect(log.join()).toContain('x is not a function');
    });
  });
});

describe('missedMessages', () => {
  const since = Date.UTC(2026, 10, 22, 10);
  const until = since + 600_000;
  const period = { since, until };
  const long = `${'a'.repeat(3_000)} ${'b'.repeat(3_000)}`;

  interface Given {
    id: string;
    at?: number;
    text?: string;
    by?: string;
    token?: string;
    type?: string;
    blocks?: object[];
  }

  /** A workspace with these messages in the room, newest first as Rocket.Chat gives them. */
  function workspace(messages: Given[], room = whatsappRoom()) {
    const raw = messages
      .map(({ at = since + 1_000, by = 'agent-id', text = 'Hello', ...rest }) => ({
        ...rest,
        text,
        createdAt: new Date(at),
        sender: { _id: by, username: by },
      }))
      .reverse();
    const whole = (id: string) => {
      const found = raw.find((each) => each.id === id);
      return (
        found &&
        ({ ...found, sender: person({ id: found.sender._id, type: 'user' as never }), room } as never as IMessage)
      );
    };
    const pages: number[] = [];
    const { host } = fakeHost({
      read: {
        getRoomReader: () => ({
          getMessages: async (_room: string, { skip = 0, limit = 100 }) => (
            pages.push(skip),
            raw.slice(skip, skip + limit)
          ),
        }),
        getMessageReader: () => ({ getById: async (id: string) => whole(id) }),
        getUserReader: () => ({ getAppUser: async () => person({ id: 'bot-id' }) }),
      } as unknown as Partial<IRead>,
    });
    return { host, pages, find: async () => (await findMissedMessages(host, room, period)).map(({ id }) => id) };
  }

  describe('what agents wrote and nobody heard', () => {
    test('is what has no record, oldest first', async () => {
      const { host, find } = workspace([{ id: 'sent' }, { id: 'lost' }, { id: 'lost too' }]);
      await storeEntry(host, outboxEntry({ about: 'sent', piece: 'text 1' }));
      expect(await find()).toEqual(['lost', 'lost too']);
    });

    test('is what has fewer records than pieces', async () => {
      const { host, find } = workspace([
        { id: 'whole', text: long },
        { id: 'half', text: long },
      ]);
      for (const about of ['whole', 'whole', 'half']) await storeEntry(host, outboxEntry({ about, piece: 'p' }));
      expect(await find()).toEqual(['half']);
    });

    test.each<[string, Given]>([
      ['the customer’s', { id: 'm', token: 'visitor' }],
      ['Rocket.Chat’s own', { id: 'm', type: 'livechat-close' }],
      ['the app’s own', { id: 'm', by: 'bot-id' }],
      ['without a word', { id: 'm', text: ' ' }],
      ['older', { id: 'm', at: since - 1 }],
      ['younger: the app runs again', { id: 'm', at: until + 1 }],
    ])('is nothing that is %s', async (_what, message) => {
      expect(await workspace([message]).find()).toEqual([]);
    });

    test('is nothing of which a card tells already', async () => {
      const card = { id: 'card', by: 'bot-id', blocks: [{ elements: [{ value: '{"messageId":"failed"}' }] }] };
      expect(await workspace([{ id: 'failed' }, card]).find()).toEqual([]);
    });

    test('is not looked for in rooms that are not ours, nor further back than it can be', async () => {
      const foreign = workspace([{ id: 'm' }], whatsappRoom({ customFields: undefined }));
      expect(await foreign.find()).toEqual([]);
      expect(foreign.pages).toEqual([]);
      const many = Array.from({ length: 1_000 }, (_, at) => ({ id: `m${at}`, token: 'visitor' }));
      const busy = workspace(many);
      await busy.find();
      expect(busy.pages).toEqual([0, 100, 200, 300, 400]);
    });

    test('is a file that cannot be read any more, once', async () => {
      const { host, find } = workspace([{ id: 'm', ...{ files: [{ _id: 'f', name: 'a.png', type: 'image/png' }] } }]);
      expect(await find()).toEqual(['m']);
      await storeEntry(host, outboxEntry({ about: 'm', piece: 'file f' }));
      expect(await find()).toEqual([]);
    });
  });
});
