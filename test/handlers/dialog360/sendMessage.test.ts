import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describeError } from '../../../src/handlers/core/errors/describeError';
import { markRead, sendMessage } from '../../../src/handlers/dialog360/sendMessage';
import { parseTemplates } from '../../../src/handlers/dialog360/parseTemplates';
import { readFailure, readStatusError } from '../../../src/handlers/dialog360/readFailure';
import { readGraphTemplates, readLegacyTemplates, readTemplates } from '../../../src/handlers/dialog360/readTemplates';
import { connect, createDialog360, failureOf } from './support/connect';

describe('sendMessage', () => {
  describe('sendMessage', () => {
    test.each([
      [
        'by number',
        { contacts: [{ input: '+55 11', wa_id: '5511' }], messages: [{ id: 'wamid.A' }] },
        { wamid: 'wamid.A', waId: '5511', userId: undefined, messageStatus: undefined },
      ],
      [
        'by business-scoped id',
        { contacts: [{ input: 'US.1', user_id: 'US.1' }], messages: [{ id: 'a' }] },
        { wamid: 'a', waId: undefined, userId: 'US.1', messageStatus: undefined },
      ],
      [
        'a template',
        { messages: [{ id: 'a', message_status: 'held_for_quality_assessment' }] },
        { wamid: 'a', waId: undefined, userId: undefined, messageStatus: 'held_for_quality_assessment' },
      ],
      [
        'with oddly shaped contacts',
        { contacts: null, messages: [{ id: 'a' }] },
        { wamid: 'a', waId: undefined, userId: undefined, messageStatus: undefined },
      ],
    ])('tells what was accepted: %s', async (_case, json, sent) => {
      const { connection, requests } = connect({ status: 201, json });
      await expect(sendMessage(connection, { to: '5511', type: 'text', text: { body: 'Hi' } })).resolves.toEqual(sent);
      expect(requests[0]).toMatchObject({ method: 'post', url: 'https://waba.example/messages' });
      expect(JSON.parse(requests[0]?.content ?? '')).toEqual({
        messaging_product: 'whatsapp',
        to: '5511',
        type: 'text',
        text: { body: 'Hi' },
      });
    });

    test.each([
      ['a timeout', new Error('network timeout at: https://waba.example/messages')],
      ['a reset', new Error('read ECONNRESET')],
      ['an error of no known kind', new Error('An unknown error occurred')],
      ['a gateway that gave up', { status: 504, text: 'Gateway Timeout' }],
      ['a gateway that lost its server', { status: 502, text: 'Bad Gateway' }],
      ['a server that broke down', { status: 500, json: { error: 'Internal server error' } }],
      ['a success that breaks off', { status: 200, text: '{"messages":[{"id":"wa' }],
      ['a success without an id', { status: 200, json: { messages: [] } }],
    ])('does not know after %s, and says never to repeat it blindly', async (_case, reply) => {
      const { connection } = connect(reply);
      expect(await failureOf(sendMessage(connection, { to: '1' }))).toMatchObject({
        key: 'errors:maybeSent',
        kind: 'unreachable',
        retry: 'no',
        retryAfterMs: undefined,
        maybeSent: true,
      });
    });

    test.each([
      ['a server that is not there', new Error('connect ECONNREFUSED'), 'errors:unreachable', 'now'],
      ['a name that is not known', new Error('getaddrinfo ENOTFOUND x'), 'errors:hostUnknown', 'now'],
      ['a gateway without servers', { status: 503, text: 'Service Unavailable' }, 'errors:dialog360Down', 'later'],
      [
        'a WhatsApp that 360dialog cannot reach',
        { status: 502, json: { error: 'WhatsApp for Business API not available' } },
        'errors:whatsappDown',
        'later',
      ],
      [
        "a no of Meta's with 500",
        { status: 500, json: { error: { message: 'm', code: 2 } } },
        'errors:whatsappDown',
        'later',
      ],
      ['a limiter', { status: 429, json: { error: { message: 'm', code: 130429 } } }, 'errors:numberLimited', 'later'],
      ['a refusal', { status: 400, json: { error: { message: 'm', code: 131047 } } }, 'errors:windowClosed', 'no'],
      ['a refused key', { status: 401 }, 'errors:keyRefused', 'no'],
    ])('knows that nothing left after %s', async (_case, reply, key, retry) => {
      const { connection } = connect(reply);
      expect(await failureOf(sendMessage(connection, { to: '1' }))).toMatchObject({ key, retry, maybeSent: false });
    });
  });

  describe('markRead', () => {
    test.each([
      [undefined, {}],
      [{ typing: false }, {}],
      [{ typing: true }, { typing_indicator: { type: 'text' } }],
    ])('tells that a message was read, with %j', async (options, more) => {
      const { connection, requests } = connect({ json: { success: true } });
      await markRead(connection, 'wamid.A', options);
      expect(requests[0]?.url).toBe('https://waba.example/messages');
      expect(JSON.parse(requests[0]?.content ?? '')).toEqual({
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: 'wamid.A',
        ...more,
      });
    });

    test('tells why it was refused', async () => {
      const details = 'Please check the message ID you have provided.';
      const { connection } = connect({
        status: 400,
        json: { error: { message: 'm', code: 100, error_data: { details } } },
      });
      expect(await failureOf(markRead(connection, 'x'))).toMatchObject({
        key: 'errors:contentRefused',
        params: { details },
      });
    });
  });

  describe('payloads', () => {
    /** Real bodies, where a neighbouring folder has them; they are not part of this repository. */
    const folder = join(__dirname, '../../../../shared/payloads');
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
    const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const matching = (pattern: RegExp) => names.filter((name) => pattern.test(name));

    const exchangeSchema = v.object({ response: v.object({ status: v.number(), body: v.unknown() }) });

    function replyOf(name: string) {
      const { status, body } = v.parse(exchangeSchema, read(name)).response;
      return typeof body === 'string' ? { status, text: body } : { status, json: body };
    }

    const describeIf = names.length > 0 ? describe : describe.skip;

    describeIf('real bodies', () => {
      test.each(matching(/^error-/))('%s ends in a sentence', async (name) => {
        const { connection } = connect(replyOf(name));
        const error = readFailure(await connection.http.get('https://waba.example/a'), connection.apiKey);
        expect(error.key).toMatch(/^errors:/);
        expect(String(error.params.details)).not.toBe('');
        expect(describeError(error, (key, params) => `${key} ${JSON.stringify(params)}`)).not.toContain('undefined');
      });

      const calls = [
        [/^response-(messages-send-(?!typing)|send-message)/, 'sendMessage', { wamid: expect.any(String) as string }],
        [/^response-health-status/, 'readHealth', { canSend: expect.any(String) as string }],
        [/^response-webhook-config/, 'readWebhookSettings', { url: expect.stringContaining('https://') as string }],
        [
          /^response-(get-media|medias-media|medias-test)/,
          'readMedia',
          { url: expect.stringContaining('https://') as string },
        ],
      ] as const;
      const cases = calls.flatMap(([pattern, call, expected]) =>
        matching(pattern).map((name) => [name, call, expected] as const),
      );

      test.each(cases)('%s is read by %s', async (name, call, expected) => {
        const { connection } = connect(replyOf(name));
        const dialog360 = createDialog360(connection);
        const attempts = {
          sendMessage: () => dialog360.sendMessage({}),
          readHealth: () => dialog360.readHealth(),
          readWebhookSettings: () => dialog360.readWebhookSettings(),
          readMedia: () => dialog360.readMedia('1'),
        };
        await expect(attempts[call]()).resolves.toMatchObject(expected);
      });

      test.each(matching(/^response-(upload-media|medias-upload)/))('%s is read by uploadMedia', async (name) => {
        const { connection } = connect(replyOf(name));
        const file = { content: Buffer.from(''), mimeType: 'image/png', fileName: 'a' };
        await expect(createDialog360(connection).uploadMedia(file)).resolves.toMatch(/^\d+$/);
      });

      test.each(matching(/^status-failed/))('%s tells why it failed', (name) => {
        const text = JSON.stringify(read(name));
        const [errors = '[]'] = /\[\{[^[\]]*"code"[^[\]]*\}\]/.exec(text) ?? [];
        expect(readStatusError(JSON.parse(errors)).code).toEqual(expect.any(Number));
      });

      test.each(matching(/^template-(?!component)/))('%s breaks nothing in a list of templates', (name) => {
        const list = parseTemplates([read(name), { name: 'next', language: 'en' }]);
        expect(list.templates.at(-1)).toMatchObject({ name: 'next' });
      });
    });
  });
});

