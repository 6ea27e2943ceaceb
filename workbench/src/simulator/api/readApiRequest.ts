import type { Request } from 'express';
import type { JsonObject } from '../json';
import { isObject } from '../json';
import type { ApiRequest } from './Endpoint';

/** Everything about a request except its number. */
export function readApiRequest(request: Request): Omit<ApiRequest, 'number'> {
  const { file } = request;
  const body = parseBody(request);
  const query = Object.entries(request.query).map(([name, value]) => [name, typeof value === 'string' ? value : '']);
  const params = Object.entries(request.params).map(([name, value]) => [name, String(value)]);
  return {
    params: Object.fromEntries(params) as Record<string, string>,
    query: Object.fromEntries(query) as Record<string, string>,
    origin: `${request.protocol}://${request.get('host') ?? 'localhost'}`,
    range: readRange(request.get('range')),
    body: body ?? {},
    isBroken: body === undefined,
    file: file && { bytes: file.buffer, filename: file.originalname, mimeType: file.mimetype },
  };
}

/** One range with both its ends, which is what clients that load a file in pieces send. */
function readRange(header: string | undefined): ApiRequest['range'] {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header ?? '') ?? [];
  return first === undefined ? undefined : { first: Number(first), last: Number(last) };
}

function parseBody(request: Request): JsonObject | undefined {
  const raw: unknown = request.body;
  if (!Buffer.isBuffer(raw)) return isObject(raw) ? { ...raw } : {};
  if (raw.length === 0) return request.method === 'GET' ? {} : undefined;
  try {
    const body: unknown = JSON.parse(raw.toString());
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
