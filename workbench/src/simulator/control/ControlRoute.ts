import * as v from 'valibot';
import { digitsOf } from '../customers/findByPhone';
import type { Simulator } from '../Simulator';
import type { CustomerRecord } from '../store/customers';
import type { NumberRecord } from '../store/numbers';

/**
 * One row of the control API. The result of `handle` is answered as JSON. It throws ControlError for a request that
 * cannot be done.
 */
export interface ControlRoute {
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  handle: (request: ControlRequest) => unknown;
}

/** A request to the control API. */
export interface ControlRequest {
  simulator: Simulator;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** A control request that cannot be done; its message becomes `{error}`. */
export class ControlError extends Error {
  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
    this.name = 'ControlError';
  }
}

/** Reads a request's body. @throws ControlError 400 that names the invalid field. */
export function parseBody<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body ?? {});
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ControlError(400, `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

/** The business number that somebody named, in any spelling. @throws ControlError 404 */
export function findNumber({ store }: Simulator, phoneNumber: string | undefined): NumberRecord {
  const number = store.numbers.byPhoneNumber(digitsOf(phoneNumber ?? ''));
  if (!number) throw new ControlError(404, `number: there is no number ${phoneNumber ?? ''}`);
  return number;
}

/** The customer of an id; a WhatsApp id or business-scoped id will do as well. @throws ControlError 404 */
export function findCustomer({ store }: Simulator, id: string | undefined): CustomerRecord {
  const key = id ?? '';
  const customer = store.customers.byId(key) ?? store.customers.byWaId(key) ?? store.customers.byUserId(key);
  if (!customer) throw new ControlError(404, `customer: there is no customer ${key}`);
  return customer;
}
