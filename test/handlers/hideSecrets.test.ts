import type { ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { hideSecrets } from '../../src/handlers/hideSecrets';

/** A log as the engine begins it, with a copy of what the call was called with. */
function logOf(...args: unknown[]) {
  const entries = [{ args }];
  const logger = { getLogs: () => ({ entries }) } as unknown as ILogger;
  hideSecrets(logger);
  return JSON.stringify(entries);
}

describe('hideSecrets', () => {
  test('takes keys and secrets out of what the engine has logged, however deep they stand', () => {
    const shown = logOf({ view: { state: { form: { apiKey: 'key-1', phone: '+49' } } } }, { authorization: 'key-2' });
    expect(shown).not.toMatch(/key-\d/);
    expect(shown).toContain('+49');
  });

  test('leaves nothing of a webhook that is a customer’s, nor what opens the endpoint', () => {
    const shown = logOf('incoming’s POST is being executed...', {
      method: 'post',
      headers: { 'x-whatsapp-webhook-secret': 'key-3', host: 'chat.example.org' },
      content: { entry: [{ changes: [{ value: { messages: [{ from: '4915112345678' }] } }] }] },
      privateHash: 'key-4',
    });
    expect(shown).not.toMatch(/key-\d|4915112345678/);
    expect(shown).toContain('chat.example.org');
    expect(shown).toContain('not logged');
  });

  test.each([[null], ['text'], [undefined], [7]])('is content with %p', (value) => {
    expect(() => logOf(value)).not.toThrow();
  });

  test('is content with a logger that gives nothing out', () => {
    expect(() => hideSecrets({} as ILogger)).not.toThrow();
  });
});
