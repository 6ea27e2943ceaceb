import type { Request } from 'express';
import { isObject } from '../json';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/numbers';
import type { Answer } from './Answer';
import type { ApiRequest } from './Endpoint';

const LONGEST = 50_000;

interface Exchange {
  at: number;
  started: number;
  request: Request;
  read: Omit<ApiRequest, 'number'>;
  number: NumberRecord | undefined;
  /** Absent when there was none. */
  answer: Answer | undefined;
  faults: string[];
}

/** Writes a request into the log, secrets masked and files named instead of kept. */
export function logRequest({ store, bus }: Simulator, exchange: Exchange): void {
  const { request, read, answer, faults } = exchange;
  const { file, body } = read;
  const sent = file ? { ...body, file: `${file.filename} (${file.mimeType}, ${file.bytes.length} bytes)` } : body;
  const record = store.requests.insert({
    at: exchange.at,
    phoneNumber: exchange.number?.phoneNumber,
    method: request.method,
    path: request.originalUrl.replace(/hash=[^&]+/, 'hash=•••'),
    status: answer?.fate === 'reset' ? 0 : (answer?.status ?? 0),
    ms: Math.round(performance.now() - exchange.started),
    requestBody: request.method === 'GET' ? undefined : shorten(maskSecrets(sent)),
    responseBody: answer?.bytes ? `${answer.bytes.length} bytes` : shorten(maskSecrets(answer?.json ?? answer?.text)),
    faults: faults.length > 0 ? faults : undefined,
  });
  bus.emit('request', record);
}

function shorten(value: unknown): unknown {
  const length = value === undefined ? 0 : JSON.stringify(value).length;
  return length > LONGEST ? `… ${length} characters` : value;
}

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
