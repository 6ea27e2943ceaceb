import { readFileSync } from 'node:fs';

/** The version of an installed package. @throws when it is not installed */
export function readVersion(name: string): string {
  const file = require.resolve(`${name}/package.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
