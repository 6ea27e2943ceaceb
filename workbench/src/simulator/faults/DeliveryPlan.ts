/** How one webhook element is going to be delivered; faults change it. */
export interface DeliveryPlan {
  lost: boolean;
  /** 1 is the usual. */
  copies: number;
  delayMs: number;
  batchSize: number;
  batchWindowMs: number;
  /** Mixes the order within a body. */
  shuffle: boolean;
}
