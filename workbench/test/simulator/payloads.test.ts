import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFiles } from '../../src/simulator/samples/sampleFiles';
import type { Loose } from './support/Loose';
import type { Receiver } from './support/startReceiver';
import { startReceiver } from './support/startReceiver';
import type { Reply, TestSimulator } from './support/startTestSimulator';
import { ANA, startTestSimulator } from './support/startTestSimulator';

describe('payloads', () => {
  /** A corpus of bodies from public sources that may lie beside the repository. */
  const FOLDER = join(__dirname, '../../../../shared/payloads');
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
  const read = (name: string): Loose => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  const describeCorpus = files.length > 0 ? describe : describe.skip;

  /** Placeholders that documentation puts where a value belongs. */
  function filled(text: string): string {
    return text
      .replace(/\{\{Recipient[^}]*\}\}/g, ANA)
      .replace(/<?http\(s\):\/\/([\w-]+)>?/g, 'https://example.com/$1')
      .replace('language-and-locale-code', 'en_US')
      .replace('<HEADER_TYPE>', 'text')
      .replace('<SECTION1_TITLE>', 'First')
      .replace('<SECTION2_TITLE>', 'Second');
  }

  let simulator: TestSimulator;
  let receiver: Receiver;

  beforeAll(async () => {
    [simulator, receiver] = await Promise.all([startTestSimulator(), startReceiver()]);
    await simulator.control('POST', '/switches', {
      limits: 'off',
      unknownMedia: 'accept',
      unknownTemplates: 'accept',
      sentAfterMs: 600_000,
      deliveredAfterMs: 600_000,
      readAfterMs: null,
    });
    await simulator.receive({ type: 'text', id: 'wamid.known' });
  });
  afterAll(async () => {
    await simulator.stop();
    await receiver.stop();
  });

  describeCorpus('the corpus of sends', () => {
    // Not a request: the input of one SDK, with its own spelling of members.
    const sends = files.filter((name) => name.startsWith('send-') && name !== 'send-template-carousel--gokapso.json');

    it.each(sends)('accepts %s', async (name) => {
      const body = JSON.parse(filled(readFileSync(join(FOLDER, name), 'utf8')));
      const isRead = body.status === 'read';
      const { status, json } = await simulator.api(
        'POST',
        '/messages',
        isRead ? { ...body, message_id: 'wamid.known' } : body,
      );
      expect([name, status, json.error]).toEqual([name, 200, undefined]);
      if (isRead) expect(json).toEqual({ success: true });
      else expect(json.messages[0].id).toMatch(/^wamid\./);
    });
  });

  describeCorpus('the corpus of errors', () => {
    const fault = (kind: string, params: object) => simulator.control('POST', '/faults', { kind, params, times: 1 });
    const text = { type: 'text', text: { body: 'Hi' } };
    const provoke: Record<string, (sample: Loose) => Promise<Reply>> = {
      'error-360dialog-invalid-key--360dialog-docs.json': async () => {
        await simulator.control('POST', '/switches', { authErrorShape: 'meta' });
        const reply = await simulator.api('POST', '/messages', {}, 'wrong');
        await simulator.control('POST', '/switches', { authErrorShape: 'error' });
        return reply;
      },
      'error-502-non-json--gokapso.json': async () => {
        await fault('bad-gateway', {});
        return simulator.send(text);
      },
      'error-medias-media-handles-error-response--ruby-whatsapp-sdk-vcr.json': () => simulator.api('GET', '/123_123'),
      'error-medias-delete-media-handles-error-response--ruby-whatsapp-sdk-vcr.json': () =>
        simulator.api('DELETE', '/123_123'),
      'error-messages-read-message-with-an-invalid-response--ruby-whatsapp-sdk-vcr.json': ({ request }) =>
        simulator.api('POST', '/messages', request.body),
      'error-messages-read-message-with-a-valid-response--ruby-whatsapp-sdk-vcr.json': async () => {
        const sent = await simulator.send(text);
        const message_id = sent.json.messages[0].id;
        return simulator.api('POST', '/messages', { messaging_product: 'whatsapp', status: 'read', message_id });
      },
      'error-132001-404--public-test-1054.json': async () => {
        await simulator.control('POST', '/switches', { unknownTemplates: 'reject' });
        return simulator.send({ type: 'template', template: { name: 'none', language: { code: 'en' } } });
      },
      'error-132012--public-test-6770.json': () =>
        simulator.send({
          type: 'template',
          template: {
            name: 'recipe_video',
            language: { code: 'en_US' },
            components: [{ type: 'body', parameters: [{ type: 'text', text: 'x' }] }],
          },
        }),
    };

    it.each(Object.keys(provoke))('gives %s with the same status and the same members', async (name) => {
      const sample = read(name);
      const { status, json, text: body } = await provoke[name]!(sample);
      expect(status).toBe(sample.response.status);
      if (typeof sample.response.body === 'string') expect(body).toBe(sample.response.body);
      else
        expect(json).toMatchObject(
          shapeOf(sample.response.body, ['code', 'error_subcode', 'type', 'httpCode', 'success']),
        );
    });

    const relayed = files.filter((name) => {
      const { request, response } = name.startsWith('error-') ? read(name) : {};
      return request?.path === '/messages' && response.body?.error?.code !== undefined;
    });

    it.each(relayed)('can play %s by a fault', async (name) => {
      const { response } = read(name);
      const { code } = response.body.error;
      await fault('error-code', { code, httpStatus: response.status });
      const { status, json } = await simulator.send(text);
      expect(status).toBe(response.status);
      expect(json.error).toMatchObject({ code, message: expect.any(String), type: expect.any(String) });
    });

    /** The members of a sample, as matchers of their type; named ones with their very value. */
    function shapeOf(value: Loose, exact: string[], name = ''): Loose {
      if (exact.includes(name)) return value;
      if (typeof value !== 'object' || value === null) return expect.any(Object(value).constructor);
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item, exact, key)]));
    }
  });

  describeCorpus('the corpus of webhooks', () => {
    it('is replayed whole', async () => {
      await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
      const { status, json } = await simulator.control('POST', '/replay', { number: '551155550100', folder: FOLDER });
      expect(status).toBe(200);
      const skipped = json.results.filter((result: Loose) => result.skipped).map(({ file }: Loose) => file);
      // Exchanges, sends and templates are left out.
      expect(
        skipped.filter(
          (name: string) => !/^(send|response|error|template|templates|waba|message-templates?)-/.test(name),
        ),
      ).toEqual([]);
      await receiver.waitFor(json.results.flatMap(({ deliveries }: Loose) => deliveries).length);
      expect(json.delivered).toBeGreaterThan(100);
    });
  });
});

