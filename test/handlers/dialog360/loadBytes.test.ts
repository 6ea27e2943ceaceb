import { loadBytes, PIECE } from '../../../src/handlers/dialog360/loadBytes';
import { connect } from './support/connect';

const bytes = Buffer.from([0, 255, 1]);

test('asks for all of a file', async () => {
  const { connection, requests } = connect({ bytes, headers: { 'content-type': 'image/png' } });
  const loaded = await loadBytes(connection, '/file', { timeout: 7_000 });
  expect(loaded).toEqual({ bytes, mimeType: 'image/png', isPiece: false });
  expect(requests[0]).toMatchObject({ url: 'https://waba.example/file', timeout: 7_000, encoding: null });
  expect(requests[0]?.headers).not.toHaveProperty('Range');
});

test('asks for a piece of it, and says whether it came', async () => {
  const { connection, requests } = connect({ status: 206, bytes }, { status: 200, bytes });
  await expect(loadBytes(connection, '/file', { timeout: 1, from: 10 })).resolves.toMatchObject({ isPiece: true });
  await expect(loadBytes(connection, '/file', { timeout: 1, from: 10 })).resolves.toMatchObject({ isPiece: false });
  expect(requests[0]?.headers).toMatchObject({ Range: `bytes=10-${PIECE + 9}`, 'D360-API-KEY': connection.apiKey });
});
