import type { SettingsCollection } from '../store/settings';
import type { SimulatorClock } from './SimulatorClock';

const OFFSET = 'clock.offset';

export function createClock(wall: () => number, settings: SettingsCollection): SimulatorClock {
  let offset = settings.get<number>(OFFSET) ?? 0;
  const now = () => wall() + offset;
  return {
    now,
    seconds: () => String(Math.floor(now() / 1000)),
    shift: (ms) => {
      offset += ms;
      settings.set(OFFSET, offset);
    },
  };
}
