import AdmZip from 'adm-zip';
import type { PackagePart } from './PackagePart';

/** Every entry carries this date, so that the same sources give the same bytes (a zip's times have no time zone). */
const ENTRY_DATE = new Date(2020, 0, 1);

/** Packs the parts, sorted by path, into one reproducible zip. */
export function writeZip(parts: PackagePart[]): Buffer {
  const zip = new AdmZip();
  for (const { path, content } of [...parts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    zip.addFile(path, content).header.time = ENTRY_DATE;
  }
  return zip.toBuffer();
}
