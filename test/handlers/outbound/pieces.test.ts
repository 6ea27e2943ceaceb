import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import fc from 'fast-check';
import { weights } from '../../../src/handlers/core/sandbox';
import type { AgentFile } from '../../../src/handlers/outbound/pieces/agentFiles';
import { fetchUpload, loadUpload } from '../../../src/handlers/outbound/pieces/agentFiles';
import {
  excerptOf,
  textOfAttachment,
  textOfBlocks,
  textOfMessage,
} from '../../../src/handlers/outbound/pieces/textOfMessage';
import { splitText, TEXT_LIMIT, textPieces } from '../../../src/handlers/outbound/pieces/textPieces';
import type { Inline } from '../../../src/handlers/whatsapp/markup/marks';
import { readWhatsAppLine } from '../../../src/handlers/whatsapp/markup/readWhatsAppLine';
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

describe('textPieces', () => {
  const connection = { http: {} as never, baseUrl: '', apiKey: '' };

  describe('a text in pieces', () => {
    test('has what stands before it once, at its beginning, within the limit', async () => {
      const pieces = textPieces('word '.repeat(2_000), '[Maria] - ');
      const bodies = await Promise.all(pieces.map(async (piece) => JSON.stringify(await piece.content(connection))));
      expect(bodies.map((body) => body.includes('[Maria] - '))).toEqual([true, false, false]);
      for (const body of bodies) expect(body.length).toBeLessThan(TEXT_LIMIT + 100);
    });

    test('has the same name for the same words, and another one for others', () => {
      const [first] = textPieces('Hello');
      expect(textPieces('Hello', '[Maria] - ')[0]?.id).toBe(first?.id);
      expect(textPieces('Hello!')[0]?.id).not.toBe(first?.id);
    });

    test.each(['', ' \n '])('is none where nothing was said: %j', (text) => {
      expect(textPieces(text)).toEqual([]);
      expect(textPieces(text, '[Maria] - ')).toEqual([]);
    });
  });

  const letters = (pieces: readonly string[]) =>
    [...pieces.join('').replaceAll('```', '')].filter((letter) => !/\s/u.test(letter)).join('');
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(' ', '\n', 'a', '😀', 'ю'), fc.string({ maxLength: 1 })),
    maxLength: 120,
  });

  /** Each letter, with the marks around it and whether it is quoted. */
  function markedLetters(whole: string): string[] {
    const read = (nodes: readonly Inline[], around: string): string[] =>
      nodes.flatMap((node) =>
        node.kind === 'mark'
          ? read(node.children, `${around} ${node.mark}`)
          : [...node.text].flatMap((letter) => (/[a-z]/.test(letter) ? [`${letter}${around} ${node.kind}`] : [])),
      );
    return whole.split('\n').flatMap((line) => read(readWhatsAppLine(line), line.startsWith('> ') ? ' quoted' : ''));
  }

  describe('a long text', () => {
    test('loses nothing that can be read, keeps its order, and fits', () => {
      fc.assert(
        fc.property(text, fc.integer({ min: 1, max: 40 }), (written, limit) => {
          const pieces = splitText(written, limit);
          expect(letters(pieces)).toBe(letters([written]));
          for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(limit);
        }),
      );
    });

    test('stays whole as long as it fits, by characters and not by bytes', () => {
      for (const written of ['', 'Hello', '😀'.repeat(TEXT_LIMIT)]) expect(splitText(written)).toEqual([written]);
      expect(splitText('😀'.repeat(TEXT_LIMIT + 1))).toEqual(['😀'.repeat(TEXT_LIMIT), '😀']);
    });

    test('is cut between paragraphs where it can, else lines, else words', () => {
      expect(splitText('one two three\n\nfour five\nsix seven', 20)).toEqual(['one two three', 'four five\nsix seven']);
      expect(splitText('one two three\nfour five six', 20)).toEqual(['one two three', 'four five six']);
    });

    test('keeps a word whole that fits into a piece of its own, such as an address', () => {
      const address = `https://shop.example/${'a'.repeat(15)}`;
      expect(splitText(`Look: ${address} there`, 40)).toEqual(['Look:', address, 'there']);
    });

    test.each([
      [
        'which goes on',
        '```one two three four\nfive six seven eight\n  nine ten```',
        ['```one two three four```', '```five six seven eight\n  nine ten```'],
      ],
      [
        'which begins at the end of a piece',
        'words that fill what is there ```\ncode goes here```',
        ['words that fill what is there', '```\ncode goes here```'],
      ],
      [
        'which ends right behind the cut',
        '```one two three four five six seven\n```\nand after that',
        ['```one two three four five six seven```', 'and after that'],
      ],
    ])('closes and opens again a block of code %s', (_what, written, pieces) => {
      expect(splitText(written, 40)).toEqual(pieces);
    });

    test.each<[string, string, string[]]>([
      [
        'bold words',
        '*one two three four five six seven eight nine*',
        ['*one two three four five six seven*', '*eight nine*'],
      ],
      [
        'marks in marks',
        '*one _two three ~four five six seven eight~ nine_ ten*',
        ['*one _two three ~four five six seven~_*', '*_~eight~ nine_ ten*'],
      ],
      [
        'code',
        'look: `one two three four five six seven eight nine`',
        ['look: `one two three four five six`', '`seven eight nine`'],
      ],
      [
        'code in bold words',
        '*one two `three four five six seven eight nine`*',
        ['*one two `three four five six seven`*', '*`eight nine`*'],
      ],
      [
        'a quote',
        '> one two three four five six seven eight nine ten',
        ['> one two three four five six seven', '> eight nine ten'],
      ],
      [
        'a quote with bold words',
        '> one *two three four five six seven eight* nine',
        ['> one *two three four five six seven*', '> *eight* nine'],
      ],
      [
        'an item of a list',
        '- one *two three four five six seven eight* nine',
        ['- one *two three four five six seven*', '*eight* nine'],
      ],
      [
        'a mark over three pieces',
        `_${'word '.repeat(18)}end_`,
        ['_word word word word word word word_', '_word word word word word word word_', '_word word word word end_'],
      ],
      [
        'a mark that ends right behind the cut',
        `*${'a'.repeat(35)}* and more words`,
        [`*${'a'.repeat(35)}*`, 'and more words'],
      ],
      [
        'a mark that would begin at the very end',
        `${'a'.repeat(34)} (*${'b'.repeat(60)}*`,
        [`${'a'.repeat(34)}`, `(*${'b'.repeat(34)}*`, `*${'b'.repeat(26)}*`],
      ],
      [
        'a mark beside an address',
        '*one two three https://a.example/b and so on and on*',
        ['*one two three* https://a.example/b', '*and so on and on*'],
      ],
      [
        'a line that ends with the piece',
        '> one two three four five six\nseven eight nine',
        ['> one two three four five six', 'seven eight nine'],
      ],
      [
        'a sign that marks nothing',
        'one * two three four five six seven eight nine ten',
        ['one * two three four five six seven', 'eight nine ten'],
      ],
      [
        'signs in a block of code',
        '```a *b c\nd e f g h i j k l m n o p q r s* t u v```',
        ['```a *b c\nd e f g h i j k l m n o p```', '```q r s* t u v```'],
      ],
    ])('closes and opens again what is open at a cut: %s', (_what, written, pieces) => {
      const cut = splitText(written, 40);
      expect(cut).toEqual(pieces);
      for (const piece of cut) expect(piece.length).toBeLessThanOrEqual(40);
    });

    const words = fc.array(fc.constantFrom('a', 'bcd', 'efghij'), { minLength: 1, maxLength: 30 });
    const marked = words.chain((each) =>
      fc.constantFrom('', '*', '_', '~', '`', '*_', '_~*').map((signs) => {
        const closing = [...signs].reverse().join('');
        return signs + each.join(' ') + closing;
      }),
    );
    const lines = fc.array(fc.tuple(fc.constantFrom('', '> ', '- '), fc.array(marked, { minLength: 1, maxLength: 4 })));

    test('shows every letter with the marks that it had', () => {
      fc.assert(
        fc.property(lines, fc.integer({ min: 32, max: 60 }), (written, limit) => {
          const whole = written.map(([start, parts]) => start + parts.join(' ')).join('\n');
          const pieces = splitText(whole, limit);
          for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(limit);
          expect(pieces.flatMap(markedLetters)).toEqual(markedLetters(whole));
        }),
      );
    });

    test('is cut at the last line or word that fits', () => {
      expect(splitText('one two three', 9)).toEqual(['one two', 'three']);
      expect(splitText('one two\nthree four', 10)).toEqual(['one two', 'three four']);
    });

    test('is cut within a word where the words are too long, and not into crumbs', () => {
      expect(splitText('a bcdefghijkl', 6)).toEqual(['a bcde', 'fghijk', 'l']);
    });
  });
});
