import fc from 'fast-check';
import { checkMedia, readMediaRules, showSize } from '../../../src/handlers/omnichannel/files/mediaRules';
import { cleanFileName, nameFile, sayMedia, stemOfFile } from '../../../src/handlers/inbound/media/nameFile';
import { acceptsMediaType } from '../../../src/handlers/core/settings/mediaTypes';
import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/sayKeys';

describe('nameFile', () => {
  const accepts = (type: string) => acceptsMediaType(['image/*', 'application/pdf', 'text/csv'], type);
  const nameOf = (filename: string, type: string) =>
    nameFile({ media: { kind: 'document', filename }, wamid: 'w1', at: 0, t: sayKeys }, type, accepts);

  test.each([
    ['cv.pdf', 'application/pdf', 'cv.pdf'],
    ['photo.JPG', 'image/jpeg', 'photo.JPG'],
    ['data.csv', 'text/comma-separated-values', 'data.csv'],
    ['cv', 'application/pdf', 'cv.pdf'],
    ['version 1.2', 'application/pdf', 'version 1.2.pdf'],
    ['evil.exe', 'application/pdf', 'evil.exe.pdf'],
    ['page.html', 'image/png', 'page.html.png'],
    ['something', 'application/x-nobody-knows', 'something'],
  ])('%s of the type %s is called %s', (filename, type, name) => {
    expect(nameOf(filename, type)).toBe(name);
  });

  test('a made name gets the ending of its type', () => {
    const naming = { media: { kind: 'voice' as const }, wamid: 'w1', at: 0, t: sayKeys };
    expect(nameFile(naming, 'audio/ogg', accepts)).toMatch(/-19700101T000000Z-[\da-f]{6}\.ogg$/);
  });

  const at = Date.UTC(2026, 0, 2, 14, 5, 33, 120);
  const t = createTranslator('en');

  test('a name of the customer’s own is kept, made harmless', () => {
    expect(stemOfFile({ media: { kind: 'document', filename: '../cv.pdf' }, wamid: 'w1', at, t })).toBe('cv.pdf');
  });

  test.each([
    ['image', /^Photo-20260102T140533Z-[\da-f]{6}$/],
    ['voice', /^Voice-message-20260102T140533Z-[\da-f]{6}$/],
    ['sticker', /^Sticker-20260102T140533Z-[\da-f]{6}$/],
  ] as const)('%s without a name gets one from its kind, its time and its message', (kind, expected) => {
    expect(stemOfFile({ media: { kind }, wamid: 'w1', at, t })).toMatch(expected);
  });

  test('a name of which nothing is left counts as none', () => {
    expect(stemOfFile({ media: { kind: 'document', filename: '/' }, wamid: 'w1', at, t })).toMatch(/^Document-2026/);
  });

  test('pictures of one second differ, and one picture is always called the same', () => {
    const name = (wamid: string) => stemOfFile({ media: { kind: 'image' }, wamid, at, t });
    expect(name('w1')).toBe(name('w1'));
    expect(name('w1')).not.toBe(name('w2'));
  });

  describe('sayMedia', () => {
    const t = createTranslator('en');

    test('a file is called by its kind, and by its name where it has one', () => {
      expect(sayMedia({ kind: 'voice' }, t)).toBe('Voice message');
      expect(sayMedia({ kind: 'document', filename: 'cv.pdf' }, t)).toBe('Document “cv.pdf”');
    });

    test('a name cannot wake everybody or form marks', () => {
      expect(sayMedia({ kind: 'document', filename: '@all *now*.pdf' }, t)).not.toMatch(/@all|\*now\*/);
    });
  });

  test.each([
    ['Fatura março.pdf', 'Fatura março.pdf'],
    ['فاتورة ٢٠٢٦.pdf', 'فاتورة ٢٠٢٦.pdf'],
    ['नमस्ते 👩‍👩‍👧.jpg', 'नमस्ते 👩‍👩‍👧.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ana\\cv.doc', 'cv.doc'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u0000b\nc.pdf', 'a_b_c.pdf'],
    ['what?*|".pdf', 'what____.pdf'],
    ['.hidden', 'hidden'],
    ['  spaced   out  .pdf', 'spaced out.pdf'],
    ['ends with a dot.', 'ends with a dot'],
    [`${'long '.repeat(40)}.pdf`, `${'long '.repeat(12).trim()}.pdf`],
    ['half a character \ud83d.png', 'half a character _.png'],
    ['archive.tar.gz', 'archive.tar.gz'],
    ['e\u0301tude.pdf', 'étude.pdf'],
  ])('%j is stored as %j', (given, stored) => {
    expect(cleanFileName(given)).toBe(stored);
  });

  test.each(['', '.', '..', '/', '\u202e', ' . ', '///', '.pdf'])(
    'of %j nothing is left but what it ends with',
    (given) => {
      expect(cleanFileName(given)).toBe(given === '.pdf' ? 'pdf' : undefined);
    },
  );

  test('whatever comes, the name is one part of a path, short, visible, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanFileName(given);
        if (name === undefined) return;
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^\.|[. ]$/u);
        expect([...name].length).toBeLessThanOrEqual(71);
        expect(cleanFileName(name)).toBe(name);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('mediaRules', () => {
  test('the settings say what may pass', async () => {
    const settings = { file_uploads_enabled: true, max_file_upload_size: -1, accepted_media_types: 'audio/*' };
    const rules = await readMediaRules(fakeHost({ settings }).host);
    expect(rules).toMatchObject({ enabled: true, maxSize: Infinity });
    expect([rules.accepts('audio/ogg; codecs=opus'), rules.accepts('image/png')]).toEqual([true, false]);
  });

  const accepts = (type: string) => acceptsMediaType(['image/*', 'application/pdf'], type);
  const rules = { enabled: true, maxSize: 1_000, accepts };

  test.each([
    ['an accepted type', { type: 'image/png' }],
    ['the size at the limit', { type: 'image/png', size: 1_000 }],
    ['a type that is not told yet', { size: 10 }],
    ['what nothing is known of yet', {}],
  ])('%s may pass', (_what, facts) => {
    expect(checkMedia(facts, rules, sayKeys)).toBeUndefined();
  });

  test.each([
    ['another type', { type: 'text/html' }, 'media:typeRefused'],
    ['a type that nobody tells', { type: 'application/octet-stream', size: 10 }, 'media:typeRefused'],
    ['too much', { type: 'image/png', size: 1_001 }, 'media:tooLarge'],
    ['too much of a type that is not told yet', { size: 1_001 }, 'media:tooLarge'],
  ])('%s may not', (_what, facts, key) => {
    expect(checkMedia(facts, rules, sayKeys)?.key).toBe(key);
  });

  test('with files switched off nothing passes', () => {
    expect(checkMedia({ type: 'image/png' }, { ...rules, enabled: false }, sayKeys)).toEqual({
      key: 'media:uploadsOff',
    });
  });

  test('without a limit every size passes', () => {
    const problem = checkMedia({ type: 'image/png', size: 1e12 }, { ...rules, maxSize: Infinity }, sayKeys);
    expect(problem).toBeUndefined();
  });

  test.each([
    [1, '1 kB'],
    [1_500, '1 kB'],
    [900_000, '879 kB'],
    [1_048_576, '1 MB'],
    [16_777_216, '16 MB'],
    [25_690_112, '24.5 MB'],
  ])('%d bytes are %s', (bytes, shown) => {
    expect(showSize(bytes, createTranslator('en'))).toBe(shown);
  });
});
