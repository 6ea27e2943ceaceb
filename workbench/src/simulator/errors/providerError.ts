import type { Answer } from '../api/Answer';

/** 360dialog's own errors today: `{error:"…"}` (its OpenAPI calls it `utils.ErrorResp`). */
export function providerError(status: number, text: string): Answer {
  return { status, json: { error: text } };
}
