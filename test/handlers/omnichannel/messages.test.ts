import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import fc from 'fast-check';
import { newestMessages } from '../../../src/handlers/omnichannel/newestMessages';
import { isTooLong, postWhole, splitMarkdown } from '../../../src/handlers/omnichannel/postWhole';
import { fakeHost } from '../../support/fakeHost';

describe('newestMessages', () => {
  const hostWith = (getMessages: (...asked: unknown[]) => Promise<unknown>) =>
    fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> }).host;

  test('a room is read from its newest message on, or from an older one', async () => {
    const getMessages = jest.fn(async () => ['newest', 'older']);
    expect(await newestMessages(hostWith(getMessages), 'r1', 25)).toEqual(['newest', 'older']);
    await newestMessages(hostWith(getMessages), 'r1', 25, 50);
    expect(getMessages.mock.calls).toEqual([
      ['r1', { limit: 25, skip: 0, sort: { createdAt: 'desc' } }],
      ['r1', { limit: 25, skip: 50, sort: { createdAt: 'desc' } }],
    ]);
  });

  test.each(['Method not implemented.', 'this.getMessages is not a function', 'Invalid accessor method "getMessages"'])(
    'a server without the call (%s) is asked once and counts as one with empty rooms',
    async (text) => {
      const getMessages = jest.fn(async () => Promise.reject(new Error(text)));
      const host = hostWith(getMessages);
      expect([await newestMessages(host, 'r1', 1), await newestMessages(host, 'r2', 1)]).toEqual([[], []]);
      expect(getMessages).toHaveBeenCalledTimes(1);
    },
  );

  test('a server that answers nothing has no such call either', async () => {
    const host = hostWith(async () => null);
    expect(await newestMessages(host, 'r1', 1)).toEqual([]);
    expect(host.memory.lacks.has('getMessages')).toBe(true);
  });

  test('a failure is no empty room: it is thrown, and asked again the next time', async () => {
    const getMessages = jest.fn(async () => Promise.reject(new Error('no database')));
    const host = hostWith(getMessages);
    await expect(newestMessages(host, 'r1', 1)).rejects.toThrow('no database');
    await expect(newestMessages(host, 'r1', 1)).rejects.toThrow('no database');
    expect(getMessages).toHaveBeenCalledTimes(2);
  });
});

describe('postWhole', () => {
  describe('postWhole', () => {
    const tooLong = new Error('error-message-size-exceeded');

    /** A workspace whose messages may be so long, and says so or not. */
    function workspace(limit: number, told: unknown = limit) {
      const getValueById = async () => (told instanceof Error ? Promise.reject(told) : told);
      const read = { getEnvironmentReader: () => ({ getServerSettings: () => ({ getValueById }) }) };
      const posted: [number, string][] = [];
      const post = async (text: string, index: number) => {
        if (text.length > limit) throw tooLong;
        posted.push([index, text]);
        return `m${posted.length}`;
      };
      return { host: fakeHost({ read: read as unknown as Partial<IRead> }).host, posted, post };
    }

    test('a text that is taken stays one message', async () => {
      const { host, posted, post } = workspace(10);
      expect(await postWhole(host, '0123456789', post)).toBe('m1');
      expect(posted).toEqual([[0, '0123456789']]);
    });

    test('a text that is too long comes in several, in order, and is known by the first', async () => {
      const { host, posted, post } = workspace(20);
      expect(await postWhole(host, 'one two three four five', post)).toBe('m1');
      expect(posted).toEqual([
        [0, 'one two'],
        [1, 'three four'],
        [2, 'five'],
      ]);
    });

    test.each([
      [['aaaa aaaa', 'aaaa'], [1]],
      [['aaaa aaaa', 'aaaa', 'aaaa aaaa'], []],
      [[], [0, 1, 2]],
    ])(
      'after a crash what stands in the room already (%j) is not posted again, pieces alike included',
      async (there, expected) => {
        const { host, posted, post } = workspace(20);
        const known = there.map((text, index) => ({ id: `known${index}`, text }));
        const find = async (text: string, except: readonly string[]) =>
          known.find((each) => each.text === text && !except.includes(each.id))?.id;
        await postWhole(host, 'aaaa aaaa aaaa aaaa aaaa', post, find);
        expect(posted.map(([index]) => index)).toEqual(expected);
      },
    );

    test.each([undefined, 'many', 0, new Error('not readable')])(
      'where the workspace does not tell its limit (%s) the usual one counts',
      async (told) => {
        const { host, posted, post } = workspace(5_000, told);
        await postWhole(host, 'word '.repeat(1_500), post);
        expect(posted.length).toBe(2);
      },
    );

    test('another refusal is thrown, and one that no cutting helps', async () => {
      const { host } = workspace(20);
      await expect(postWhole(host, 'x', () => Promise.reject(new Error('error-room-closed')))).rejects.toThrow(
        'closed',
      );
      await expect(postWhole(host, 'x', () => Promise.reject(tooLong))).rejects.toThrow(tooLong);
    });
  });

  const readable = (text: string) => text.replace(/[\s`]/gu, '');
  const unit = fc.constantFrom('a', 'b', ' ', '\n', '😀', 'ю', '```\n', '`');
  const written = fc.string({ unit, maxLength: 200 });

  describe('a text that is longer than Rocket.Chat takes', () => {
    test('loses nothing that can be read, keeps its order, and fits', () => {
      fc.assert(
        fc.property(written, fc.integer({ min: 20, max: 60 }), (text, limit) => {
          const pieces = splitMarkdown(text, limit);
          expect(readable(pieces.join(''))).toBe(readable(text));
          for (const piece of pieces) {
            expect(piece.length).toBeLessThanOrEqual(limit);
            expect(piece).not.toMatch(/\p{Cs}/u);
          }
        }),
      );
    });

    test('is cut between its lines, or its words', () => {
      expect(splitMarkdown('one two three four\nfive six', 20)).toEqual(['one two', 'three four', 'five six']);
    });

    test('stays whole where it fits', () => {
      expect(splitMarkdown('0123456789\n0123456789', 21)).toEqual(['0123456789\n0123456789']);
    });

    test('keeps a block of code a block of code', () => {
      const lines = Array.from({ length: 6 }, (_, index) => `line ${index}`);
      for (const piece of splitMarkdown(['```', ...lines, '```', 'text'].join('\n'), 30)) {
        expect((piece.match(/^```$/gm) ?? []).length % 2).toBe(0);
      }
    });
  });

  describe('isTooLong', () => {
    test.each([
      [true, new Error('Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]')],
      [true, new Error('error-message-size-exceeded')],
      [true, 'Message is too long'],
      [false, new Error('error-room-closed')],
      [false, undefined],
    ])('it is %s that a text is too long, by %s', (outcome, error) => {
      expect(isTooLong(error)).toBe(outcome);
    });
  });
});
