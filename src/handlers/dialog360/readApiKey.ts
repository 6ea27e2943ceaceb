import type { Result } from '../errors/Result';
import { cleanLine } from '../pasted';

/** Visible ASCII only: anything else cannot travel in a header. Production keys and `1234567_sandbox` both fit. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** Reads an API key as it was pasted: blanks around it and invisible signs in it go, anything odd inside is refused. */
export function readApiKey(text: string): Result<string> {
  const key = cleanLine(text);
  if (key === '') {
    return { ok: false, error: { key: 'errors:apiKeyMissing' } };
  }
  return HEADER_SAFE.test(key) ? { ok: true, value: key } : { ok: false, error: { key: 'errors:apiKeyMalformed' } };
}
