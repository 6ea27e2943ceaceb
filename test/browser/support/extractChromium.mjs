// A process of its own: the package is an ES module and unpacks into the folder that TMPDIR names.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

await chromium.executablePath();
// Libraries for machines that have none of a desktop's.
await inflate(join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '..', '..', 'bin', 'al2023.tar.br'));
