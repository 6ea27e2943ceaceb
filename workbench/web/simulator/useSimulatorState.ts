import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { SimulatorState } from './SimulatorState';
import { useSimulator } from './useSimulator';

/** A part of the simulator's state; lists and records of the same content do not draw again. */
export function useSimulatorState<T>(select: (state: SimulatorState) => T): T {
  return useStore(useSimulator().store, useShallow(select));
}
