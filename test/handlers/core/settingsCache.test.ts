import { createSettingsCache, loadSettings } from '../../../src/handlers/core/settings/createSettingsCache';
import { readSettings, settingIds } from '../../../src/handlers/core/settings/readSettings';
import { settingDefinitions } from '../../../src/handlers/core/settings/settings';
import app from '../../../src/locales/en/app.json';
import { languages } from '../../../src/locales/languages';

describe('createSettingsCache', () => {
  /** A workspace whose settings can be changed, and whose readings are counted. */
  function workspace() {
    const stored: Record<string, unknown> = {};
    const clock = { now: 0 };
    const asked: string[] = [];
    let held: Promise<void> | undefined;
    const cache = createSettingsCache(
      async (id) => {
        asked.push(id);
        const value = stored[id];
        await held;
        return value;
      },
      () => clock.now,
    );
    return {
      stored,
      clock,
      asked,
      cache,
      hold(): () => void {
        let release = () => {};
        held = new Promise((resolve) => {
          release = resolve;
        });
        return () => {
          held = undefined;
          release();
        };
      },
    };
  }

  describe('the cache of settings', () => {
    test('reads one setting with one round trip, and none for a minute', async () => {
      const { cache, asked, stored, clock } = workspace();
      stored.preferred_language = 'de';
      await expect(cache.get('preferredLanguage')).resolves.toBe('de');
      stored.preferred_language = 'fr';
      clock.now = 59_999;
      await expect(cache.get('preferredLanguage')).resolves.toBe('de');
      expect(asked).toEqual(['preferred_language']);
      clock.now = 60_000;
      await expect(cache.get('preferredLanguage')).resolves.toBe('fr');
      expect(asked).toHaveLength(2);
    });

    test('shares a reading among all who ask at the same time', async () => {
      const { cache, asked } = workspace();
      await Promise.all([cache.get('listButtonLabel'), cache.get('listButtonLabel'), cache.all()]);
      expect(asked.filter((id) => id === 'list_button_label')).toHaveLength(1);
      expect(asked).toHaveLength(Object.keys(settingIds).length);
      await cache.all();
      expect(asked).toHaveLength(Object.keys(settingIds).length);
    });

    test('knows a change at once', async () => {
      const { cache, asked } = workspace();
      await cache.get('allowListOptions');
      cache.invalidate('allow_list_options', false);
      await expect(cache.get('allowListOptions')).resolves.toBe(false);
      expect(asked).toHaveLength(1);
    });

    test('does not let a reading that was under way undo a change', async () => {
      const { cache, stored, hold } = workspace();
      stored.preferred_language = 'de';
      const release = hold();
      const early = cache.get('preferredLanguage');
      cache.invalidate('preferred_language', 'fr');
      const late = cache.get('preferredLanguage');
      release();
      await expect(Promise.all([early, late])).resolves.toEqual(['fr', 'fr']);
      await expect(cache.get('preferredLanguage')).resolves.toBe('fr');
    });

    test('reads again after a reading failed', async () => {
      let fail = true;
      const cache = createSettingsCache(() => (fail ? Promise.reject(new Error('no engine')) : Promise.resolve('es')));
      await expect(cache.get('preferredLanguage')).rejects.toThrow('no engine');
      fail = false;
      await expect(cache.get('preferredLanguage')).resolves.toBe('es');
    });

    test('reports what it had to correct', async () => {
      const { cache, stored } = workspace();
      stored.template_refresh_interval = 0;
      const { settings, corrections } = await cache.all();
      expect(settings.templateRefreshInterval).toBe(30);
      expect(corrections.map(({ id }) => id)).toEqual(['template_refresh_interval']);
    });
  });

  describe('loadSettings', () => {
    test('reads every setting once, all at the same time', async () => {
      let atWork = 0;
      let most = 0;
      const asked: string[] = [];
      const { settings, corrections } = await loadSettings(async (id) => {
        asked.push(id);
        most = Math.max(most, ++atWork);
        await Promise.resolve();
        atWork--;
        return id === 'agents_display_info' ? 'username' : undefined;
      });
      expect(settings).toMatchObject({ agentsDisplayInfo: 'username', listButtonLabel: 'Show Options' });
      expect(corrections).toEqual([]);
      expect(asked.sort()).toEqual(settingDefinitions.map(({ id }) => id).sort());
      expect(most).toBe(asked.length);
    });

    test('fails when a setting cannot be read', async () => {
      await expect(loadSettings(() => Promise.reject(new Error('no engine')))).rejects.toThrow('no engine');
    });
  });
});

describe('settings', () => {
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
        'record_retention',
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
});
