import { parseSetting, readSetting, readSettings } from '../../../src/handlers/core/settings/readSettings';
import {
  DEFAULT_OPT_IN_WORDS,
  DEFAULT_OPT_OUT_WORDS,
  readConsentWords,
} from '../../../src/handlers/whatsapp/consentWords';

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
