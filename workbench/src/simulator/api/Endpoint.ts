import type { FaultTarget } from '../faults/FaultKind';
import type { JsonObject } from '../json';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/numbers';
import type { Answer } from './Answer';

/** Does what one endpoint of 360dialog does. */
export type Endpoint = (simulator: Simulator, request: ApiRequest) => Answer | Promise<Answer>;

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

/** One line of the API: which endpoint answers, and what kind of request faults take it for. */
export interface ApiRoute {
  method: 'get' | 'post' | 'delete';
  path: string;
  target: FaultTarget;
  endpoint: Endpoint;
}