describe('samples', () => {
  const MAGIC: Record<string, [number, string]> = {
    image: [0, 'ffd8ffe0'],
    video: [4, Buffer.from('ftypisom').toString('hex')],
    audio: [0, 'fffb'],
    voice: [0, Buffer.from('OggS').toString('hex')],
    document: [0, Buffer.from('%PDF-1.4').toString('hex')],
    sticker: [8, Buffer.from('WEBPVP8L').toString('hex')],
    animation: [8, Buffer.from('WEBPVP8X').toString('hex')],
  };

  describe('sample files', () => {
    it.each(Object.keys(MAGIC))('makes a %s that begins as such a file does', (kind) => {
      const bytes = sampleFiles[kind]!.create();
      const [offset, magic] = MAGIC[kind]!;
      expect(bytes.subarray(offset, offset + magic.length / 2).toString('hex')).toBe(magic);
    });

    it('keeps stickers within the sizes that WhatsApp takes', () => {
      expect(sampleFiles.sticker!.create().length).toBeLessThan(100 * 1024);
      expect(sampleFiles.animation!.create().length).toBeLessThan(500 * 1024);
    });

    it('gives the length of every chunk of a sticker truly', () => {
      const bytes = sampleFiles.sticker!.create();
      expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    });
  });
});
