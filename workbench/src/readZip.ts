import { createHash } from 'node:crypto';
import AdmZip from 'adm-zip';
import * as v from 'valibot';
import { reasonOf } from './reasonOf';
import { StartupError } from './StartupError';

/** An app package, and what says which one it is. */
export interface AppPackage {
  zip: Buffer;
  id: string;
  version: string;
  sha256: string;
}

const Manifest = v.object({ id: v.string(), version: v.string(), classFile: v.string() });

/** Looks into a package. @throws StartupError naming `place` when it is no app package. */
export function readZip(zip: Buffer, place: string): AppPackage {
  const { id, version } = readManifest(zip, place);
  return { zip, id, version, sha256: createHash('sha256').update(zip).digest('hex') };
}

function readManifest(zip: Buffer, place: string): v.InferOutput<typeof Manifest> {
  try {
    const entry = new AdmZip(zip).getEntry('app.json');
    if (!entry) throw new Error('it has no app.json');
    return v.parse(Manifest, JSON.parse(entry.getData().toString('utf8')));
  } catch (error) {
    throw new StartupError(`${place} is not an app package: ${reasonOf(error)}`);
  }
}
