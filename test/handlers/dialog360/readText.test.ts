import { readText } from '../../../src/handlers/dialog360/readText';

test.each([
  ['a text', ' Bad Gateway\n', 'Bad Gateway'],
  ['a page by its title', '<html><head><TITLE>502 Bad Gateway</TITLE></head><body>…</body></html>', '502 Bad Gateway'],
  ['a page without one', '<html><body>nginx</body></html>', ''],
  ['JSON that breaks off', '{"error":{"mess', ''],
  ['a list that breaks off', '[1,', ''],
  ['nothing', '', ''],
])('%s', (_case, body, text) => {
  expect(readText(body)).toBe(text);
});
