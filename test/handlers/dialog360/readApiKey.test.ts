import { readApiKey } from '../../../src/handlers/dialog360/readApiKey';

describe('readApiKey', () => {
  test.each([
    ['as it is', '3xnWiXjfksuo09ejfkdsqJcxAK', '3xnWiXjfksuo09ejfkdsqJcxAK'],
    ['of the sandbox', '1234567_sandbox', '1234567_sandbox'],
    ['pasted with blanks and a line end', '  abc\n', 'abc'],
    ['pasted with invisible marks', '\u200babc\u2060', 'abc'],
  ])('takes a key %s', (_case, text, value) => {
    expect(readApiKey(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['nothing', '  ', 'errors:apiKeyMissing'],
    ['two words', 'D360-API-KEY abc', 'errors:apiKeyMalformed'],
    ['a line in between', 'abc\ndef', 'errors:apiKeyMalformed'],
    ['letters that no header carries', 'ключ', 'errors:apiKeyMalformed'],
  ])('refuses %s, without repeating it', (_case, text, key) => {
    expect(readApiKey(text)).toEqual({ ok: false, error: { key } });
  });
});
