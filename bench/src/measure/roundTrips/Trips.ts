/** What an event costs. */
export interface Trips {
  event: string;
  total: number;
  /** By name. */
  calls: Record<string, number>;
  /** The goal, where there is one. */
  most?: number;
}
