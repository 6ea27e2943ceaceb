import { newestEntry, release } from '../../../scripts/release/changelog';

const HEAD = '# Changelog\n\nWords.\n\n';
const OLD = '## [0.1.0] - 2026-11-01\n\n### Added\n\n- It works.\n';
const NEW = '## [0.2.0] - 2026-11-30\n\n### Added\n\n- Templates.\n\n';

test('the newest entry is the first that has a version', () => {
  expect(newestEntry(`${HEAD}## [Unreleased]\n\n${NEW}${OLD}`)).toEqual({
    version: '0.2.0',
    notes: '### Added\n\n- Templates.',
    hasUnreleased: false,
  });
  expect(newestEntry(`${HEAD}## [Unreleased]\n\n- A fault.\n\n${OLD}`)).toMatchObject({
    version: '0.1.0',
    hasUnreleased: true,
  });
  expect(newestEntry(`${HEAD}${OLD}\n[0.1.0]: https://example.org\n`).notes).toBe('### Added\n\n- It works.');
});

test('what is unreleased becomes the entry of a version, and is then the newest', () => {
  const before = `${HEAD}## [Unreleased]\n\n### Fixed\n\n- A fault.\n\n${OLD}`;
  const after = release(before, '0.1.1', '2026-12-01');
  expect(after).toContain('## [Unreleased]\n\n## [0.1.1] - 2026-12-01\n\n### Fixed');
  expect(newestEntry(after)).toEqual({ version: '0.1.1', notes: '### Fixed\n\n- A fault.', hasUnreleased: false });
  expect(newestEntry(release(`${HEAD}## [Unreleased]\n\n- First.\n`, '0.1.0', '2026-12-01')).version).toBe('0.1.0');
});

test.each([
  ['has no version', () => newestEntry(`${HEAD}## [Unreleased]\n`)],
  ['lists nothing as unreleased', () => release(`${HEAD}## [Unreleased]\n\n${OLD}`, '0.2.0', '2026-12-01')],
  ['is not newer than 0.1.0', () => release(`${HEAD}## [Unreleased]\n\n- A fault.\n\n${OLD}`, '0.1.0', '2026-12-01')],
  ['is not a version', () => release(`${HEAD}## [Unreleased]\n\n- A fault.\n\n${OLD}`, '1.0', '2026-12-01')],
])('a changelog that %s is refused', (reason, act) => {
  expect(act).toThrow(reason);
});
