import type { JsonObject } from '../json/JsonObject';
import type { NumberRecord } from '../store/NumberRecord';

/** A request whose key was good: it belongs to `number`. */
export interface ApiRequest {
  number: NumberRecord;
  params: Record<string, string>;
  query: Record<string, string>;
  /** Scheme and host under which the API was called. */
  origin: string;
  /** First and last byte that a download asks for. */
  range?: { first: number; last: number };
  /** The JSON body; an empty object when there was none or it was no object. */
  body: JsonObject;
  /** True when a body came that is no JSON object. */
  isBroken: boolean;
  file?: { bytes: Buffer; filename: string; mimeType: string };
}
