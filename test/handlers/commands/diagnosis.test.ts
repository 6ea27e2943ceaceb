import { diagnosis } from '../../../src/handlers/commands/diagnosis';
import { saveNumber } from '../../../src/handlers/records/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';

test('the diagnosis helps and gives nothing away', async () => {
  const { host } = fakeHost();
  const number = connectedNumber({ quality: 'GREEN', phoneNumberId: '100', welcomeMessage: 'our words' });
  await saveNumber(host, number);
  const facts = JSON.parse(await diagnosis(host)) as Record<string, unknown>;
  expect(facts).toMatchObject({
    app: '1.2.3',
    runtime: process.version,
    numbers: [{ number: '…0100', quality: 'GREEN', knownToMeta: true }],
    apiBaseUrl: 'https://waba-v2.360dialog.io',
    language: 'en',
  });
  const text = JSON.stringify(facts);
  for (const secret of [number.apiKey, number.webhookSecret, number.digits, 'our words', 'hash']) {
    expect(text).not.toContain(secret);
  }
});
