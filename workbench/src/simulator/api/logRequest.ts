import type { Request } from 'express';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/NumberRecord';
import type { Answer } from './Answer';
import type { ApiRequest } from './ApiRequest';
import { maskSecrets } from './maskSecrets';

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
