import { loadSettings } from '../../../src/handlers/settings/loadSettings';
import { settingDefinitions } from '../../../src/handlers/settings/settingDefinitions';

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
