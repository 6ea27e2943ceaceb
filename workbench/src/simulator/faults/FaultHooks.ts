import type { Answer } from '../api/Answer';
import type { PlannedStatus } from '../statuses/PlannedStatus';
import type { JsonObject } from '../json/JsonObject';
import type { DeliveryPlan } from './DeliveryPlan';
import type { FaultTarget } from './FaultTarget';
import type { RequestFault } from './RequestFault';

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
