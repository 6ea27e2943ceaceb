import { useContext } from 'react';
import type { Phone } from './Phone';
import { PhoneContext } from './PhoneContext';

/** @throws Error outside of a phone. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) {
    throw new Error('There is no phone around this component');
  }
  return phone;
}
