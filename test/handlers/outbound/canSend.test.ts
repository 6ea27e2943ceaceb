import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { connectionOf } from '../../../src/handlers/numbers/connectionOf';
import type { OptOut } from '../../../src/handlers/omnichannel/conversations/optOuts';
import type { SendingFacts, SendKind } from '../../../src/handlers/outbound/canSend';
import { canSend } from '../../../src/handlers/outbound/canSend';
import { piecesOf } from '../../../src/handlers/outbound/pieces/piecesOf';
import { TEXT_LIMIT } from '../../../src/handlers/outbound/pieces/textPieces';
import type { ServiceWindow } from '../../../src/handlers/outbound/windowOf';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber } from '../../support/records';
import { person, whatsappRoom } from '../../support/workspace';

describe('canSend', () => {
  const now = 1_700_000_000_000;
  const hour = 60 * 60 * 1000;
  const open = (lastInboundAt: number): ServiceWindow => ({ state: 'open', lastInboundAt });
  const number = connectedNumber();

  const ask = (facts: Partial<SendingFacts>) =>
    canSend({ kind: 'agent', number, optOut: undefined, window: open(now), ...facts });
  const closed: ServiceWindow = { state: 'closed', lastInboundAt: now - 30 * 24 * hour };

  describe('whether a message may go out', () => {
    test.each(['open', 'closingSoon', 'afterAd', 'unknown'] as const)(
      'it may when the service window is %s',
      (state) => {
        expect(ask({ window: { state, lastInboundAt: now } })).toBeUndefined();
      },
    );

    test('it may not when the window is closed', () => {
      expect(ask({ window: closed })).toBe('errors:windowClosed');
    });

    test('a template needs no open window', () => {
      expect(ask({ kind: 'template', window: closed })).toBeUndefined();
      expect(ask({ kind: 'marketing', window: closed })).toBeUndefined();
    });

    test('it may not from a number that is not connected any more', () => {
      expect(ask({ number: undefined })).toBe('errors:numberNotConnected');
    });
  });

  describe('to a customer who opted out', () => {
    const optOut = (from: OptOut['from']): OptOut => ({
      kind: 'opt-out',
      number: number.digits,
      ids: ['5511955550111'],
      at: now - hour,
      from,
      wamid: 'wamid.stop',
    });

    test.each<SendKind>(['agent', 'reaction', 'automatic', 'template', 'marketing'])(
      'nothing of the kind %s goes, also after they wrote something else',
      (kind) => {
        expect(ask({ kind, optOut: optOut('everything'), window: open(now) })).toBe('errors:optedOut');
      },
    );

    test('the confirmation goes', () => {
      expect(ask({ kind: 'consent', optOut: optOut('everything') })).toBeUndefined();
    });

    test.each<[SendKind, number, string | undefined]>([
      ['agent', now - hour, 'errors:marketingStopped'],
      ['agent', now, undefined],
      ['automatic', now, undefined],
      ['marketing', now, 'errors:marketingStopped'],
      ['template', now - hour, undefined],
    ])('of marketing only, of the kind %s when they wrote at %i: %s', (kind, lastInboundAt, refusal) => {
      expect(ask({ kind, optOut: optOut('marketing'), window: open(lastInboundAt) })).toBe(refusal);
    });
  });
});

