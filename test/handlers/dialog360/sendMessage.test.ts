import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { markRead } from '../../../src/handlers/dialog360/markRead';
import { parseTemplates } from '../../../src/handlers/dialog360/parseTemplates';
import { readFailure } from '../../../src/handlers/dialog360/readFailure';
import { readStatusError } from '../../../src/handlers/dialog360/readStatusError';
import { sendMessage } from '../../../src/handlers/dialog360/sendMessage';
import { describeError } from '../../../src/handlers/core/errors/describeError';
import { connect, failureOf } from './support/connect';
import { createDialog360 } from './support/createDialog360';

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
