import { randomUUID } from 'node:crypto';
import type { HttpClient } from '../clients/HttpClient';
import type { WireElement, WireInteraction, WireView } from './blocks';
import { textOf } from './blocks';

/** The value of an element that nobody has touched, by the client's order of precedence. */
function initialValue(element: WireElement): unknown {
  return (
    element.initialValue ||
    element.initialTime ||
    element.initialDate ||
    element.initialOption?.value ||
    element.initialOptions?.map(({ value }) => value) ||
    undefined
  );
}

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

/** A trigger is good for one answer, and only so long (Rocket.Chat's ActionManager). */
const TRIGGER_MS = 5000;

/**
 * One user's client as far as apps can draw on it: at most one modal and one contextual bar, by the rules of the released
 * web client for triggers, updates, errors and disposing.
 */
export class ClientScreen {
  modal?: OpenView;
  bar?: OpenView;
  /** Messages that the client would show shortly, such as the timeout's. */
  readonly toasts: string[] = [];
  /** How large each interaction was on the wire, in bytes: the server takes no more than 100 kB. */
  readonly sizes: { type: string; title: string; bytes: number }[] = [];
  readonly #instances = new Map<string, 'modal' | 'bar'>();
  readonly #triggers = new Map<string, { appId: string | undefined; until: number }>();

  constructor(readonly http: HttpClient) {}

  /** A new trigger id, remembered for five seconds. */
  trigger(appId: string | undefined): string {
    const triggerId = randomUUID();
    this.#triggers.set(triggerId, { appId, until: Date.now() + TRIGGER_MS });
    return triggerId;
  }

  /** Sends an interaction and does with the answer what the client does. Returns the answer as it came. */
  async interact(
    appId: string,
    interaction: Record<string, unknown> & { type: string },
  ): Promise<WireInteraction | undefined> {
    const triggerId = this.trigger(appId);
    const startedAt = Date.now();
    const bytes = Buffer.byteLength(JSON.stringify({ ...interaction, triggerId }));
    this.sizes.push({ type: interaction.type, title: textOf((this.modal ?? this.bar)?.view.title), bytes });
    const { status, body } = await this.http.request<WireInteraction | ''>(
      'POST',
      `/api/apps/ui.interaction/${appId}`,
      {
        ...interaction,
        triggerId,
      },
    );
    const answer = status < 400 && body !== '' ? body : undefined;
    if (answer) this.receive(answer);
    const viewId = typeof interaction.viewId === 'string' ? interaction.viewId : undefined;
    if (Date.now() - startedAt > TRIGGER_MS) {
      this.toasts.push('UIKit_Interaction_Timeout');
      this.#dispose(viewId);
    }
    if (
      interaction.type === 'viewSubmit' &&
      answer &&
      !isKept(answer, 'errors', 'modal.update', 'contextual_bar.update')
    ) {
      this.#dispose(viewId);
    }
    if (status >= 400) throw new Error(`The app answered ${status}: ${JSON.stringify(body)}`);
    return answer;
  }

  /** Sends that a view was closed; it goes unless the app answers with errors. */
  async close(open: OpenView, isCleared: boolean, rid?: string): Promise<void> {
    const { view, state } = open;
    if (view.type === 'contextualBar') this.bar = undefined;
    const answer = await this.interact(view.appId, {
      type: 'viewClosed',
      payload: { viewId: view.id, view: { ...view, state }, isCleared },
      ...(rid && { rid }),
    });
    if (answer && !isKept(answer, 'errors')) this.#dispose(view.id);
  }

  /** Takes what the server answers or pushes. Ignored without a trigger that is known, unused and fresh. */
  receive({ triggerId, type, view, viewId, errors }: WireInteraction): void {
    const trigger = this.#triggers.get(triggerId ?? '');
    this.#triggers.delete(triggerId ?? '');
    if (!trigger?.appId || trigger.until < Date.now()) return;
    if (type === 'modal.open' && view) this.#open(view, 'modal');
    if (type === 'contextual_bar.open' && view) this.#open(view, 'bar');
    if ((type === 'modal.update' || type === 'contextual_bar.update') && view) this.#find(view.id)?.merge(view);
    if (type === 'errors' && errors && this.modal?.view.id === viewId) this.modal?.showErrors(errors);
    if (type === 'contextual_bar.close' && view) this.#dispose(view.id);
  }

  #find(viewId: string): OpenView | undefined {
    return [this.modal, this.bar].find((open) => open?.view.id === viewId);
  }

  #open(view: WireView, surface: 'modal' | 'bar'): void {
    this[surface] = new OpenView(view);
    this.#instances.set(view.id, surface);
  }

  /** Disposing a modal takes away whatever modal is on top, the one that an answer has just opened included. */
  #dispose(viewId: string | undefined): void {
    const surface = this.#instances.get(viewId ?? '');
    this.#instances.delete(viewId ?? '');
    if (surface === 'modal') this.modal = undefined;
    if (surface === 'bar' && this.bar?.view.id === viewId) this.bar = undefined;
  }
}

function isKept({ type }: WireInteraction, ...kinds: string[]): boolean {
  return kinds.includes(type ?? '');
}
