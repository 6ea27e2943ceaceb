import { parseSetting } from '../../../src/handlers/settings/parseSetting';

describe('parseSetting', () => {
  test.each([
    ['maxFileUploadSize', -1, Infinity],
    ['maxFileUploadSize', ' 2048 ', 2048],
    ['acceptedMediaTypes', 'image/*', ['image/*']],
    ['messageStatusEndpoint', '', undefined],
    ['apiBaseUrl', 'https://waba.example/', 'https://waba.example'],
    ['partnerId', '', undefined],
    ['partnerId', 'abc', 'abc'],
    ['listButtonLabel', ' Opções ', 'Opções'],
  ] as const)('reads %s from %j', (name, raw, value) => {
    expect(parseSetting(name, raw)).toEqual({ ok: true, value });
  });

  test('names the limit and the value', () => {
    expect(parseSetting('templateRefreshInterval', 0)).toEqual({
      ok: false,
      error: { key: 'errors:settingIntervalTooShort', params: { value: 0, limit: 1 } },
    });
  });

  test('counts a label strictly, as surrogates', () => {
    expect(parseSetting('listButtonLabel', '👍'.repeat(10)).ok).toBe(true);
    expect(parseSetting('listButtonLabel', '👍'.repeat(11)).ok).toBe(false);
  });
});
