import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock/Clock';
import type { Answer } from '../api/Answer';
import type { EventBus } from '../events/EventBus';
import type { PlannedStatus } from '../statuses/StatusJob';
import type { FaultRecord, FaultsCollection } from '../store/faults';
import type { DeliveryPlan, FaultHooks, FaultTarget, RequestFault, TemplateDecision } from './FaultKind';
import { faultKinds } from './faultKinds';

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

interface Parts {
  store: FaultsCollection;
  clock: Clock;
  bus: EventBus;
}

type Hooks = FaultHooks<FaultRecord['params']>;

export function createFaultBoard({ store, clock, bus }: Parts): FaultBoard {
  let active = store.all();

  const count = (fault: FaultRecord): void => {
    fault.struck += 1;
    if (fault.remaining !== null) fault.remaining -= 1;
    if (fault.remaining !== null && fault.remaining <= 0) {
      active = active.filter(({ id }) => id !== fault.id);
      store.remove(fault.id);
    } else {
      store.save(fault);
    }
    bus.emit('state', {});
  };

  /** Lets every fault that concerns the number change the value in turn; returns the kinds that did. */
  const change = <T>(
    phoneNumber: string | undefined,
    start: T,
    apply: (hooks: Hooks, values: FaultRecord['params'], current: T) => T | undefined,
  ): { kinds: string[]; value: T } => {
    let value = start;
    const kinds: string[] = [];
    for (const fault of active) {
      if (fault.phoneNumber !== undefined && fault.phoneNumber !== phoneNumber) continue;
      const changed = apply(faultKinds[fault.kind]?.hooks ?? {}, fault.params, value);
      if (changed === undefined) continue;
      value = changed;
      kinds.push(fault.kind);
      count(fault);
    }
    return { kinds, value };
  };

  return {
    onRequest: (phoneNumber, target, path) => {
      const ended = (faults: RequestFault[]) => faults.some((fault) => fault.do !== 'wait');
      const { kinds, value } = change<RequestFault[]>(phoneNumber, [], (hooks, values, faults) => {
        const fault = ended(faults) ? undefined : hooks.request?.(values, target, path);
        return fault && [...faults, fault];
      });
      return value.map((fault, index) => ({ kind: kinds[index] ?? '', fault }));
    },
    onTemplate: (phoneNumber, name) =>
      change<TemplateDecision[]>(phoneNumber, [], (hooks, values, decisions) => {
        const decision = hooks.template?.(values, name);
        return decision && [...decisions, decision];
      }).value,
    onAnswer: (phoneNumber, target, answer) => {
      const { kinds, value } = change(phoneNumber, answer, (hooks, values, current) =>
        hooks.answer?.(values, target, current),
      );
      return { kinds, answer: value };
    },
    onDelivery: (phoneNumber, plan) =>
      change(phoneNumber, plan, (hooks, values, current) => hooks.delivery?.(values, current)).value,
    onBody: (phoneNumber, body) =>
      change(phoneNumber, body, (hooks, values, current) => hooks.body?.(values, current)).value,
    onStatuses: (phoneNumber, statuses, category) =>
      change(phoneNumber, statuses, (hooks, values, current) => hooks.statuses?.(values, current, category)).value,
    all: () => active,
    add: (fault) => {
      const stored: FaultRecord = { ...fault, id: randomUUID(), struck: 0, createdAt: clock.now() };
      active = [...active, stored];
      store.save(stored);
      bus.emit('state', {});
      return stored;
    },
    remove: (id) => {
      active = active.filter((fault) => fault.id !== id);
      const removed = store.remove(id);
      bus.emit('state', {});
      return removed;
    },
    clear: () => {
      active = [];
      store.clear();
      bus.emit('state', {});
    },
  };
}
