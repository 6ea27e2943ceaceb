import { createContext, useContext } from 'react';
import type { PhoneMessage, WhatsappMessage } from '../simulator/documents/PhoneMessage';

/** @throws Error outside of a phone. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) {
    throw new Error('There is no phone around this component');
  }
  return phone;
}

/** A file that a customer sends. */
export type SentFile = { readonly file: File; readonly caption?: string };

/** One customer's phone, open at the chat with one business number. */
export type Phone = {
  readonly customerId: string;
  readonly number: string;
  /** Sends a message as this customer. Gives whether it was taken. */
  readonly send: (message: WhatsappMessage, count?: number) => Promise<boolean>;
  readonly sendFile: (sent: SentFile, type: string) => Promise<boolean>;
  /** The message that the next one quotes. */
  readonly quoting: PhoneMessage | undefined;
  readonly quote: (message: PhoneMessage | undefined) => void;
  /** The message whose text is being changed. */
  readonly editing: PhoneMessage | undefined;
  readonly edit: (message: PhoneMessage | undefined) => void;
};

/** The phone around its chat. */
export const PhoneContext = createContext<Phone | undefined>(undefined);
