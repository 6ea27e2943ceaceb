import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { createDialog360 } from './support/createDialog360';
import { parseTemplates } from '../../../src/handlers/dialog360/parseTemplates';
import { readFailure } from '../../../src/handlers/dialog360/readFailure';
import { readStatusError } from '../../../src/handlers/dialog360/readStatusError';
import { describeError } from '../../../src/handlers/errors/describeError';
import { connect } from './support/connect';

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
