export type FaultValue = string | number | boolean;

/** A fault that somebody switched on. */
export interface FaultRecord {
  id: string;
  kind: string;
  params: Record<string, FaultValue>;
  /** How often it still strikes; null: until removed. */
  remaining: number | null;
  struck: number;
  /** Only for this business number when given. */
  phoneNumber?: string;
  createdAt: number;
}
