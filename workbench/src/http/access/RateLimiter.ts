import type { Settings } from '../../workspace/settings/Settings';

interface Window {
  calls: number;
  /** Epoch milliseconds. */
  end: number;
}

/** Rocket.Chat's default limit of an endpoint: calls from one address within a minute, including refused ones. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();
  readonly #settings: Settings;
  readonly #fixed: { calls: number; milliseconds: number } | undefined;

  /** @param fixed a limit that the settings cannot change */
  constructor(settings: Settings, fixed?: { calls: number; milliseconds: number }) {
    this.#settings = settings;
    this.#fixed = fixed;
  }

  /** Counts a call. @returns the milliseconds to wait when it exceeds the limit */
  take(address: string): number | undefined {
    if (!this.#fixed && !this.#settings.boolean('API_Enable_Rate_Limiter')) return undefined;
    const now = Date.now();
    const known = this.#windows.get(address);
    const length = this.#fixed?.milliseconds ?? this.#settings.number('API_Enable_Rate_Limiter_Limit_Time_Default');
    const window = known && known.end > now ? known : { calls: 0, end: now + length };
    window.calls += 1;
    this.#windows.set(address, window);
    const isOver =
      window.calls > (this.#fixed?.calls ?? this.#settings.number('API_Enable_Rate_Limiter_Limit_Calls_Default'));
    return isOver ? window.end - now : undefined;
  }
}
