import * as v from 'valibot';
import type { Result } from '../errors/Result';
import type { AppSettings } from './AppSettings';
import { settingSchemas } from './settingSchemas';

/** Reads one raw value, or says what is wrong with it: `params` has the value as it came and, where there is one, the limit. */
export function parseSetting<Name extends keyof AppSettings>(name: Name, raw: unknown): Result<AppSettings[Name]> {
  const parsed = v.safeParse(settingSchemas[name], raw);
  if (parsed.success) {
    // The compiler does not follow a name through a table of schemas.
    return { ok: true, value: parsed.output as AppSettings[Name] };
  }
  const [issue] = parsed.issues;
  return { ok: false, error: { key: issue.message, params: { value: show(issue.input), ...limitOf(issue) } } };
}

function show(input: unknown): string | number {
  return typeof input === 'string' || typeof input === 'number' ? input : JSON.stringify(input ?? null);
}

function limitOf(issue: { requirement?: unknown }): { limit?: number } {
  return typeof issue.requirement === 'number' ? { limit: issue.requirement } : {};
}
