import { createSettingsCache, loadSettings } from '../../../src/handlers/core/settings/createSettingsCache';
import { settingIds } from '../../../src/handlers/core/settings/readSettings';
import { settingDefinitions } from '../../../src/handlers/core/settings/settings';

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
