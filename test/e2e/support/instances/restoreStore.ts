import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { places } from '../places';
import type { TestWorkbench } from './TestWorkbench';

type Row = Record<string, string | number | null>;

/** What a workbench had stored that ran an earlier version of the app: the rows of its tables, secrets replaced. */
interface Recorded {
  /** When it was recorded, epoch milliseconds. */
  at: number;
  workspace: Record<string, Row[]>;
  simulator: Record<string, Row[]>;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Replaces the data of a workbench by a recording of an earlier version of the app, from `test/fixtures/stores`: that of
 * Rocket.Chat, of 360dialog and of the app. All times in it are moved, so that the recording ends now. The app is
 * updated at the start, as by an administrator who uploads the new package. The workbench has to be durable.
 */
export async function restoreStore(workbench: TestWorkbench, version: string): Promise<void> {
  const { url, simulatorUrl, privateHash } = workbench.ready;
  await workbench.kill();
  const text = readFileSync(join(places.repository, 'test/fixtures/stores', `${version}.json`), 'utf8')
    .replaceAll('http://workspace.invalid', url)
    .replaceAll('http://simulator.invalid', simulatorUrl)
    .replaceAll('private-hash', privateHash);
  const { at } = JSON.parse(text) as Recorded;
  const { workspace, simulator } = JSON.parse(shift(text, at)) as Recorded;
  putRows(join(workbench.dataDir, 'workspace.sqlite'), workspace);
  putRows(join(workbench.dataDir, 'simulator.sqlite'), simulator);
  // Without this note the workbench does not know that it has this package already.
  rmSync(join(workbench.dataDir, 'installed-app.txt'));
  await workbench.restart();
}

/** Moves all times near `at` so that `at` is within the last minute. Records are filed by the minute. */
function shift(text: string, at: number): string {
  const ahead = Math.floor((Date.now() - at) / MINUTE) * MINUTE;
  const isNear = (ms: number) => Math.abs(ms - at) < 90 * DAY;
  return text
    .replace(/\b1\d{12}\b/g, (ms) => (isNear(Number(ms)) ? String(Number(ms) + ahead) : ms))
    .replace(/\b1\d{9}\b/g, (s) => (isNear(Number(s) * 1_000) ? String(Number(s) + ahead / 1_000) : s))
    .replace(/\b20\d\d-\d\d-\d\dT\d\d:\d\d/g, (minute) =>
      new Date(Date.parse(`${minute}Z`) + ahead).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length),
    );
}

function putRows(file: string, tables: Record<string, Row[]>): void {
  const db = new Database(file);
  try {
    for (const [table, rows] of Object.entries(tables)) {
      db.exec(`DELETE FROM ${table}`);
      for (const row of rows) {
        const names = Object.keys(row);
        const marks = names.map(() => '?').join(', ');
        db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).run(...Object.values(row));
      }
    }
  } finally {
    db.close();
  }
}
