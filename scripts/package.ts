import { relative } from 'node:path';
import { buildPackage } from './package/buildPackage';
import { PackagingError } from './package/PackagingError';

buildPackage().then(
  ({ path, bytes }) => {
    process.stdout.write(`${relative(process.cwd(), path)}  ${(bytes / 1000).toFixed(1)} kB\n`);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof PackagingError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
