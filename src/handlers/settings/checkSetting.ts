import type { Result } from '../errors/Result';
import { parseSettingName } from './parseSettingName';
import { cleanText } from '../pasted';
import { parseSetting } from './parseSetting';

/**
 * Whether a value may be saved; for `onPreSettingUpdate`. The accepted value is the raw one, without blanks around it and unseen signs in it;
 * a setting that is not ours is accepted as it is.
 */
export function checkSetting(id: string, value: unknown): Result<unknown> {
  const name = parseSettingName(id);
  if (name === undefined) {
    return { ok: true, value };
  }
  const meant = typeof value === 'string' ? cleanText(value) : value;
  const parsed = parseSetting(name, meant);
  return parsed.ok ? { ok: true, value: meant } : parsed;
}
