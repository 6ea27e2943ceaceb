/** A number at the simulated 360dialog. */
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
  timestamp: string | number;
  /** The WhatsApp message object: `{ type: 'text', text: { body } }` and so on. */
  message: { type: string; text?: { body: string } } & Record<string, unknown>;
  status?: string;
  errors?: unknown[];
  reactions?: unknown;
}

/** A request that the simulated API received. */
export interface SimulatedRequest {
  method: string;
  path: string;
  status: number;
  body?: unknown;
}

/** A webhook that the simulator delivered or tried to. */
export interface SimulatedDelivery {
  status?: number | string;
  attempts?: unknown;
  ms?: number;
}
