import { findAddresses, maskAddresses, readPlainLine } from '../../../../src/handlers/whatsapp/markup/addresses';
import { freeAddresses } from '../../../../src/handlers/whatsapp/markup/freeAddresses';

describe('addresses', () => {
  describe('addresses in a line', () => {
    test.each([
      ['a web address', 'see https://example.com/a_b?c=_d_ now', ['https://example.com/a_b?c=_d_']],
      ['one without its scheme', 'www.example.com', ['www.example.com']],
      ['a domain with a path', 't.me/a_b_c and example.com:8080/x', ['t.me/a_b_c', 'example.com:8080/x']],
      ['a mail address', 'to first_last_x@mail.example.com!', ['first_last_x@mail.example.com']],
      ['an address in a mark, without the sign that closes it', '*https://example.com/a*', ['https://example.com/a']],
      ['an address in angle brackets', '<https://example.com|a>', ['https://example.com']],
      ['two of them', 'https://a.de https://b.de', ['https://a.de', 'https://b.de']],
    ])('are found: %s', (_what, line, addresses) => {
      const found = findAddresses(line);
      expect(found.map(({ text }) => text)).toEqual(addresses);
      for (const { at, text } of found) expect(line.slice(at, at + text.length)).toBe(text);
    });

    test.each(['example.com', '4.5', 'a@b', 'xhttps://example.com', 'http:// x', 'z.B.'])(
      'are none in "%s"',
      (line) => {
        expect(findAddresses(line)).toEqual([]);
      },
    );
  });

  test.each([
    ['*a* https://e.co/_b_d _c_', '*a* xxxxxxxxxxxxxxxxx _c_'],
    ['_https://e.co/a_', '_xxxxxxxxxxxxxx_'],
    ['no address', 'no address'],
  ])('"%s" keeps its length and loses the signs of its addresses', (line, masked) => {
    expect(maskAddresses(line)).toBe(masked);
    expect(masked).toHaveLength(line.length);
  });

  test('a line without marks is its text and its addresses', () => {
    expect(readPlainLine('see https://a.de *now*', 10)).toEqual([
      { kind: 'text', at: 10, text: 'see ' },
      { kind: 'url', at: 14, text: 'https://a.de' },
      { kind: 'text', at: 26, text: ' *now*' },
    ]);
    expect(readPlainLine('')).toEqual([]);
  });
});

describe('freeAddresses', () => {
  test.each([
    ['*https://shop.example/a*', 'https://shop.example/a'],
    ['~www.shop.example~', 'www.shop.example'],
    ['*_https://shop.example/a_*', 'https://shop.example/a'],
    ['- *https://shop.example/a*', '- https://shop.example/a'],
    ['_see https://shop.example/a_', '_see_ https://shop.example/a'],
    ['*https://shop.example now*', 'https://shop.example *now*'],
    ['*see https://a.example/x and https://b.example/y*', '*see https://a.example/x and* https://b.example/y'],
    ['*mail me@shop.example*', '*mail* me@shop.example'],
  ])('the marks of %s stand beside its address: %s', (line, freed) => {
    expect(freeAddresses(line)).toBe(freed);
  });

  test.each([
    '*see https://shop.example now*',
    '*Shop (https://shop.example/a)*',
    '*a* https://shop.example *b*',
    '*bold* and `*https://shop.example*`',
    'https://shop.example/*a*',
    'no address: *bold*',
  ])('what touches no address stays: %s', (line) => {
    expect(freeAddresses(line)).toBe(line);
  });

  test('a long line costs no more than its length', () => {
    const line = '*https://shop.example/a* '.repeat(2_600);
    expect(freeAddresses(line)).toBe('https://shop.example/a '.repeat(2_600));
  });
});
