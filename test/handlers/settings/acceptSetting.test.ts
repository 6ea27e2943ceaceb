import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { acceptSetting } from '../../../src/handlers/settings/acceptSetting';

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
