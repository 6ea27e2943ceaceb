/** A number at the simulated 360dialog; its key is only whole right after it was made. */
export interface SimulatedNumber {
  phoneNumber: string;
  phoneNumberId: string;
  displayName: string;
  apiKey: string;
  webhook: { url: string } | null;
}

/** A person with a phone. */
export interface SimulatedCustomer {
  id: string;
  name?: string;
  waId?: string;
  userId?: string;
  username?: string;
}

/** A message as the customer's phone shows it. */
export interface PhoneMessage {
  wamid: string;
  direction: 'in' | 'out';
  /** ISO time. */
  timestamp: string;
  /** The WhatsApp message object: `{ type: 'text', text: { body } }` and so on. */
  message: { type: string; text?: { body: string } } & Record<string, unknown>;
  status: string;
  errors?: Record<string, unknown>[];
  reactions: Record<string, unknown>[];
  quoted?: { wamid: string };
}

/** A request that the simulated API received, secrets masked. */
export interface SimulatedRequest {
  id: number;
  method: string;
  path: string;
  status: number;
  phoneNumber?: string;
  requestBody?: Record<string, unknown>;
  responseBody?: Record<string, unknown>;
}

/** A webhook that the simulator delivered or tried to. */
export interface SimulatedDelivery {
  id: number;
  phoneNumber: string;
  state: 'collecting' | 'pending' | 'delivered' | 'lost' | 'expired' | 'unroutable';
  /** What is in it, e.g. `messages: 2, statuses: 1`. */
  summary: string;
  attempts: number;
  /** HTTP status of the last attempt. */
  status?: number;
  ms?: number;
}
