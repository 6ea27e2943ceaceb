/** A wall clock that stands still: only time travel moves the simulator on, however slow the machine is. */
export const frozenClock = { now: () => Date.UTC(2026, 5, 1, 12) };
