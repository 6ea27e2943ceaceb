import type { Store } from './Store';

/** Opens (and when new, makes) the database. Throws with the system's reason when the file cannot be written. */
export declare function openStore(place: { file: string } | { memory: true }): Store;
