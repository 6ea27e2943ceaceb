import { createDialog360 } from './support/createDialog360';
import { connect } from './support/connect';

describe('createDialog360', () => {
  test('gives every call, bound to its number', async () => {
    const { connection, requests } = connect({ json: { messages: [{ id: 'wamid.1' }] } }, { json: { success: true } });
    const dialog360 = createDialog360(connection);
    await expect(dialog360.sendMessage({ to: '1' })).resolves.toMatchObject({ wamid: 'wamid.1' });
    await dialog360.markRead('wamid.2', { typing: true });
    expect(requests.map(({ headers }) => headers?.['D360-API-KEY'])).toEqual([connection.apiKey, connection.apiKey]);
    expect(Object.keys(dialog360).sort()).toEqual([
      'downloadMedia',
      'markRead',
      'readHealth',
      'readMedia',
      'readTemplates',
      'readWebhookSettings',
      'removeWebhook',
      'sendMessage',
      'uploadMedia',
      'writeWebhook',
    ]);
  });

  test('never waits as long as the host would', async () => {
    const { connection, requests } = connect(...Array.from({ length: 20 }, () => ({ status: 500 })));
    const { downloadMedia, uploadMedia, ...dialog360 } = createDialog360(connection);
    const file = { content: Buffer.from(''), mimeType: 'image/png', fileName: 'a' };
    const calls = [
      dialog360.readHealth(),
      dialog360.readWebhookSettings(),
      dialog360.writeWebhook({ url: 'https://a', headers: {} }),
      dialog360.removeWebhook('https://a'),
      dialog360.sendMessage({}),
      dialog360.markRead('a'),
      dialog360.readMedia('an-id'),
      dialog360.readTemplates(),
      downloadMedia('https://waba.example/a'),
      uploadMedia(file),
    ];
    await Promise.allSettled(calls);
    expect(requests).toHaveLength(calls.length);
    for (const { url, timeout = Infinity } of requests) {
      const isOfFile = ['https://waba.example/a', 'https://waba.example/media'].includes(url);
      expect({ url, isPatient: timeout < (isOfFile ? 180_000 : 30_000) }).toEqual({ url, isPatient: true });
    }
  });
});
