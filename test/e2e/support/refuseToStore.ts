import { join } from 'node:path';
import Database from 'libsql';

/**
 * Lets the store of a running workbench refuse what is new and holds certain words, restarts included.
 *
 * @returns what lets it take them again
 */
export function refuseToStore(dataDir: string, table: 'messages' | 'records', words: string): () => void {
  const run = (sql: string) => {
    const db = new Database(join(dataDir, 'workspace.sqlite'));
    db.exec(sql);
    db.close();
  };
  run(
    `CREATE TRIGGER refused BEFORE INSERT ON ${table} WHEN NEW.document LIKE '%${words}%'
     BEGIN SELECT RAISE(ABORT, 'the store is away'); END`,
  );
  return () => run('DROP TRIGGER refused');
}
