import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { weights } from '../../../src/handlers/core/sandbox';
import type { AgentFile } from '../../../src/handlers/outbound/pieces/agentFiles';
import { fetchUpload, loadUpload } from '../../../src/handlers/outbound/pieces/agentFiles';
import {
  excerptOf,
  textOfAttachment,
  textOfBlocks,
  textOfMessage,
} from '../../../src/handlers/outbound/pieces/textOfMessage';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/workspace';
import { answering } from '../inbound/media/support';

describe('agentFiles', () => {
  const MB = 1024 * 1024;
  const PDF = Buffer.from('%PDF-1.4 or so');
  const file: AgentFile = { id: 'file-id', name: 'plan.pdf', mimeType: 'application/pdf' };
  const room = { ...whatsappRoom(), id: 'room-id', visitor: { token: 'token/of visitor' } };

  function uploads({ size = PDF.length, ...parts }: Parameters<typeof fakeHost>[0] & { size?: number | string } = {}) {
    const getById = jest.fn(async () => ({ size }));
    const getBufferById = jest.fn(async () => PDF);
    const read = { getUploadReader: () => ({ getById, getBufferById }) } as unknown as Partial<IRead>;
    return { ...fakeHost({ read, ...parts }), getById, getBufferById };
  }

  test('a file whose message tells its size is loaded at once', async () => {
    const { host, getById } = uploads();
    const { bytes, plan } = await loadUpload(host, { ...file, size: weights.mostIntoApp }, room);
    expect(bytes).toBe(PDF);
    expect(plan).toMatchObject({ kind: 'document', mimeType: 'application/pdf', filename: 'plan.pdf' });
    expect(getById).not.toHaveBeenCalled();
  });

  test.each([5, '5'])('of another the size is asked for: %j', async (size) => {
    const { host, getById } = uploads({ size });
    expect((await loadUpload(host, file, room)).bytes).toBe(PDF);
    expect(getById).toHaveBeenCalledWith('file-id');
  });

  describe('what may not go is not even loaded', () => {
    test.each<[what: string, told: Partial<AgentFile>, settings: Record<string, unknown>, key: string]>([
      ['while files are switched off', {}, { file_uploads_enabled: false }, 'media:uploadsOff'],
      ['over the limit of the settings', { size: 11 }, { max_file_upload_size: 10 }, 'media:tooLarge'],
      ['of a type that is not accepted', {}, { accepted_media_types: 'image/*' }, 'media:typeRefused'],
      ['over the limit of WhatsApp', { size: 100 * MB + 1 }, { max_file_upload_size: -1 }, 'errors:fileOverLimit'],
    ])('%s', async (_what, told, settings, key) => {
      const { host, getBufferById } = uploads({ settings });
      await expect(loadUpload(host, { ...file, ...told }, room)).rejects.toMatchObject({ key });
      expect(getBufferById).not.toHaveBeenCalled();
    });
  });

  test('what only its bytes tell is checked by them', async () => {
    const vague = { ...file, name: 'plan', mimeType: 'application/octet-stream', size: 5 };
    expect((await loadUpload(uploads().host, vague, room)).plan).toMatchObject({ filename: 'plan.pdf' });
    const { host } = uploads({ settings: { accepted_media_types: 'image/*' } });
    await expect(loadUpload(host, vague, room)).rejects.toMatchObject({ key: 'media:typeRefused' });
  });

  test('the name of a file is no Markdown', async () => {
    const { host } = uploads({ settings: { accepted_media_types: '' } });
    const zip = { ...file, name: '_a_.pdf', size: 0 };
    const getBufferById = async () => Buffer.alloc(0);
    host.read.getUploadReader = () => ({ getBufferById }) as unknown as ReturnType<IRead['getUploadReader']>;
    await expect(loadUpload(host, zip, room)).rejects.toMatchObject({
      key: 'errors:fileEmpty',
      params: { name: '\\_a_.pdf' },
    });
  });

  describe('a file that the engine cannot carry', () => {
    const size = weights.mostIntoApp + 1;
    const large = { ...file, size };

    test('comes from the workspace’s own address; the visitor’s token is in no address and no log', async () => {
      const bytes = Buffer.concat([PDF, Buffer.alloc(size - PDF.length)]);
      const workspace = await answering(200, bytes.toString('latin1'));
      const { host, getBufferById, log } = uploads({ siteUrl: workspace.url });
      expect(await fetchUpload(host, large, room)).toHaveLength(size);
      await workspace.stop();
      expect(getBufferById).not.toHaveBeenCalled();
      expect(workspace.got).toMatchObject([
        {
          url: '/file-upload/file-id/plan.pdf',
          headers: { cookie: 'rc_room_type=l; rc_rid=room-id; rc_token=token%2Fof%20visitor' },
        },
      ]);
      expect(log).toEqual([]);
    });

    test('may lie at another address, which does not get the token', async () => {
      const store = await answering(200, 'x'.repeat(size));
      const workspace = await answering(302, '', { location: `${store.url}/bucket/plan.pdf?signature=1` });
      const { host } = uploads({ siteUrl: workspace.url });
      expect(await fetchUpload(host, large, room)).toHaveLength(size);
      await Promise.all([workspace.stop(), store.stop()]);
      expect(store.got.map(({ url, headers }) => [url, headers.cookie])).toEqual([
        ['/bucket/plan.pdf?signature=1', undefined],
      ]);
    });

    test.each([
      ['nobody answers', undefined],
      ['it is refused', 403],
      ['only a part comes', 200],
      ['the connection breaks', 0],
    ])('is not had where %s', async (_what, status) => {
      const workspace = status === undefined ? undefined : await answering(status, 'a part');
      const { host, getBufferById, log } = uploads({ siteUrl: workspace?.url ?? 'http://127.0.0.1:9' });
      expect(await fetchUpload(host, large, room)).toBeUndefined();
      await workspace?.stop();
      expect(getBufferById).not.toHaveBeenCalled();
      expect(log.join()).toMatch(/could not be fetched/);
      expect(log.join()).not.toContain('token');
    });
  });
});

