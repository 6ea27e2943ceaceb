import { encodeForm, uploadMedia } from '../../../src/handlers/dialog360/uploadMedia';
import { connect, failureOf } from './support/connect';

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

const content = Buffer.from([0, 13, 10, 45, 45, 255]);

/** What a server makes of the form, by the platform's own parser. */
async function parse(fileName: string, mimeType = 'image/png') {
  const form = encodeForm(
    { messaging_product: 'whatsapp', type: mimeType },
    { field: 'file', fileName, mimeType, content },
  );
  const data = await new Response(form.content, { headers: { 'Content-Type': form.type } }).formData();
  const file = data.get('file');
  if (file === null || typeof file === 'string') throw new Error('The form has no file.');
  return { fields: [...data.keys()], product: data.get('messaging_product'), type: data.get('type'), file };
}

describe('encodeForm', () => {
  test('carries fields and bytes', async () => {
    const { fields, product, type, file } = await parse('a.png');
    expect({ fields, product, type }).toEqual({
      fields: ['messaging_product', 'type', 'file'],
      product: 'whatsapp',
      type: 'image/png',
    });
    expect({ name: file.name, type: file.type }).toEqual({ name: 'a.png', type: 'image/png' });
    expect(Buffer.from(await file.arrayBuffer())).toEqual(content);
  });

  test.each(['Ação – 写真.png', 'a b;c.png', 'a"; filename="b.png', 'a\r\nContent-Type: text/html\r\n\r\n.png'])(
    'keeps the name %j one name',
    async (name) => {
      const { file, fields } = await parse(name);
      expect(fields).toHaveLength(3);
      expect(file.type).toBe('image/png');
      expect([name, name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A')]).toContain(file.name);
    },
  );

  test('does not let a type end its header', async () => {
    const { file, fields } = await parse('a.png', 'image/png\r\nX-Other: 1');
    expect(fields).toHaveLength(3);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(content);
  });
});
