import type { Result } from '../errors/Result';
import { parseSettingName } from './parseSettingName';
import { parseSetting } from './parseSetting';

/**
 * Whether a value may be saved; for `onPreSettingUpdate`. The accepted value is the raw one, without blanks around it;
 * a setting that is not ours is accepted as it is.
 */
export function checkSetting(id: string, value: unknown): Result<unknown> {
  const name = parseSettingName(id);
  if (name === undefined) {
    return { ok: true, value };
  }
  const parsed = parseSetting(name, value);
  return parsed.ok ? { ok: true, value: typeof value === 'string' ? value.trim() : value } : parsed;
}
