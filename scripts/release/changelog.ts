import { PackagingError } from '../package/PackagingError';

/** A version's heading, such as `## [0.2.0] - 2026-11-30`. */
const HEADING = /^## \[(\d+\.\d+\.\d+)\]/m;
const UNRELEASED = '## [Unreleased]\n';

/** The newest version that the changelog (by Keep a Changelog) has an entry for, and what the entry says. */
export interface ChangelogEntry {
  version: string;
  notes: string;
  /** Whether further changes are listed that are in no version yet. */
  hasUnreleased: boolean;
}

/** @throws PackagingError when the changelog has no version yet */
export function newestEntry(changelog: string): ChangelogEntry {
  const [before, version, after] = split(changelog);
  const [, notes = ''] = /^[^\n]*\n([^]*?)(?=^## \[|^\[[^\]]+\]: |(?![^]))/m.exec(after) ?? [];
  return { version, notes: notes.trim(), hasUnreleased: unreleasedIn(before) !== '' };
}

/**
 * The changelog with everything that is unreleased as the entry of a version.
 * @param date as `2026-11-30`
 * @throws PackagingError when nothing is unreleased, or when the version is not newer
 */
export function release(changelog: string, version: string, date: string): string {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new PackagingError(`${version} is not a version such as 1.2.3`);
  const [before = '', last = '0.0.0'] = HEADING.test(changelog) ? split(changelog) : [changelog];
  if (!isNewer(version, last)) throw new PackagingError(`${version} is not newer than ${last}`);
  if (unreleasedIn(before) === '') throw new PackagingError('CHANGELOG.md lists nothing as unreleased');
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n## [${version}] - ${date}\n`);
}

/** What is listed in no version. @param before what stands before the newest version's heading */
function unreleasedIn(before: string): string {
  const at = before.indexOf(UNRELEASED);
  return at < 0 ? '' : before.slice(at + UNRELEASED.length).trim();
}

/** What stands before the newest version's heading, the version, and what stands behind it. */
function split(changelog: string): [string, string, string] {
  const found = HEADING.exec(changelog);
  if (!found) throw new PackagingError('CHANGELOG.md has no version');
  const end = found.index + found[0].length;
  return [changelog.slice(0, found.index), found[1] ?? '', changelog.slice(end)];
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => each.split('.').map(Number));
  const at = (a ?? []).findIndex((part, index) => part !== b?.[index]);
  return at >= 0 && (a?.[at] ?? 0) > (b?.[at] ?? 0);
}