describe('readTemplates', () => {
  describe('readTemplates', () => {
    const graphPage = { json: { data: [{ name: 'new', language: 'en' }] } };

    describe('readTemplates', () => {
      test('asks the older API first', async () => {
        const { connection, requests } = connect({
          json: { waba_templates: [{ name: 'old', language: 'en' }], total: 1 },
        });
        await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'old' }], skipped: 0 });
        expect(requests).toHaveLength(1);
      });

      test.each([404, 405, 410, 501])('asks the newer one where the older answers %d', async (status) => {
        const { connection } = connect({ status, text: 'gone' }, graphPage);
        await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'new' }] });
      });

      test('asks the newer one where the older is blocked', async () => {
        const { connection } = connect({ status: 403, json: { error: 'The endpoint is blocked' } }, graphPage);
        await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'new' }] });
      });

      test.each([
        ['a refused key', { status: 401, json: { meta: { httpCode: 404, developerMessage: 'Invalid api_key' } } }],
        ['an outage', { status: 502, text: 'Bad Gateway' }],
        ['no connection', new Error('socket hang up')],
      ])('does not ask it after %s', async (_case, reply) => {
        const { connection, requests } = connect(reply, graphPage);
        await failureOf(readTemplates(connection));
        expect(requests).toHaveLength(1);
      });
    });

    const rows = (...names: string[]) => names.map((name) => ({ name, language: 'en' }));

    describe('readLegacyTemplates', () => {
      test.each([
        ['one page', [{ waba_templates: rows('a', 'b'), total: 2, count: 2 }], ['a', 'b'], [0]],
        [
          'pages of the size that the server likes',
          [
            { waba_templates: rows('a', 'b'), total: 3 },
            { waba_templates: rows('c'), total: 3 },
          ],
          ['a', 'b', 'c'],
          [0, 2],
        ],
        ['no total', [{ waba_templates: rows('a') }], ['a'], [0]],
        ['no templates', [{ waba_templates: [], total: 0 }], [], [0]],
        [
          'a total that never comes true',
          [
            { waba_templates: rows('a'), total: 9 },
            { waba_templates: [], total: 9 },
          ],
          ['a'],
          [0, 1],
        ],
      ])('reads %s', async (_case, pages, names, offsets) => {
        const { connection, requests } = connect(...pages.map((json) => ({ json })));
        const { templates } = await readLegacyTemplates(connection);
        expect(templates.map(({ name }) => name)).toEqual(names);
        expect(requests.map(({ url }) => url)).toEqual(
          offsets.map((offset) => `https://waba.example/v1/configs/templates?limit=1000&offset=${offset}`),
        );
      });

      test('ends with a server that never comes to an end', async () => {
        const pages = Array.from({ length: 150 }, () => ({ json: { waba_templates: rows('a'), total: 1e9 } }));
        const { connection, requests } = connect(...pages);
        await readLegacyTemplates(connection);
        expect(requests).toHaveLength(100);
      });

      test('does not take another JSON for an empty list', async () => {
        const { connection } = connect({ json: { data: [] } });
        expect(await failureOf(readLegacyTemplates(connection))).toMatchObject({ key: 'errors:answerUnreadable' });
      });
    });

    const page = (name: string, paging?: object) => ({
      json: { data: [{ name, language: 'en', status: 'APPROVED' }], paging },
    });
    const next = 'https://elsewhere.example/message_templates?after=FROM_NEXT';

    describe('readGraphTemplates', () => {
      test.each([
        ['a list without pages', [page('a')], ['a'], [undefined]],
        [
          'pages by their cursors, on our own address',
          [
            page('a', { cursors: { before: 'x', after: 'C1' }, next }),
            page('b', { cursors: { before: 'y', after: 'C2' } }),
          ],
          ['a', 'b'],
          [undefined, 'C1'],
        ],
        [
          'a cursor that stands in the address only',
          [page('a', { next }), page('b')],
          ['a', 'b'],
          [undefined, 'FROM_NEXT'],
        ],
        [
          'no further when a cursor comes again',
          [page('a', { cursors: { after: 'C' }, next }), page('b', { cursors: { after: 'C' }, next })],
          ['a', 'b'],
          [undefined, 'C'],
        ],
        ['a list with odd paging', [page('a', { cursors: 5 })], ['a'], [undefined]],
      ])('reads %s', async (_case, pages, names, cursors) => {
        const { connection, requests } = connect(...pages);
        const { templates } = await readGraphTemplates(connection);
        expect(templates.map(({ name }) => name)).toEqual(names);
        expect(requests.map(({ url }) => url)).toEqual(
          cursors.map((after) => `https://waba.example/message_templates?limit=200${after ? `&after=${after}` : ''}`),
        );
      });
    });
  });

  describe('parseTemplates', () => {
    const record = { name: 'hello', language: 'en_US' };

    describe('parseTemplates', () => {
      test('reads a full record', () => {
        const { templates, skipped } = parseTemplates([
          {
            ...record,
            id: 17,
            status: 'approved',
            category: 'utility',
            parameter_format: 'NAMED',
            rejected_reason: 'NONE',
            quality_score: { score: 'green', date: 1 },
            namespace: 'ns',
            components: [
              { type: 'header', format: 'text', text: 'Hi {{name}}', example: { header_text: ['Ann'] } },
              { type: 'BODY', text: 'Welcome' },
              { type: 'BUTTONS', buttons: [{ type: 'quick_reply', text: 'Yes', extra: 1 }] },
            ],
          },
        ]);
        expect(skipped).toBe(0);
        expect(templates).toEqual([
          {
            id: '17',
            name: 'hello',
            language: 'en_US',
            status: 'APPROVED',
            category: 'UTILITY',
            parameterFormat: 'NAMED',
            rejectedReason: undefined,
            quality: 'GREEN',
            namespace: 'ns',
            components: [
              { type: 'HEADER', format: 'TEXT', text: 'Hi {{name}}', example: { header_text: ['Ann'] } },
              { type: 'BODY', text: 'Welcome' },
              { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes', extra: 1 }] },
            ],
          },
        ]);
      });

      test.each([
        ['nothing besides name and language', {}, { status: 'UNKNOWN', components: [], category: undefined }],
        ['a status of a new kind', { status: 'in_orbit' }, { status: 'IN_ORBIT' }],
        ['a reason', { status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' }, { rejectedReason: 'INVALID_FORMAT' }],
        ['a quality as text', { quality_score: 'Yellow' }, { quality: 'YELLOW' }],
        ['a language as an object', { language: { code: 'pt_BR', policy: 'deterministic' } }, { language: 'pt_BR' }],
        [
          'broken components',
          { components: [null, { type: 'BODY' }, { text: 'x' }, 'y'] },
          { components: [{ type: 'BODY' }] },
        ],
        ['components of another kind', { components: 'x' }, { components: [] }],
        [
          'a component nobody knows',
          { components: [{ type: 'hologram', depth: 3 }] },
          { components: [{ type: 'HOLOGRAM', depth: 3 }] },
        ],
        ['fields of other kinds', { id: null, category: 5, namespace: null }, { id: undefined, category: undefined }],
      ])('reads a record with %s', (_case, more, expected) => {
        expect(parseTemplates([{ ...record, ...more }]).templates).toMatchObject([expected]);
      });

      test('leaves out what nobody could send, and counts it', () => {
        const list = parseTemplates([record, { name: 'x' }, { language: 'en' }, null, 'text', { ...record, name: '' }]);
        expect(list).toMatchObject({ templates: [{ name: 'hello' }], skipped: 5 });
      });
    });
  });
});
