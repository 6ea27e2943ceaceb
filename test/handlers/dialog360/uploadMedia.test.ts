import { uploadMedia } from '../../../src/handlers/dialog360/uploadMedia';
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
});
