import type { Answer } from '../api/Answer';
import type { PlannedStatus } from '../statuses/PlannedStatus';
import type { FaultRecord } from '../store/FaultRecord';
import type { DeliveryPlan } from './DeliveryPlan';
import type { TemplateDecision } from './FaultHooks';
import type { FaultTarget } from './FaultTarget';
import type { RequestFault } from './RequestFault';

/** The faults that are switched on; each method lets those that apply strike, and counts it. */
export interface FaultBoard {
  /** Waits first (all that apply), then at most one that keeps the endpoint from running. */
  onRequest(
    phoneNumber: string | undefined,
    target: FaultTarget,
    path: string,
  ): { kind: string; fault: RequestFault }[];
  onTemplate(phoneNumber: string, name: string): TemplateDecision[];
  onAnswer(phoneNumber: string | undefined, target: FaultTarget, answer: Answer): { kinds: string[]; answer: Answer };
  onDelivery(phoneNumber: string, plan: DeliveryPlan): DeliveryPlan;
  onBody(phoneNumber: string, body: string): string;
  onStatuses(phoneNumber: string, statuses: PlannedStatus[], category: string | undefined): PlannedStatus[];
  all(): FaultRecord[];
  add(fault: Pick<FaultRecord, 'kind' | 'params' | 'remaining' | 'phoneNumber'>): FaultRecord;
  remove(id: string): boolean;
  clear(): void;
}
