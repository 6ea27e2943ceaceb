import { parseSettingName } from '../../../src/handlers/settings/parseSettingName';

test('the ids of settings lead to their names', () => {
  expect(parseSettingName('list_button_label')).toBe('listButtonLabel');
  expect(parseSettingName('toString')).toBeUndefined();
  expect(parseSettingName('')).toBeUndefined();
});
