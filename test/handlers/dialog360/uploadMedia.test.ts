import { uploadMedia } from '../../../src/handlers/dialog360/uploadMedia';
import { answering } from '../media/support/answering';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

const file = { content: Buffer.from('bytes'), mimeType: 'audio/ogg; codecs=opus', fileName: 'voice.ogg' };

describe('uploadMedia', () => {
  test.each([
    ['a text', '914268667232441'],
    ['a number', 914],
  ])('gives the id, %s', async (_case, id) => {
    const { connection, requests } = connect({ json: { id } });
    await expect(uploadMedia(connection, file)).resolves.toBe(String(id));
    const [request] = requests;
    expect(request).toMatchObject({ method: 'post', url: 'https://waba.example/media' });
    expect(request?.headers?.['Content-Type']).toMatch(/^multipart\/form-data; boundary=/);
    // As `data` and a Buffer: the one way in which a host hands bytes on untouched.
    expect(Buffer.isBuffer(request?.data)).toBe(true);
    expect(String(request?.data)).toContain('name="type"\r\n\r\naudio/ogg; codecs=opus\r\n');
  });

  test('tells why a file was refused', async () => {
    const { connection } = connect({ status: 400, json: { error: { message: 'bad type', code: 131053 } } });
    expect(await failureOf(uploadMedia(connection, file))).toMatchObject({ key: 'errors:ourMediaRefused' });
  });

  test('does not take an answer without an id for a success', async () => {
    const { connection } = connect({ json: {} });
    expect(await failureOf(uploadMedia(connection, file))).toMatchObject({ key: 'errors:answerUnreadable' });
  });

  describe('with a heavy file', () => {
    const heavy = { ...file, content: Buffer.alloc(9 * 1024 * 1024, 'x') };

    test('goes past the engine, with the key', async () => {
      const meta = await answering(200, { id: '42' }, { 'content-type': 'application/json' });
      const { connection, requests } = connect({ json: { id: 'by the engine' } });
      const id = await uploadMedia({ ...connection, baseUrl: meta.url }, heavy);
      await meta.stop();
      expect({ id, requests }).toEqual({ id: '42', requests: [] });
      expect(meta.got.map(({ url }) => url)).toEqual(['/', '/media']);
      expect(meta.got[1]?.headers).toMatchObject({ 'd360-api-key': connection.apiKey });
      expect(meta.got[0]?.headers['d360-api-key']).toBeUndefined();
    });

    test('tells why it was refused, and is not sent again', async () => {
      const meta = await answering(400, { error: { message: 'bad type', code: 131053 } });
      const { connection, requests } = connect({ json: { id: 'by the engine' } });
      const failure = await failureOf(uploadMedia({ ...connection, baseUrl: meta.url }, heavy));
      await meta.stop();
      expect(failure).toMatchObject({ key: 'errors:ourMediaRefused' });
      expect(requests).toEqual([]);
    });

    test.each([0, undefined])('goes through the engine where the sandbox does not get through (%s)', async (status) => {
      const meta = status === undefined ? undefined : await answering(status);
      const { connection } = connect({ json: { id: 'by the engine' } });
      await expect(uploadMedia({ ...connection, baseUrl: meta?.url ?? 'http://127.0.0.1:9' }, heavy)).resolves.toBe(
        'by the engine',
      );
      await meta?.stop();
    });
  });
});
