import { readSetting } from '../../../src/handlers/settings/readSetting';

describe('readSetting', () => {
  test('gives what is stored', () => {
    expect(readSetting('allowListOptions', false)).toEqual({ value: false });
  });

  test.each([undefined, null])('takes the default for %s, which is nothing wrong', (raw) => {
    expect(readSetting('listButtonLabel', raw)).toEqual({ value: 'Show Options' });
  });

  test('takes the default for what is of no use, and reports it', () => {
    expect(readSetting('templateRefreshInterval', 0)).toEqual({
      value: 30,
      correction: {
        id: 'template_refresh_interval',
        key: 'errors:settingIntervalTooShort',
        params: { value: 0, limit: 1 },
      },
    });
  });
});
