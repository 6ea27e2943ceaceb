import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openStore } from '../../src/store/Store';

const a = { model: 'misc', id: 'a' };
const b = { model: 'misc', id: 'b' };
const room = { model: 'room', id: 'a' };

describe('records and their associations', () => {
  const store = openStore({ memory: true });
  const { records } = store;
  records.create('app', [a], { n: 1 });
  records.create('app', [a, b], { n: 2 });
  records.create('app', [b, a], { n: 3 });
  records.create('app', [room], { n: 4 });
  records.create('other', [a, b], { n: 5 });

  afterAll(() => store.close());

  const numbers = (found: { data: object }[]) => found.map(({ data }) => Reflect.get(data, 'n'));

  it('finds what holds all that is given, whatever else it holds, in the order of writing', () => {
    expect(numbers(records.holdingAll('app', [a]))).toEqual([1, 2, 3]);
    expect(numbers(records.holdingAll('app', [b, a]))).toEqual([2, 3]);
    expect(numbers(records.holdingAll('app', [room]))).toEqual([4]);
    expect(numbers(records.holdingAll('app', [a, room]))).toEqual([]);
  });

  it('matches the whole list exactly, in its order, for an update', () => {
    expect(records.withExactly('app', [a, b])?.data).toEqual({ n: 2 });
    expect(records.withExactly('app', [b, a])?.data).toEqual({ n: 3 });
    expect(records.withExactly('app', [b])).toBeUndefined();
  });

  it('keeps dates, bytes and unusual keys as they were', () => {
    const data = { at: new Date(7), bytes: Buffer.from('xyz'), nested: [{ at: new Date(8) }, null], 'a.b': 1, '': 2 };
    const { _id } = records.create('app', [], data);
    expect(records.get(_id)?.data).toEqual(data);
  });

  it('forgets an app without touching others', () => {
    records.purge('app');
    expect(records.ofApp('app')).toEqual([]);
    expect(records.holdingAll('app', [a])).toEqual([]);
    expect(numbers(records.holdingAll('other', [b]))).toEqual([5]);
  });

  it('uses an index for every look-up', () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-records-'));
    const file = join(folder, 'store.db');
    openStore({ file }).close();
    const db = new Database(file);
    for (const sql of [
      'SELECT recordId FROM record_associations WHERE appId = 1 AND model = 1 AND id = 1',
      'SELECT document FROM records WHERE appId = 1 AND exactly = 1 ORDER BY rowid LIMIT 1',
      'SELECT document FROM rooms WHERE visitorToken = 1 AND open = 1 ORDER BY ts',
      'SELECT document FROM messages WHERE rid = 1 AND ts < 1 AND ts > 0 ORDER BY ts DESC, rowid DESC LIMIT 50',
      'SELECT document FROM visitors WHERE phone = 1 LIMIT 1',
    ]) {
      const plan = JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
      expect(plan).toMatch(/USING (COVERING )?(INDEX|PRIMARY KEY)/);
      expect(plan).not.toMatch(/SCAN/);
    }
    db.close();
    rmSync(folder, { recursive: true });
  });
});
