import { initialValue } from './initialValue';
import type { WireElement, WireView } from './WireView';

interface Held {
  blockId?: string;
  value: unknown;
}

/**
 * What the client holds of an open view: what was typed lives by action id from the moment the view is opened. An update
 * replaces the view's parts and touches neither values nor errors; a field that an update brings in has its initial
 * value on the screen but not among the values, until it is touched. (Rocket.Chat's `useUiKitView`.)
 */
export class OpenView {
  #view: WireView;
  #errors: Record<string, string> = {};
  readonly #values = new Map<string, Held>();

  constructor(view: WireView) {
    this.#view = view;
    for (const block of view.blocks) {
      const elements = [block.element, ...(block.elements ?? [])].filter((element) => element !== undefined);
      for (const element of elements) this.#start(element, block.blockId);
    }
  }

  get view(): WireView {
    return this.#view;
  }

  get errors(): Record<string, string> {
    return this.#errors;
  }

  /** `state` as it goes over the wire: block id → action id → value. */
  get state(): Record<string, Record<string, unknown>> {
    const state: Record<string, Record<string, unknown>> = {};
    for (const [actionId, { blockId, value }] of this.#values) {
      if (blockId) state[blockId] = { ...state[blockId], [actionId]: value };
    }
    return state;
  }

  /** The value on the screen. */
  valueOf(element: WireElement): unknown {
    return this.#values.get(element.actionId ?? '')?.value ?? initialValue(element);
  }

  set(actionId: string, blockId: string | undefined, value: unknown): void {
    this.#values.set(actionId, { blockId, value });
  }

  merge(view: Partial<WireView>): void {
    this.#view = { ...this.#view, ...view };
  }

  /** A new answer with errors replaces all earlier ones; nothing else takes them away. */
  showErrors(errors: Record<string, string> | Record<string, string>[]): void {
    this.#errors = Array.isArray(errors) ? Object.assign({}, ...errors) : errors;
  }

  #start(element: WireElement, blockId: string | undefined): void {
    if (element.actionId) this.#values.set(element.actionId, { blockId, value: initialValue(element) });
  }
}
