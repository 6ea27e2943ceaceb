import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { acceptSetting, checkSetting } from '../../../src/handlers/core/settings/acceptSetting';
import { parseSettingName } from '../../../src/handlers/core/settings/readSettings';
import texts from '../../../src/locales/en/errors.json';

describe('acceptSetting', () => {
  const setting = (value: unknown, facts: object = {}) =>
    ({ id: 'template_refresh_interval', value, packageValue: 60, ...facts }) as unknown as ISetting;

  test('a usable value is saved', () => {
    const { setting: saved, problem } = acceptSetting({ oldSetting: setting(60), newSetting: setting(15) });
    expect([saved.value, problem]).toEqual([15, undefined]);
  });

  test('an unusable one leaves the setting as it was, and the reason is handed back', () => {
    const { setting: saved, problem } = acceptSetting({ oldSetting: setting(30), newSetting: setting(0) });
    expect(saved.value).toBe(30);
    expect(problem?.key).toMatch(/^\w+:\w+$/);
  });

  test('a setting that never was set keeps its default', () => {
    const { setting: saved } = acceptSetting({ oldSetting: setting(undefined), newSetting: setting(0) });
    expect(saved.value).toBe(60);
  });
});

describe('checkSetting', () => {
  test.each([
    ['agents_display_info', 'username', 'username'],
    ['file_uploads_enabled', false, false],
    ['max_file_upload_size', -1, -1],
    ['max_file_upload_size', '2048', '2048'],
    ['accepted_media_types', ' image/* ', 'image/*'],
    ['accepted_media_types', '', ''],
    ['template_refresh_interval', 1, 1],
    ['message_status_endpoint', ' https://example.org ', 'https://example.org'],
    ['message_status_endpoint', '', ''],
    ['list_button_label', ' 12345678901234567890 ', '12345678901234567890'],
    ['preferred_language', 'pt-BR', 'pt-BR'],
    ['api_base_url', 'http://127.0.0.1:4010/', 'http://127.0.0.1:4010/'],
    ['partner_id', 'Ab_1-2', 'Ab_1-2'],
    ['partner_id', '', ''],
    ['of_another_app', { any: 1 }, { any: 1 }],
  ])('lets %s be %j', (id, value, saved) => {
    expect(checkSetting(id, value)).toEqual({ ok: true, value: saved });
  });

  test.each([
    ['agents_display_info', 'Nickname', 'errors:settingChoiceUnknown', { value: 'Nickname' }],
    ['file_uploads_enabled', 'yes', 'errors:settingToggleExpected', { value: 'yes' }],
    ['max_file_upload_size', 0, 'errors:settingSizeInvalid', { value: 0 }],
    ['max_file_upload_size', -2, 'errors:settingSizeInvalid', { value: -2 }],
    ['max_file_upload_size', 'big', 'errors:settingNumberExpected', { value: 'big' }],
    ['max_file_upload_size', 1.5, 'errors:settingNumberExpected', { value: 1.5 }],
    ['max_file_upload_size', '', 'errors:settingNumberExpected', { value: '' }],
    ['accepted_media_types', 'image/*, pdf', 'errors:settingMediaTypeUnknown', { value: 'pdf' }],
    ['template_refresh_interval', 0, 'errors:settingIntervalTooShort', { value: 0, limit: 1 }],
    ['template_refresh_interval', -5, 'errors:settingIntervalTooShort', { value: -5, limit: 1 }],
    ['message_status_endpoint', 'example', 'errors:settingUrlMalformed', { value: 'example' }],
    ['message_status_filter', 'some', 'errors:settingChoiceUnknown', { value: 'some' }],
    [
      'list_button_label',
      '123456789012345678901',
      'errors:settingLabelTooLong',
      { value: '123456789012345678901', limit: 20 },
    ],
    ['list_button_label', '  ', 'errors:settingLabelEmpty', { value: '' }],
    ['list_button_label', undefined, 'errors:settingTextExpected', { value: 'null' }],
    ['preferred_language', 'xx', 'errors:settingChoiceUnknown', { value: 'xx' }],
    ['api_base_url', 'http://waba.example', 'errors:baseUrlInsecure', { value: 'http://waba.example' }],
    ['api_base_url', '', 'errors:baseUrlMalformed', { value: '' }],
    ['partner_id', 'a/b', 'errors:settingPartnerInvalid', { value: 'a/b' }],
  ])('refuses %s to be %j', (id, value, key, params) => {
    expect(checkSetting(id, value)).toMatchObject({ ok: false, error: { key, params } });
    const text = texts[key.replace('errors:', '') as keyof typeof texts];
    const mentioned = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
    expect(Object.keys(params)).toEqual(expect.arrayContaining(mentioned));
  });
});

describe('parseSettingName', () => {
  test('the ids of settings lead to their names', () => {
    expect(parseSettingName('list_button_label')).toBe('listButtonLabel');
    expect(parseSettingName('toString')).toBeUndefined();
    expect(parseSettingName('')).toBeUndefined();
  });
});
