import type { Answer } from '../api/Answer';
import type { Switches } from '../switches/Switches';
import { providerError } from './providerError';

/**
 * 401 and 403 as 360dialog gives them: today's shape, or the legacy one, whose body says `httpCode` 404 for a bad key
 * although HTTP says 401 (docs.360dialog.com, API error message list).
 */
export function accessError(status: 401 | 403, text: string, shape: Switches['authErrorShape']): Answer {
  if (shape === 'error') return providerError(status, text);
  const developerMessage = status === 401 ? 'Invalid api_key or token expired' : text;
  return { status, json: { meta: { httpCode: status === 401 ? 404 : status, developerMessage, success: false } } };
}
