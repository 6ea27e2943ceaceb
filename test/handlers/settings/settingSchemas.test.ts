import { readStatusEndpoint } from '../../../src/handlers/core/settings/settingSchemas';

describe('readStatusEndpoint', () => {
  test.each([
    ['', undefined],
    ['https://example.org/status?key=1', 'https://example.org/status?key=1'],
    ['http://10.0.0.5:8080/status', 'http://10.0.0.5:8080/status'],
  ])('reads "%s"', (text, value) => {
    expect(readStatusEndpoint(text)).toEqual({ ok: true, value });
  });

  test.each(['example.org/status', 'https://', 'ftp://example.org', 'javascript:alert(1)', 'status'])(
    'refuses %s',
    (value) => {
      expect(readStatusEndpoint(value)).toEqual({
        ok: false,
        error: { key: 'errors:settingUrlMalformed', params: { value } },
      });
    },
  );
});
