import { diagnosis } from '../../../src/handlers/entry/commands/support';
import { AppError } from '../../../src/handlers/core/errors/AppError';
import { connectionOf } from '../../../src/handlers/numbers/connectionOf';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { readSandbox } from '../../../src/handlers/core/sandbox';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';

test('the diagnosis helps and gives nothing away', async () => {
  const { host } = fakeHost();
  const number = connectedNumber({ quality: 'GREEN', phoneNumberId: '100', welcomeMessage: 'our words' });
  await saveNumber(host, number);
  const { note } = await connectionOf(host, number);
  const details = `request to https://waba-v2.360dialog.io/messages failed, reason: read ECONNRESET`;
  note?.(new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:connectionBroke', params: { details } }));
  const text = await diagnosis(host);
  expect(text.split('\n')).toEqual([
    'app: 1.2.3',
    'id: app-id',
    `sandbox: ${readSandbox().name}`,
    'api_base_url: https://waba-v2.360dialog.io',
    'preferred_language: en',
    'numbers: 1',
    'quality of 0100: GREEN',
    'limit of 0100: unknown',
    'id of 0100: known',
    'templates of 0100: unread',
    expect.stringMatching(/^trouble at \d{4}-\d\d-\d\d \d\d:\d\d UTC: connectionBroke, read ECONNRESET$/),
  ]);
  for (const secret of [number.apiKey, number.webhookSecret, number.digits, 'our words', 'hash']) {
    expect(text).not.toContain(secret);
  }
});
