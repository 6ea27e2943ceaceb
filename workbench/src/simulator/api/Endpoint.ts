import type { FaultTarget } from '../faults/FaultKind';
import type { JsonObject } from '../json';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/numbers';
import type { Answer } from './Answer';

/** Implements one endpoint of 360dialog. */
export type Endpoint = (simulator: Simulator, request: ApiRequest) => Answer | Promise<Answer>;

/** A request with a valid key, which belongs to `number`. */
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
  /** Whether the body was not a JSON object. */
  isBroken: boolean;
  file?: { bytes: Buffer; filename: string; mimeType: string };
}

/** One row of the API: the endpoint that answers, and its kind of request for faults. */
export interface ApiRoute {
  method: 'get' | 'post' | 'delete';
  path: string;
  target: FaultTarget;
  endpoint: Endpoint;
}
