import fc from 'fast-check';
import { guarded, hideSecrets, safeLog, withoutSecrets } from '../../../src/handlers/core/hideSecrets';
import { cleanLine, cleanText, listed } from '../../../src/handlers/core/text';

describe('hideSecrets', () => {
  /** A log as the engine begins it, with a copy of what the call was called with. */
  function logOf(...args: unknown[]) {
    const entries = [{ args }];
    hideSecrets({ getLogs: () => ({ entries }) });
    return JSON.stringify(entries);
  }

  describe('of what the engine has logged of a call', () => {
    test('names stay', () => {
      const shown = logOf(
        { msg: 'Command is being executed...', commandName: 'whatsapp', method: 'executor' },
        'incoming',
      );
      for (const name of ['Command is being executed', 'whatsapp', 'executor', 'incoming'])
        expect(shown).toContain(name);
    });

    test.each<[string, unknown[]]>([
      [
        'a command: the token of its visitor, the last message, what was typed',
        [
          {
            msg: 'Command is being executed...',
            params: [{ room: { visitor: { token: 'PLANTED' }, lastMessage: { msg: 'PLANTED' } }, params: ['PLANTED'] }],
          },
        ],
      ],
      ['a command of older engines', ['executor is being executed...', [{ room: { visitor: { token: 'PLANTED' } } }]]],
      [
        'a webhook',
        [{ headers: { 'X-WhatsApp-Webhook-Secret': ['PLANTED'] }, content: { a: 'PLANTED' }, privateHash: 'PLANTED' }],
      ],
      [
        'a webhook whose header is lower case',
        [{ headers: { 'x-whatsapp-webhook-secret': 'PLANTED' }, query: { q: 'PLANTED' } }],
      ],
      ['a form', [{ view: { state: { form: { apiKey: 'PLANTED' } } } }]],
      ['an object that was written out', ['{"message":{"token":"PLANTED"}}']],
      ['a name that is no text', [{ msg: { token: 'PLANTED' } }]],
    ])('nothing else stays: %s', (_what, args) => {
      expect(logOf(...args)).not.toContain('PLANTED');
    });

    test.each([[null], ['text'], [undefined], [7]])('%p is no trouble', (value) => {
      expect(() => logOf(value)).not.toThrow();
    });

    test('a logger that gives nothing out is no trouble', () => {
      expect(() => hideSecrets({})).not.toThrow();
    });
  });

  describe('what the app logs itself', () => {
    const TOKEN = '0123456789abcdef0123456789abcdef01234567';

    test.each([
      ['an index', `E11000 duplicate key error index: v.token_1 dup key: { v.token: "${TOKEN}" }`],
      ['an address', `request to /api/v1/livechat/upload/r1?token=${TOKEN} failed`],
      ['headers', `{ D360-API-KEY: ${TOKEN}x, a: 1 }`],
      ['a parser', `Unexpected token 'a', "${TOKEN} and more" is not valid JSON`],
      ['a schema', `Invalid type: Expected number but received "${TOKEN} by a customer"`],
    ])('shows no secret and no words that an error repeats: %s', (_what, text) => {
      const shown = withoutSecrets(text);
      expect(shown).not.toContain(TOKEN.slice(0, 20));
      expect(shown).not.toContain('customer');
      expect(shown.length).toBeGreaterThan(10);
    });

    test('is written without them', () => {
      const lines: unknown[][] = [];
      const write = (...items: unknown[]) => void lines.push(items);
      safeLog({ debug: write, info: write, warn: write, error: write }).warn('It failed:', new Error(TOKEN), 7);
      expect(lines).toEqual([['It failed:', 'Error: ***', '7']]);
    });

    test('is thrown without them', async () => {
      await expect(guarded(() => Promise.reject(new Error(`of ${TOKEN}`)))).rejects.toThrow('of ***');
      expect(await guarded(() => Promise.resolve(1))).toBe(1);
    });
  });
});

describe('pasted', () => {
  test.each([
    ['a zero-width space inside', 'abc\u200bdef', 'abcdef'],
    ['a byte-order mark and blanks around', '\ufeff  abc\u00a0', 'abc'],
    ['marks of direction, as address books copy them', '\u202a+49 151 234\u202c', '+49 151 234'],
    ['a soft hyphen, a word joiner and a joiner', 'a\u00adb\u2060c\u200dd', 'abcd'],
    ['a Hangul filler and an empty Braille cell', 'a\u3164b\u2800c', 'abc'],
    ['a variation selector and a tag', 'a\ufe0fb\u{e0041}c', 'abc'],
    ['a line break and a null', 'ab\r\nc\0d\0', 'ab c d'],
    ['nothing to be seen', '\u200b \u2800\ufeff', ''],
  ])('a pasted line with %s is cleaned', (_what, pasted, meant) => {
    expect(cleanLine(pasted)).toBe(meant);
  });

  test.each([
    ['joiners of an emoji', 'Hi 👩‍🍳', 'Hi 👩‍🍳'],
    ['a Persian half-space', 'می‌خواهم', 'می‌خواهم'],
    ['isolates around a number', 'رقم \u2066+49 151\u2069', 'رقم \u2066+49 151\u2069'],
    ['lines', ' Hello\r\nthere\r!', 'Hello\nthere\n!'],
    ['a zero-width space', 'Hel\u200blo', 'Hello'],
    ['nothing to be seen', '\u200b \u200d\n\ufeff', ''],
  ])('a pasted text keeps what it needs: %s', (_what, pasted, meant) => {
    expect(cleanText(pasted)).toBe(meant);
  });

  test('what was cleaned once stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('listed', () => {
  test('a list stays what it is, and no answer is an empty one', () => {
    expect(listed(['a', 'b'])).toEqual(['a', 'b']);
    expect(listed(null)).toEqual([]);
    expect(listed(undefined)).toEqual([]);
  });
});
