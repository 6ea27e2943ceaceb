import type { Settings } from '../../workspace/settings/Settings';

interface Window {
  calls: number;
  /** Epoch milliseconds. */
  end: number;
}

/** Rocket.Chat's default limit of an endpoint: so many calls of one address within a minute, refused ones included. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Counts a call. @returns the milliseconds to wait where it is one too many */
  take(address: string): number | undefined {
    if (!this.#settings.boolean('API_Enable_Rate_Limiter')) return undefined;
    const now = Date.now();
    const known = this.#windows.get(address);
    const length = this.#settings.number('API_Enable_Rate_Limiter_Limit_Time_Default');
    const window = known && known.end > now ? known : { calls: 0, end: now + length };
    window.calls += 1;
    this.#windows.set(address, window);
    const isOver = window.calls > this.#settings.number('API_Enable_Rate_Limiter_Limit_Calls_Default');
    return isOver ? window.end - now : undefined;
  }
}
