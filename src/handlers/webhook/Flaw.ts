/** What was wrong with an item that could be read all the same. */
export type Flaw = 'timestamp-missing' | 'timestamp-invalid';
