import { findAddresses } from '../../../src/handlers/markup/findAddresses';

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

  test.each(['example.com', '4.5', 'a@b', 'xhttps://example.com', 'http:// x', 'z.B.'])('are none in "%s"', (line) => {
    expect(findAddresses(line)).toEqual([]);
  });
});
