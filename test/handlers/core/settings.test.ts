import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import {
  acceptSetting,
  checkSetting,
  parseSetting,
  parseSettingName,
  readSetting,
  readSettings,
} from '../../../src/handlers/core/settings/readSettings';
import {
  acceptsMediaType,
  readMediaTypes,
  readStatusEndpoint,
} from '../../../src/handlers/core/settings/settingSchemas';
import {
  DEFAULT_OPT_IN_WORDS,
  DEFAULT_OPT_OUT_WORDS,
  readConsentWords,
} from '../../../src/handlers/whatsapp/consentWords';
import texts from '../../../src/locales/en/errors.json';

describe('readSettings', () => {
  const defaults = {
    agentsDisplayInfo: 'none',
    fileUploadsEnabled: true,
    maxFileUploadSize: 104857600,
    acceptedMediaTypes: ['image/*', 'application/pdf', 'video/*', 'audio/*'],
    allowQuoteMessages: true,
    templateRefreshInterval: 30,
    templateAccess: 'address',
    templateSecret: '',
    templateRoles: ['admin', 'livechat-manager', 'livechat-agent'],
    messageStatusEndpoint: undefined,
    messageStatusFilter: 'all',
    messageStatusSecret: '',
    messageStatusPrivate: false,
    allowListOptions: true,
    listButtonLabel: 'Show Options',
    respectOptOuts: true,
    optOutWords: readConsentWords(DEFAULT_OPT_OUT_WORDS),
    optInWords: readConsentWords(DEFAULT_OPT_IN_WORDS),
    countAutomaticMessages: false,
    deliveryTicks: 'all',
    readReceipts: 'answer',
    verifyContacts: true,
    bulkRoles: ['admin', 'livechat-manager', 'livechat-agent'],
    hiddenTemplates: [],
    keepPhonesOffVisitors: false,
    preferredLanguage: 'en',
    apiBaseUrl: 'https://waba-v2.360dialog.io',
    partnerId: undefined,
    recordRetention: 31,
    windowReminder: '',
  };

  describe('readSettings', () => {
    test('gives the published defaults where nothing is stored', () => {
      expect(readSettings({})).toEqual({ settings: defaults, corrections: [] });
    });

    test('gives what is stored, and corrects only what is wrong', () => {
      const { settings, corrections } = readSettings({
        agents_display_info: 'name',
        max_file_upload_size: -1,
        accepted_media_types: 'pdf',
        message_status_endpoint: 'nowhere',
        preferred_language: 'de',
        another: 1,
      });
      expect(settings).toEqual({
        ...defaults,
        agentsDisplayInfo: 'name',
        maxFileUploadSize: Infinity,
        preferredLanguage: 'de',
      });
      expect(corrections).toEqual([
        { id: 'accepted_media_types', key: 'errors:settingMediaTypeUnknown', params: { value: 'pdf' } },
        { id: 'message_status_endpoint', key: 'errors:settingUrlMalformed', params: { value: 'nowhere' } },
      ]);
    });
  });

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

  describe('parseSetting', () => {
    test.each([
      ['maxFileUploadSize', -1, Infinity],
      ['maxFileUploadSize', ' 2048 ', 2048],
      ['acceptedMediaTypes', 'image/*', ['image/*']],
      ['messageStatusEndpoint', '', undefined],
      ['apiBaseUrl', 'https://waba.example/', 'https://waba.example'],
      ['recordRetention', '90', 90],
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
});

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

describe('mediaTypes', () => {
  describe('readMediaTypes', () => {
    test.each([
      ['image/*, application/pdf, video/*, audio/*', ['image/*', 'application/pdf', 'video/*', 'audio/*']],
      [
        ' Image/PNG ,,application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        ['image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ],
      ['', []],
      [' , ', []],
      ['*', ['*/*']],
      ['*/*', ['*/*']],
      ['image/svg+xml', ['image/svg+xml']],
    ])('reads "%s"', (text, value) => {
      expect(readMediaTypes(text)).toEqual({ ok: true, value });
    });

    test.each([
      ['pdf', 'pdf'],
      ['image/*, .jpg, png', '.jpg, png'],
      ['images/*', 'images/*'],
      ['image', 'image'],
      ['image/', 'image/'],
      ['image/*; q=1', 'image/*; q=1'],
      ['image/png;audio/ogg', 'image/png;audio/ogg'],
      ['*/png', '*/png'],
    ])('refuses "%s" and names what is wrong', (text, value) => {
      expect(readMediaTypes(text)).toEqual({
        ok: false,
        error: { key: 'errors:settingMediaTypeUnknown', params: { value } },
      });
    });
  });

  describe('acceptsMediaType', () => {
    test.each([
      [['image/*', 'application/pdf'], 'image/png', true],
      [['image/*', 'application/pdf'], 'application/pdf', true],
      [['image/*', 'application/pdf'], 'IMAGE/JPEG', true],
      [['image/*', 'application/pdf'], 'application/zip', false],
      [['image/*'], 'imagery/png', false],
      [['audio/ogg'], 'audio/ogg; codecs=opus', true],
      [['audio/*'], ' audio/amr ;x=y', true],
      [[], 'application/x-anything', true],
      [['*/*'], 'application/x-anything', true],
      [['image/*'], '', false],
      [[], '', true],
    ])('%j accepts %s: %s', (patterns, mimeType, accepted) => {
      expect(acceptsMediaType(patterns, mimeType)).toBe(accepted);
    });
  });
});

describe('acceptSetting', () => {
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
});
