import { createContext } from 'react';
import type { Phone } from './Phone';

/** The phone around its chat. */
export const PhoneContext = createContext<Phone | undefined>(undefined);
