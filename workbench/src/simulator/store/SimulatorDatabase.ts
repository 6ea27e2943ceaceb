import type Database from 'libsql';

/** The opened libsql database that the collections share. */
export type SimulatorDatabase = InstanceType<typeof Database>;
