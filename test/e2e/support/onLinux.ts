/** A test that looks at processes, which it finds in /proc; skipped on other systems. */
export const onLinux = process.platform === 'linux' ? test : test.skip;
