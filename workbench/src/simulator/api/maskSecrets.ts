import { isObject } from '../json/isObject';

const SECRET_NAMES = new Set(['authorization', 'api_key', 'apikey', 'd360-api-key', 'access_token', 'secret']);
const MASK = '•••';

/** A copy for the log without secrets: values of webhook headers, keys, and credentials in URLs. */
export function maskSecrets(value: unknown, name = ''): unknown {
  if (SECRET_NAMES.has(name.toLowerCase())) return MASK;
  if (Array.isArray(value)) return value.map((item) => maskSecrets(item));
  if (typeof value === 'string') return value.replace(/^(https?:\/\/)[^/@\s]+@/i, `$1${MASK}@`);
  if (!isObject(value)) return value;
  const isHeaders = name === 'headers';
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, isHeaders ? MASK : maskSecrets(item, key)]),
  );
}
