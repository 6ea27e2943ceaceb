import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { connectionOf } from '../../../src/handlers/numbers/connectionOf';
import type { Content } from '../../../src/handlers/outbound/Outgoing';
import { piecesOf, withAgentName } from '../../../src/handlers/outbound/pieces/piecesOf';
import { TEXT_LIMIT } from '../../../src/handlers/outbound/pieces/textPieces';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber } from '../../support/records';
import { person, whatsappRoom } from '../../support/workspace';

type Replies = NonNullable<NonNullable<Parameters<typeof fakeHost>[0]>['replies']>;

const reader = {
  getById: async () => ({ size: '17' }),
  getBufferById: async (id: string) => Buffer.from(`bytes of ${id}`),
};

/** What Meta answers to uploads: the id of each file. */
const uploaded = ['media-1', 'media-2', 'media-3'].map((id) => ({ json: { id } }));

async function pieces(facts: object, settings: Record<string, unknown> = {}, replies: Replies = [...uploaded]) {
  const ids: string[] = [];
  const contents: Content[] = [];
  const { host, requests } = fakeHost({
    settings,
    replies,
    read: { getUploadReader: () => reader } as unknown as Partial<IRead>,
  });
  const message = { id: 'm', room: whatsappRoom(), sender: person({ name: 'Maria' }), ...facts } as unknown as IMessage;
  const connection = await connectionOf(host, connectedNumber());
  for await (const piece of piecesOf(host, message)) {
    ids.push(piece.id);
    contents.push(await piece.content(connection));
  }
  return { ids, contents, requests };
}

const contents = async (...facts: Parameters<typeof pieces>) => (await pieces(...facts)).contents;

const file = (name: string, type: string) => ({ _id: name, name, type, size: 1 });
const picture = file('photo.png', 'image/png');

describe('what an agent’s message becomes on WhatsApp', () => {
  test('is a text in WhatsApp’s own marks', async () => {
    expect(await contents({ text: 'This is **bold**' })).toEqual([
      { type: 'text', text: { body: 'This is *bold*', preview_url: false } },
    ]);
  });

  test('shows what a link leads to', async () => {
    expect(await contents({ text: 'See https://example.org' })).toMatchObject([{ text: { preview_url: true } }]);
  });

  test('begins with the agent’s name where the settings say so', async () => {
    expect(await contents({ text: 'Hello' }, { agents_display_info: 'name' })).toMatchObject([
      { text: { body: '[Maria] - Hello' } },
    ]);
  });

  test('is in as many pieces as WhatsApp’s limit asks for', async () => {
    const all = await contents({ text: 'word '.repeat(2_000) });
    expect(all).toHaveLength(3);
    for (const piece of all)
      expect(String(Reflect.get(piece.text as object, 'body')).length).toBeLessThanOrEqual(TEXT_LIMIT);
  });

  test.each(['', '   ', undefined])('is nothing where nothing was written: "%s"', async (text) => {
    expect(await contents({ text })).toEqual([]);
  });

  test('is a file with what was written as its caption', async () => {
    const { contents: sent, requests } = await pieces({ files: [picture], text: 'Look' });
    expect(sent).toEqual([{ type: 'image', image: { id: 'media-1', caption: 'Look' } }]);
    const [upload] = requests;
    expect(upload?.url).toMatch(/\/media$/);
    const [file] = (upload?.data as FormData).getAll('file').filter((value) => typeof value !== 'string');
    expect([file?.name, file?.type, await file?.text()]).toEqual(['photo.png', 'image/png', 'bytes of photo.png']);
  });

  test('takes the words of the upload dialogue, which stand with the attachment', async () => {
    const facts = { file: picture, attachments: [{ description: 'From the dialogue' }] };
    expect(await contents(facts)).toEqual([{ type: 'image', image: { id: 'media-1', caption: 'From the dialogue' } }]);
  });

  test('keeps the name of a document', async () => {
    expect(await contents({ files: [file('list.pdf', 'application/pdf')] })).toEqual([
      { type: 'document', document: { id: 'media-1', filename: 'list.pdf' } },
    ]);
  });

  test('has the words as a text of their own where no file can carry them', async () => {
    const words = 'a'.repeat(1_025);
    expect(await contents({ files: [picture], text: words })).toEqual([
      { type: 'image', image: { id: 'media-1' } },
      { type: 'text', text: { body: words, preview_url: false } },
    ]);
    expect(await contents({ files: [file('a.ogg', 'audio/ogg')], text: 'Listen' })).toMatchObject([
      { type: 'audio', audio: { id: 'media-1' } },
      { type: 'text', text: { body: 'Listen' } },
    ]);
  });

  test('says the words once, with the first file that can carry them', async () => {
    const files = [file('a.ogg', 'audio/ogg'), picture, file('b.pdf', 'application/pdf')];
    const sent = await contents({ files, text: 'All of it' });
    expect(sent.map(({ type }) => type)).toEqual(['audio', 'image', 'document']);
    expect(JSON.stringify(sent).match(/All of it/g)).toHaveLength(1);
    expect(sent[1]).toMatchObject({ image: { caption: 'All of it' } });
  });

  test('fails at the file that cannot be brought to Meta', async () => {
    const refused: Replies = [{ status: 413, json: { error: { message: 'too large' } } }];
    await expect(contents({ files: [picture], text: 'Look' }, {}, refused)).rejects.toThrow();
  });

  test('is known again piece by piece, whether or not the agent’s name stands before it', async () => {
    const facts = { text: 'word '.repeat(1_000) };
    const { ids } = await pieces(facts);
    expect(new Set(ids).size).toBe(2);
    expect((await pieces(facts)).ids).toEqual(ids);
    const hello = await pieces({ text: 'Hello' });
    expect((await pieces({ text: 'Hello' }, { agents_display_info: 'name' })).ids).toEqual(hello.ids);
    expect((await pieces({ text: 'Hallo' })).ids).not.toEqual(hello.ids);
    expect((await pieces({ files: [picture], text: 'Look' })).ids).toEqual(['file photo.png']);
  });
});

const maria = person({ name: 'Maria Souza', username: 'maria' });
const bot = person({ name: 'Bot', username: 'bot', type: 'bot' as never });

test.each([
  ['none', maria, 'Hello'],
  ['name', maria, '[Maria Souza] - Hello'],
  ['username', maria, '[maria] - Hello'],
  ['name', bot, 'Hello'],
  ['username', person({ username: '', name: '' }), 'Hello'],
] as const)('with the setting %s', (shown, sender, text) => {
  expect(withAgentName('Hello', sender, shown)).toBe(text);
});

test('a bot that is an ordinary user with the role of a bot has no name either', () => {
  const helper = person({ name: 'Helper', username: 'helper', roles: ['bot'] });
  expect(withAgentName('Hello', helper, 'name')).toBe('Hello');
});

test.each(['> quoted', '- first', '* first', '1. first', '```code```'])(
  'before %s it has a line of its own',
  (text) => {
    expect(withAgentName(text, maria, 'name')).toBe(`[Maria Souza]\n${text}`);
  },
);
