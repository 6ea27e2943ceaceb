import { createContext } from 'react';
import type { Simulator } from './Simulator';

/** The simulator beside the workspace. */
export const SimulatorContext = createContext<Simulator | undefined>(undefined);
