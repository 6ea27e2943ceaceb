import { readSettings, settingIds } from '../../../src/handlers/core/settings/readSettings';
import { settingDefinitions } from '../../../src/handlers/core/settings/settings';
import app from '../../../src/locales/en/app.json';
import { languages } from '../../../src/locales/languages';

const texts: Record<string, string> = app;
const byId = new Map(settingDefinitions.map((definition) => [definition.id, definition]));

describe('the settings that Rocket.Chat shows', () => {
  test.each([
    ['agents_display_info', 'select', 'Agents Display Info', 'none'],
    ['file_uploads_enabled', 'boolean', 'File Uploads Enabled', true],
    ['max_file_upload_size', 'int', 'Maximum File Upload Size (in bytes)', 104857600],
    ['accepted_media_types', 'string', 'Accepted Media Types', 'image/*, application/pdf, video/*, audio/*'],
    ['allow_quote_messages', 'boolean', 'Allow Quote Messages', true],
    ['template_refresh_interval', 'int', 'Template Message Metadata Refresh Interval(in Minutes)', 30],
    ['message_status_endpoint', 'string', 'Message Status Endpoint URL', ''],
    ['message_status_filter', 'select', 'Filter Message Status', 'all'],
    ['allow_list_options', 'boolean', 'Allow List options for Quick Replies', true],
    ['list_button_label', 'string', 'Custom label for all List Option button', 'Show Options'],
    ['count_automatic_messages', 'boolean', 'Automatic Texts Count as Answers', false],
    ['delivery_ticks', 'select', 'Delivery Status below Messages', 'all'],
    ['read_receipts', 'select', 'Read Receipts', 'answer'],
    ['verify_contacts', 'boolean', 'Verify Contacts', true],
    ['preferred_language', 'select', 'Preferred Language', 'en'],
    ['api_base_url', 'string', 'API Base URL', 'https://waba-v2.360dialog.io'],
    ['partner_id', 'string', '360dialog Partner ID', ''],
  ])('%s is a %s called "%s", at first %j', (id, type, label, packageValue) => {
    const definition = byId.get(id);
    expect(definition).toMatchObject({ type, packageValue, public: false });
    expect(texts[definition?.i18nLabel ?? '']).toBe(label);
  });

  test('are exactly those that the app reads', () => {
    expect([...byId.keys()].sort()).toEqual(Object.values(settingIds).sort());
    expect(readSettings({}).corrections).toEqual([]);
  });

  test('have words for every label, description, section and choice', () => {
    const keys = settingDefinitions.flatMap(({ i18nLabel, i18nDescription, section, values = [] }) => [
      i18nLabel,
      i18nDescription,
      section,
      ...values.map((value) => value.i18nLabel),
    ]);
    expect(keys.filter((key) => !texts[key ?? ''])).toEqual([]);
  });

  test('stand together by section, each section once', () => {
    const sections = settingDefinitions.map(({ section }) => section);
    const runs = sections.filter((section, index) => section !== sections[index - 1]);
    expect(runs).toEqual([...new Set(sections)]);
  });

  test('require what the guide marks with a star, and the address of the API', () => {
    expect(settingDefinitions.filter(({ required }) => required).map(({ id }) => id)).toEqual([
      'preferred_language',
      'list_button_label',
      'template_refresh_interval',
      'api_base_url',
    ]);
  });

  test('offer every language by its own name', () => {
    const choices = byId.get('preferred_language')?.values ?? [];
    expect(choices.map(({ key }) => key)).toEqual(languages.map(({ tag }) => tag));
    expect(choices.map(({ i18nLabel }) => texts[i18nLabel])).toEqual(languages.map(({ name }) => name));
    const strange = choices.filter(({ key, i18nLabel }) => {
      const ownName = new Intl.DisplayNames([key], { type: 'language' }).of(key) ?? '';
      return !texts[i18nLabel]?.toLowerCase().includes(ownName.toLowerCase());
    });
    expect(strange).toEqual([]);
  });
});
