/** One request to the simulated API, with every secret masked. */
export interface RequestRecord {
  id: number;
  at: number;
  /** The number whose key was used; absent when the key was missing or wrong. */
  phoneNumber?: string;
  method: string;
  path: string;
  /** 0 when there was no answer (reset, timeout). */
  status: number;
  ms: number;
  requestBody?: unknown;
  responseBody?: unknown;
  /** Kinds of the faults that changed the answer. */
  faults?: string[];
}