describe('textOfMessage', () => {
  const section = { type: 'section', text: { type: 'mrkdwn', text: 'From the block' } };
  const said = (facts: object) => textOfMessage(facts as IMessage);

  describe('what a message says', () => {
    test('is its text, with its attachments', () => {
      expect(said({ text: 'Hello', attachments: [{ title: { value: 'Hours' }, text: 'Eight to six' }] })).toBe(
        'Hello\nHours\nEight to six',
      );
    });

    test('stands in its blocks where it has no text', () => {
      expect(said({ text: '', blocks: [section] })).toBe('From the block');
      expect(said({ text: 'The text', blocks: [section] })).toBe('The text');
    });

    test('keeps the spaces of a text as they are', () => {
      expect(said({ text: '  indented' })).toBe('  indented');
    });

    test('is nothing where there is nothing', () => {
      expect(said({})).toBe('');
    });
  });

  const button = (text: string) => ({ type: 'button', actionId: text, text: { type: 'plain_text', text } });

  describe('what blocks say', () => {
    test('is their sections, and what stands on their buttons', () => {
      expect(
        textOfBlocks([
          { type: 'section', text: { type: 'mrkdwn', text: 'How can I **help**?' } },
          { type: 'divider' },
          { type: 'actions', elements: [button('Order'), button('Complain'), { type: 'datepicker' }] },
          { type: 'context', elements: [{ type: 'mrkdwn', text: 'We answer at once' }] },
          {
            type: 'section',
            fields: [
              { type: 'plain_text', text: 'one' },
              { type: 'plain_text', text: 'two' },
            ],
          },
        ]),
      ).toBe('How can I **help**?\n- Order\n- Complain\nWe answer at once\none\ntwo');
    });

    test.each([[[]], [[null, 'text', 7]], [[{ type: 'image', imageUrl: 'x' }]]])('is nothing in %j', (blocks) => {
      expect(textOfBlocks(blocks)).toBe('');
    });
  });

  describe('what an attachment says', () => {
    test('is its title, text, fields and addresses, line by line', () => {
      expect(
        textOfAttachment({
          title: { value: 'Order 7', link: 'https://shop.example.org/7' },
          text: 'Two loaves',
          fields: [{ title: 'Total', value: '8 €' }],
          imageUrl: 'https://shop.example.org/bread.png',
        }),
      ).toBe('Order 7\nTwo loaves\nTotal: 8 €\nhttps://shop.example.org/7\nhttps://shop.example.org/bread.png');
    });

    test('leaves out addresses that only lead into Rocket.Chat', () => {
      expect(textOfAttachment({ title: { value: 'File', link: '/file-upload/1' }, imageUrl: '/file-upload/1' })).toBe(
        'File',
      );
    });

    test('is nothing for a quote: the customer wrote it or has it already', () => {
      expect(textOfAttachment({ text: 'quoted', timestampLink: 'https://chat.example.org/live/r?msg=m' })).toBe('');
    });
  });

  test.each([
    ['Hello   there\n', undefined, 'Hello there'],
    ['', { file: { _id: '1', name: 'bread.png', type: 'image/png' } }, 'bread.png'],
    ['Look', { file: { _id: '1', name: 'bread.png', type: 'image/png' } }, 'Look'],
    ['', undefined, ''],
    ['😀'.repeat(200), undefined, `${'😀'.repeat(59)}…`],
  ])('%j is known again by its beginning', (text, message, excerpt) => {
    expect(excerptOf(text, message)).toBe(excerpt);
  });
});
