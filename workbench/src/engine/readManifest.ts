import AdmZip from 'adm-zip';
import * as v from 'valibot';

const Manifest = v.object({
  id: v.string(),
  version: v.string(),
  classFile: v.string(),
  name: v.optional(v.string(), ''),
  permissions: v.optional(v.array(v.looseObject({ name: v.string() }))),
});

/**
 * The manifest of an app package. The engine's parser unpacks all of the app's code for it, which takes a twentieth of
 * the workbench's start.
 * @throws Error when it is not an app package
 */
export function readManifest(zip: Buffer): v.InferOutput<typeof Manifest> {
  const entry = new AdmZip(zip).getEntry('app.json');
  if (!entry) throw new Error('it has no app.json');
  return v.parse(Manifest, JSON.parse(entry.getData().toString('utf8')));
}
