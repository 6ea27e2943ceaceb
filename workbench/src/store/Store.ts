/** The open database. */
export interface Store {
  close(): void;
}
