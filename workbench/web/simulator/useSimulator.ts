import { useContext } from 'react';
import type { Simulator } from './Simulator';
import { SimulatorContext } from './SimulatorContext';

/** @throws Error outside of a page that has signed in. */
export function useSimulator(): Simulator {
  const simulator = useContext(SimulatorContext);
  if (!simulator) {
    throw new Error('There is no simulator around this component');
  }
  return simulator;
}
