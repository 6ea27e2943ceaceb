import type { Answer } from '../api/Answer';
import type { JsonObject } from '../json';
import type { PlannedStatus } from '../statuses/StatusJob';
import type { FaultValue } from '../store/faults';

/** A kind of fault: what a page needs to draw its form, and what it does. */
export interface FaultKind {
  id: string;
  title: string;
  description: string;
  params: Record<string, FaultParam>;
  hooks: FaultHooks<Record<string, FaultValue>>;
}

/** One field of a fault's form. */
export type FaultParam =
  | { type: 'number'; title: string; default: number; minimum?: number; maximum?: number }
  | { type: 'text'; title: string; default: string }
  | { type: 'choice'; title: string; default: string; options: readonly string[] }
  | { type: 'switch'; title: string; default: boolean };

/** The values that belong to a form. */
type FaultValues<Params extends Record<string, FaultParam>> = {
  [Name in keyof Params]: Params[Name]['type'] extends 'number'
    ? number
    : Params[Name]['type'] extends 'switch'
      ? boolean
      : string;
};

/** One of `templateActions`, with what it needs to know. */
export interface TemplateDecision {
  event: string;
  details: JsonObject;
}

/**
 * Where a fault can take hold; each returns undefined when it does not apply, which costs none of its `times`.
 * Methods, not properties, so that a fault may name the types of its own values.
 */
export interface FaultHooks<Values> {
  /** A template is about to be sent: what Meta decides about it in that moment. */
  template?(values: Values, name: string): TemplateDecision | undefined;
  /** A request arrived. `path` has its query. */
  request?(values: Values, target: FaultTarget, path: string): RequestFault | undefined;
  /** The endpoint has done its work and this is the answer. */
  answer?(values: Values, target: FaultTarget, answer: Answer): Answer | undefined;
  /** An element is about to be queued for the webhook. */
  delivery?(values: Values, plan: DeliveryPlan): DeliveryPlan | undefined;
  /** The raw body is about to be sent. */
  body?(values: Values, body: string): string | undefined;
  /** Statuses of a message that was accepted. `category` is the template's, undefined for other messages. */
  statuses?(values: Values, statuses: PlannedStatus[], category: string | undefined): PlannedStatus[] | undefined;
}

/** What a fault does to a request before the endpoint sees it. */
export type RequestFault =
  | { do: 'answer'; answer: Answer }
  /** The endpoint runs, but only after so many milliseconds. */
  | { do: 'wait'; ms: number }
  /** No answer at all; the connection is closed after so many milliseconds. */
  | { do: 'hang'; ms: number };

/** How one webhook element is going to be delivered; faults change it. */
export interface DeliveryPlan {
  lost: boolean;
  /** 1 is the usual. */
  copies: number;
  delayMs: number;
  batchSize: number;
  batchWindowMs: number;
  /** Mixes the order within a body. */
  shuffle: boolean;
}

/** The part of the API that a request is for. */
export type FaultTarget =
  'send' | 'read' | 'media upload' | 'media info' | 'media download' | 'templates' | 'webhook' | 'health' | 'other';

/** Declares a fault; its hooks get values of the types that its form has. */
export function defineFault<const Params extends Record<string, FaultParam>>(
  id: string,
  kind: Omit<FaultKind, 'id' | 'params' | 'hooks'> & { params: Params; hooks: FaultHooks<FaultValues<Params>> },
): FaultKind {
  return { id, ...kind };
}

/** The form field that says which part of the API a fault is for. */
export const targetParam = {
  type: 'choice',
  title: 'Requests',
  default: 'send',
  options: ['send', 'read', 'media upload', 'media info', 'media download', 'templates', 'webhook', 'health', 'any'],
} as const;

/** True when a fault for `chosen` concerns a request for `target`. */
export function onTarget(chosen: string, target: FaultTarget): boolean {
  return chosen === 'any' || chosen === target;
}
