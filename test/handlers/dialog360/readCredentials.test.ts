import { readApiKey, readBaseUrl } from '../../../src/handlers/dialog360/readCredentials';

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

describe('readBaseUrl', () => {
  test.each([
    ['https://waba-v2.360dialog.io', 'https://waba-v2.360dialog.io'],
    [' https://waba-v2.360dialog.io/ ', 'https://waba-v2.360dialog.io'],
    ['HTTPS://Waba.Example:8443/proxy/waba//', 'https://waba.example:8443/proxy/waba'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://sim.localhost:4010', 'http://sim.localhost:4010'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('takes %s', (text, value) => {
    expect(readBaseUrl(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'errors:baseUrlMalformed'],
    ['waba-v2.360dialog.io', 'errors:baseUrlMalformed'],
    ['https://', 'errors:baseUrlMalformed'],
    ['https://user:pass@waba.example', 'errors:baseUrlMalformed'],
    ['https://waba.example?key=1', 'errors:baseUrlMalformed'],
    ['https://waba.example#a', 'errors:baseUrlMalformed'],
    ['http://waba.example', 'errors:baseUrlInsecure'],
    ['http://10.0.0.5', 'errors:baseUrlInsecure'],
    ['http://127.0.0.1.example.org', 'errors:baseUrlInsecure'],
    ['http://localhost.example.org', 'errors:baseUrlInsecure'],
    ['ftp://localhost', 'errors:baseUrlInsecure'],
    ['javascript:alert(1)', 'errors:baseUrlInsecure'],
  ])('refuses "%s": %s', (text, key) => {
    expect(readBaseUrl(text)).toEqual({ ok: false, error: { key, params: { value: text } } });
  });
});