describe('sendingRules', () => {
  // What an agent writes and what goes out for it, rule by rule. The tests of `whatsapp/markup` go into each of them.

  interface Sent {
    body: string;
    preview_url: boolean;
  }

  /** The texts that go out for a message of Maria's. */
  async function sent(text: string, facts: object = {}, settings: Record<string, unknown> = {}): Promise<Sent[]> {
    const { host } = fakeHost({ settings });
    const sender = person({ name: 'Maria', username: 'maria' });
    const message = { id: 'm', room: whatsappRoom(), sender, text, ...facts } as unknown as IMessage;
    const connection = await connectionOf(host, connectedNumber());
    const texts: Sent[] = [];
    for await (const piece of piecesOf(host, message)) texts.push((await piece.content(connection)).text as Sent);
    return texts;
  }

  const bodies = async (...given: Parameters<typeof sent>) => (await sent(...given)).map(({ body }) => body);

  const mentions = [
    { _id: '1', username: 'ben.okafor', name: 'Ben Okafor' },
    { _id: 'all', username: 'all' },
  ];

  describe('marks', () => {
    test.each<[rule: string, written: string, goesOut: string]>([
      ['bold', '**Open** and *open*', '*Open* and *open*'],
      ['slanted', '__from__ and _to_', '_from_ and _to_'],
      ['struck out', '~~10~~ ~9~', '~10~ ~9~'],
      ['marks in marks', '**from _noon_ on**', '*from _noon_ on*'],
      ['a mention of a user, by the name that people know', 'Ask @ben.okafor, please', 'Ask Ben Okafor, please'],
      ['a mention at the end of a sentence', 'Ask @ben.okafor.', 'Ask Ben Okafor.'],
      ['a mention of nobody', '@all and @nobody', '@all and @nobody'],
      ['a mention in code', '`@ben.okafor`', '`@ben.okafor`'],
      ['an emoji by its short code', 'Done :tada::+1:', 'Done 🎉👍'],
      ['an emoji itself', 'Done 🎉', 'Done 🎉'],
      ['a link with words', '[Our shop](https://shop.example)', 'Our shop (https://shop.example)'],
      ['a bare address without marks', '**https://shop.example/a_b**', 'https://shop.example/a_b'],
      ['a bare address beside marked words', '**See https://shop.example**', '*See* https://shop.example'],
      ['signs within an address', 'https://shop.example/*a*/_b_', 'https://shop.example/*a*/_b_'],
      ['code in a line', 'Type `a **b**`', 'Type `a **b**`'],
      ['a block of code', '```js\nlet **a** = 1;\n\n  b();\n```', '```let **a** = 1;\n\n  b();```'],
      ['a list', '* one\n* two', '- one\n- two'],
      ['a numbered list', '1. one\n2. two', '1. one\n2. two'],
      ['tasks', '- [ ] bake\n- [x] sell', '- [ ] bake\n- [x] sell'],
      ['a quote', '> one\n>two\nAnd **three**', '> one\n> two\nAnd *three*'],
      ['a heading', '## Opening hours', '*Opening hours*'],
      ['a table', '| Day | Hours |\n|---|---|\n| Mon | **8** to 6 |', '| Day | Hours |\n|---|---|\n| Mon | *8* to 6 |'],
      ['a table with empty cells', '| a || b |\n||||', '| a || b |\n||||'],
      ['a hidden word', 'It is ||red||', 'It is red'],
      ['a colour and a formula', 'color:#ff0000 \\(a^2\\)', 'color:#ff0000 \\(a^2\\)'],
      ['a calculation', '2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
      ['lines and blanks', 'a\n\n  b', 'a\n\n  b'],
    ])('%s', async (_rule, written, goesOut) => {
      expect(await bodies(written, { _unmappedProperties_: { mentions } })).toEqual([goesOut]);
    });

    test('a link shows what it leads to, and nothing else does', async () => {
      expect((await sent('See https://shop.example')).map((each) => each.preview_url)).toEqual([true]);
      expect((await sent('See the shop')).map((each) => each.preview_url)).toEqual([false]);
    });
  });

  describe('the name of who wrote', () => {
    const named = { agents_display_info: 'name' };

    test.each<[rule: string, written: string, goesOut: string]>([
      ['stands before a text', 'Hello', '[Maria] - Hello'],
      ['stands before marked words', '**Hello**', '[Maria] - *Hello*'],
      ['has a line of its own before a quote', '>so', '[Maria]\n> so'],
      ['has a line of its own before a list', '* one\n* two', '[Maria]\n- one\n- two'],
      ['has a line of its own before a numbered list', '1. one', '[Maria]\n1. one'],
      ['has a line of its own before a block of code', '```\na\n```', '[Maria]\n```a```'],
    ])('%s', async (_rule, written, goesOut) => {
      expect(await bodies(written, {}, named)).toEqual([goesOut]);
    });

    test('does not stand before what a bot says', async () => {
      const sender = person({ name: 'Bot', roles: ['bot'] });
      expect(await bodies('Hello', { sender }, named)).toEqual(['Hello']);
    });

    test('stands once, before the first piece of a long text, and counts', async () => {
      const pieces = await bodies('word '.repeat(1_500), {}, named);
      expect(pieces.map((piece) => piece.startsWith('[Maria] - '))).toEqual([true, false]);
      for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(TEXT_LIMIT);
    });
  });

  describe(`over ${TEXT_LIMIT} characters`, () => {
    const half = 'word '.repeat(500).trim();
    const letters = (texts: readonly string[]) => texts.join('').replace(/\s|```/g, '');

    test.each<[rule: string, written: string, begins: RegExp[]]>([
      ['it is cut between paragraphs', `A\n${half}\n\nB ${half}`, [/^A\n/, /^B /]],
      ['it is cut between lines', `A ${half}\nB ${half}`, [/^A /, /^B /]],
      ['it is cut between words', `A ${half} B ${half}`, [/^A /, /^word/]],
      ['a word that fits nowhere is cut', 'x'.repeat(TEXT_LIMIT + 1), [/^x{4096}$/, /^x$/]],
      ['emojis are not cut', '😀'.repeat(TEXT_LIMIT + 1), [/^(?:😀)+$/u, /^😀$/u]],
      [
        'a block of code is closed and opened again',
        `\`\`\`\n${'line of code\n'.repeat(500)}\`\`\``,
        [/^```line.*code```$/s, /^```line.*code```$/s],
      ],
      ['lists go on', `* ${'one\n* '.repeat(1_200)}last`, [/^- one\n.*one$/s, /^- one\n.*last$/s]],
    ])('%s, and nothing is lost', async (_rule, written, begins) => {
      const pieces = await bodies(written);
      expect(pieces).toHaveLength(begins.length);
      for (const [at, pattern] of begins.entries()) expect(pieces[at]).toMatch(pattern);
      for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(TEXT_LIMIT);
      expect(letters(pieces).replaceAll('-', '')).toBe(letters([written]).replaceAll('*', ''));
    });
  });
});
