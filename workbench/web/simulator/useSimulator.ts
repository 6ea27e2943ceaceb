import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Simulator } from './Simulator';
import type { SimulatorState } from './SimulatorState';

/** @throws Error outside of a page that has signed in. */
export function useSimulator(): Simulator {
  const simulator = useContext(SimulatorContext);
  if (!simulator) {
    throw new Error('There is no simulator around this component');
  }
  return simulator;
}

/** The simulator beside the workspace. */
export const SimulatorContext = createContext<Simulator | undefined>(undefined);

/** A part of the simulator's state; lists and records of the same content do not draw again. */
export function useSimulatorState<T>(select: (state: SimulatorState) => T): T {
  return useStore(useSimulator().store, useShallow(select));
}
