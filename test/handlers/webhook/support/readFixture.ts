import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../fixtures/webhooks');

/** A webhook body of `test/fixtures/webhooks`, by the name of its case. */
export function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as unknown;
}
