import type { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/AppInterface';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import { callMethod } from './callMethod';
import type { RoundTrips } from './RoundTrips';

/** Events for which the engine answers before its work has ended. */
const UNAWAITED = [
  'executePostMessageSent',
  'executePostSystemMessageSent',
  'executePostMessageDelete',
  'executePostMessageUpdated',
  'executePostRoomCreate',
  'executePostRoomDeleted',
];

/** Calls the engine's listener manager. Each call is counted, and no failure is swallowed. */
export class ListenerCalls {
  readonly #manager: AppManager;
  readonly #roundTrips: RoundTrips;
  readonly #overtakes: () => boolean;
  /** Work that the last call started without awaiting it. */
  #begun: Promise<unknown> | undefined;
  /** An event that the next one of its kind will overtake. */
  #held: { event: AppInterface; go: () => void } | undefined;

  /** @param overtakes whether the events of two messages swap their order, as they may on the real server */
  constructor(manager: AppManager, roundTrips: RoundTrips, overtakes: () => boolean = () => false) {
    this.#manager = manager;
    this.#overtakes = overtakes;
    this.#roundTrips = roundTrips;
    const listeners = manager.getListenerManager();
    for (const name of UNAWAITED) {
      const execute: unknown = Reflect.get(listeners, name);
      if (typeof execute !== 'function') throw new Error(`This version of the Apps-Engine has no ${name}()`);
      Reflect.set(listeners, name, (...args: unknown[]) => {
        const begun = Promise.resolve(Reflect.apply(execute, listeners, args));
        this.#begun = begun;
        return begun;
      });
    }
  }

  /** Whether any app has this event. */
  isAwaited(event: AppInterface): boolean {
    return this.#manager.getListenerManager().getListeners(event).length > 0;
  }

  /** Asks the apps and waits for their answer. Throws the error of an app. */
  ask(event: AppInterface, payload: object): Promise<unknown> {
    return this.#roundTrips.request('listener', event, () => this.#execute(event, payload));
  }

  /**
   * Tells the apps in the background; a failure is written to the console. `payload` is called only if an app listens.
   */
  tell(event: AppInterface, payload: () => object): void {
    if (!this.isAwaited(event)) return;
    const given = payload();
    void this.#roundTrips
      .request('listener', event, async () => {
        await this.#turn(event);
        return this.#execute(event, given);
      })
      .catch((error: unknown) => console.error(`An app failed at ${event}:`, error));
  }

  /** When events overtake, one waits until the next of its kind was delivered, or for a second if none comes. */
  async #turn(event: AppInterface): Promise<void> {
    if (!this.#overtakes()) return;
    const held = this.#held?.event === event ? this.#held : undefined;
    this.#held = undefined;
    if (held) {
      setTimeout(held.go, 50);
      return;
    }
    await new Promise<void>((go) => {
      this.#held = { event, go };
      setTimeout(go, 1000);
    });
  }

  async #execute(event: AppInterface, payload: object): Promise<unknown> {
    this.#begun = undefined;
    // The engine types each payload by its event; AppListeners makes sure that they match.
    const listeners = this.#manager.getListenerManager();
    const answer = callMethod(listeners, 'executeListener', [event, payload]);
    const begun = this.#begun;
    const result = await Promise.resolve(answer);
    await Promise.resolve(begun);
    return result;
  }
}
