import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackagePart } from './PackagePart';
import { PackagingError } from './PackagingError';

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** The app's icon. @throws PackagingError when it is missing or no PNG. */
export async function readIcon(root: string): Promise<PackagePart> {
  const file = join(root, 'assets', 'icon.png');
  const content = await readFile(file).catch(() => {
    throw new PackagingError(`${file} (the app's icon) cannot be read`);
  });
  if (!content.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE))
    throw new PackagingError(`${file} is not a PNG`);
  return { path: 'icon.png', content };
}
